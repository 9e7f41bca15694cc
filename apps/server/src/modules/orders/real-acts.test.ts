import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { orders as contract, InputOf, shops as shopsContract } from '@guitai/contract';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { analyze } from '../../../test/blocks.ts';
import { freshShop, type ShopWorld } from '../../../test/shop.ts';
import type { SystemActor } from '../../kernel/actor.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';
import { importFile } from '../importing/index.ts';
import { updateShopSettings } from '../shops/settings.ts';
import { changeOrderAddress } from './act.address.ts';
import { cancelOrder } from './act.cancel.ts';
import { changeOrderItems } from './act.items.ts';
import { changeOrderPaymentMethod } from './act.method.ts';
import { refundOrder } from './act.refund.ts';
import { findLedgerFaults } from './ledger.store.ts';

const data = fileURLToPath(new URL('../../../../../../shared/data/', import.meta.url));
const there = existsSync(`${data}jd-shop`) && existsSync(`${data}retail-shop`);
if (!there) console.info('SKIPPED: the real shops are not beside the repository (../shared/data)');

type Rules = InputOf<typeof shopsContract.updateShopSettings>['orderRules'];

const reasons = (...codes: string[]) => codes.map((code) => ({ code, text: '' }));

/** tau-bench's retail shop: only pending orders, two reasons, items once and of the same product, refunds in full. */
const retailRules: Rules = {
  cancel: {
    states: ['paid'],
    reasons: reasons('no_longer_needed', 'ordered_by_mistake'),
    lines: false,
  },
  changeAddress: { states: ['paid'] },
  changeItems: {
    states: ['paid'],
    times: 1,
    sameProduct: true,
    exchangeList: false,
    exchangeTopic: '',
    quantity: false,
    chargeTo: 'any',
  },
  changePaymentMethod: { states: ['paid'] },
  return: {
    states: ['delivered'],
    reasons: [],
    windowDays: null,
    onePerOrder: true,
    refundTo: 'original_or_gift_card',
  },
  exchange: {
    states: ['delivered'],
    reasons: [],
    windowDays: null,
    onePerOrder: true,
    refundTo: 'original_or_gift_card',
  },
  confirmBeforeAct: true,
};

/** policy.zh.md: unpaid, paid and being prepared; exchange by the product's list; e-card bears differences; no window for price protection. */
const jdRules: Rules = {
  cancel: { states: ['placed', 'paid', 'preparing'], reasons: [], lines: false },
  changeAddress: { states: ['placed', 'paid', 'preparing'] },
  changeItems: {
    states: ['placed', 'paid', 'preparing'],
    times: 0,
    sameProduct: false,
    exchangeList: true,
    exchangeTopic: '可换货商品',
    quantity: false,
    chargeTo: 'balance',
  },
  return: {
    states: ['received'],
    reasons: [],
    windowDays: null,
    onePerOrder: true,
    refundTo: 'original',
  },
  priceProtection: { states: ['paid', 'preparing', 'shipped', 'received'], windowDays: null },
  reviewCashback: { states: ['received'], amountMinor: 2_000, proof: true },
  confirmBeforeAct: true,
};

const files = [
  ['jd-shop/users', 'jd-shop/users.json'],
  ['jd-shop/products', 'jd-shop/products.json'],
  ['jd-shop/product-knowledge', 'jd-shop/products.json'],
  ['jd-shop/orders', 'jd-shop/orders.json'],
  ['retail-shop/users', 'retail-shop/users.json'],
  ['retail-shop/products', 'retail-shop/products.json'],
  ['retail-shop/orders', 'retail-shop/orders.json'],
] as const;

let w: ShopWorld;
const shops: Record<string, string> = {};

const importOne = async (mapping: string, file: string) => {
  const result = await importFile(w.db, w.actor, {
    shopId: shops[mapping.split('/')[0] ?? ''] ?? '',
    mapping,
    dryRun: false,
    path: `${data}${file}`,
    fileName: file.split('/')[1] ?? '',
  });
  if (isRefusal(result)) throw new Error(`${mapping}: ${result.code}`);
  return result;
};

interface Row {
  id: string;
  status: string;
  buyer: string;
  paid: number;
  refunded: number;
  total: number;
}

const orderOf = async (number: string): Promise<Row> => {
  const row = await w.read((tx) =>
    first<Row>(
      tx,
      sql`select id, status, buyer_id as buyer, paid_minor as paid, refunded_minor as refunded, total_minor as total
          from orders where number = ${number}`,
    ),
  );
  if (!row) throw new Error(`no order ${number}`);
  return row;
};

const methodOf = async (buyer: string, kind: string) =>
  w.read((tx) =>
    first<{ id: string; balance: number }>(
      tx,
      sql`select id, balance_minor as balance from payment_methods where buyer_id = ${buyer} and kind = ${kind}`,
    ),
  );

/** Some order of a shop that fits, as the mirror has it. */
const someOrder = async (shop: string, fits: ReturnType<typeof sql>) => {
  const row = await w.read((tx) =>
    first<{ number: string }>(
      tx,
      sql`select o.number from orders o where o.shop_id = ${shops[shop]} and o.handled_at is null and ${fits} order by o.number limit 1`,
    ),
  );
  if (!row) throw new Error('no such order in the data');
  return { number: row.number, ...(await orderOf(row.number)) };
};

const act = <I, R>(behaviour: (actor: SystemActor, tx: Tx, input: I) => Promise<R>, input: I) =>
  w.write((tx) => behaviour(w.actor, tx, input));

type Acted = { state: string; act: contract.OrderActShape | null };
const done = <R>(result: R): Acted => {
  if (isRefusal(result)) throw new Error(`${result.code} ${JSON.stringify(result.params)}`);
  return result as Acted;
};
const code = (result: unknown) => (isRefusal(result) ? result.code : 'done');

/** A line of an order with another variant of its product that is for sale. */
const otherVariant = async (orderId: string) =>
  w.read((tx) =>
    first<{ no: number; old: string; id: string; price: number; unit: number; title: string }>(
      tx,
      sql`select l.no, l.variant_id as old, v.id, v.price_minor as price, l.unit_minor as unit, l.title from order_lines l
            join variants v on v.team_id = l.team_id and v.product_id = l.product_id and v.id <> l.variant_id and v.available
          where l.order_id = ${orderId} and v.price_minor < l.unit_minor order by l.no, v.id limit 1`,
    ),
  );

describe.skipIf(!there)(
  'SHOP-06 the rules of two real shops are settings, and their orders obey them',
  () => {
    beforeAll(async () => {
      w = await freshShop();
      const owner = w.member('owner');
      shops['jd-shop'] = await w.anotherShop('JD');
      shops['retail-shop'] = await w.anotherShop('Retail');
      for (const [mapping, file] of files) await importOne(mapping, file);
      for (const [shop, orderRules] of [
        ['retail-shop', retailRules],
        ['jd-shop', jdRules],
      ] as const) {
        const shopId = shops[shop] ?? '';
        const set = await w.write((tx) => updateShopSettings(owner, tx, { shopId, orderRules }));
        expect(isRefusal(set)).toBe(false);
      }
      await analyze('orders', 'order_lines', 'order_payments', 'payment_methods', 'variants');
    }, 120_000);

    test('retail: only pending orders are cancelled, whole, for one of two reasons; the gift card gets its money at once', async () => {
      const order = await someOrder(
        'retail-shop',
        sql`o.status = 'paid' and exists (select from order_payments p where p.order_id = o.id and p.method_kind = 'gift_card')`,
      );
      const gift = await methodOf(order.buyer, 'gift_card');
      const wish = { orderId: order.id, reasonCode: 'no_longer_needed' };
      expect(code(await act(cancelOrder, { ...wish, reasonCode: 'found_cheaper' }))).toBe(
        'order.reason_unknown',
      );
      const acted = done(await act(cancelOrder, wish));
      expect(acted).toMatchObject({ state: 'done', act: { amountMinor: order.paid } });
      expect((await methodOf(order.buyer, 'gift_card'))?.balance).toBe(
        (gift?.balance ?? 0) + order.paid,
      );
      const delivered = await someOrder('retail-shop', sql`o.status = 'delivered'`);
      const late = await act(cancelOrder, { ...wish, orderId: delivered.id });
      expect(code(late)).toBe('order.act_not_allowed');
    });

    test('retail: items once, same product, the difference to a named method; all or nothing', async () => {
      const order = await someOrder(
        'retail-shop',
        sql`o.status = 'paid' and exists (select from order_payments p where p.order_id = o.id and p.method_kind = 'gift_card')
          and exists (select from order_lines l join variants v on v.product_id = l.product_id and v.id <> l.variant_id
            and v.available and v.price_minor < l.unit_minor where l.order_id = o.id)`,
      );
      const line = await otherVariant(order.id);
      const gift = await methodOf(order.buyer, 'gift_card');
      if (!line || !gift) throw new Error('the data changed');
      const change = { lineNo: line.no, variantId: line.id };
      const wish = { orderId: order.id, methodId: gift.id };
      const foreign = await w.read((tx) =>
        first<{ id: string }>(
          tx,
          sql`select v.id from variants v where v.shop_id = ${shops['retail-shop']} and v.available and v.product_id <> (
              select product_id from order_lines where order_id = ${order.id} and no = ${line.no}) limit 1`,
        ),
      );
      for (const [changes, refusal] of [
        [[{ lineNo: 99, variantId: line.id }], 'order.line_not_found'],
        [[change, change], 'order.line_twice'],
        [[{ lineNo: line.no, variantId: line.old }], 'order.variant_same'],
        [[{ lineNo: line.no, variantId: foreign?.id ?? '' }], 'order.variant_foreign'],
        [[{ lineNo: line.no, variantId: order.id }], 'variant.not_found'],
        [[change, { lineNo: 99, variantId: line.id }], 'order.line_not_found'],
      ] as const) {
        expect(code(await act(changeOrderItems, { ...wish, changes: [...changes] })), refusal).toBe(
          refusal,
        );
      }
      expect(await orderOf(order.number)).toEqual({ ...order, number: undefined });
      const acted = done(await act(changeOrderItems, { ...wish, changes: [change] }));
      expect(acted.act).toMatchObject({
        kind: 'items_changed',
        amountMinor: line.unit - line.price,
      });
      expect((await methodOf(order.buyer, 'gift_card'))?.balance).toBe(
        gift.balance + line.unit - line.price,
      );
      const back = { lineNo: line.no, variantId: line.old };
      expect(code(await act(changeOrderItems, { ...wish, changes: [back] }))).toBe(
        'order.act_repeated',
      );
    });

    test('retail: out of stock changes nothing; a dearer one needs somebody to bear it', async () => {
      const order = await someOrder(
        'retail-shop',
        sql`o.status = 'paid' and exists (select from order_lines l join variants v on v.product_id = l.product_id
            and v.available and v.price_minor > l.unit_minor where l.order_id = o.id)
          and exists (select from order_lines l join variants v on v.product_id = l.product_id and not v.available
            where l.order_id = o.id)`,
      );
      const variants = await w.read((tx) =>
        run<{ no: number; id: string; available: boolean }>(
          tx,
          sql`select l.no, v.id, v.available from order_lines l join variants v on v.product_id = l.product_id and v.id <> l.variant_id
            where l.order_id = ${order.id} and (not v.available or v.price_minor > l.unit_minor)`,
        ),
      );
      const sold = variants.find((one) => !one.available);
      const dear = variants.find((one) => one.available);
      if (!sold || !dear) throw new Error('the data changed');
      const bare = { orderId: order.id, changes: [{ lineNo: dear.no, variantId: dear.id }] };
      expect(code(await act(changeOrderItems, bare))).toBe('order.method_needed');
      const method = await w.read((tx) =>
        first<{ id: string }>(
          tx,
          sql`select id from payment_methods where buyer_id = ${order.buyer} order by balance_minor is not null limit 1`,
        ),
      );
      const gone = await act(changeOrderItems, {
        orderId: order.id,
        methodId: method?.id ?? '',
        changes: [{ lineNo: sold.no, variantId: sold.id }],
      });
      expect(['product.not_for_sale', 'product.sold_out']).toContain(code(gone));
      expect(await orderOf(order.number)).toEqual({ ...order, number: undefined });
    });

    test('retail: the whole amount moves to another method of the buyer, never to a stranger’s', async () => {
      const order = await someOrder(
        'retail-shop',
        sql`o.status = 'paid' and exists (select from payment_methods m where m.buyer_id = o.buyer_id and m.kind = 'gift_card'
            and m.balance_minor >= o.paid_minor)
          and not exists (select from order_payments p where p.order_id = o.id and p.method_kind = 'gift_card')`,
      );
      const gift = await methodOf(order.buyer, 'gift_card');
      const stranger = await w.read((tx) =>
        first<{ id: string }>(
          tx,
          sql`select id from payment_methods where buyer_id <> ${order.buyer} limit 1`,
        ),
      );
      const wish = { orderId: order.id, methodId: stranger?.id ?? '' };
      expect(code(await act(changeOrderPaymentMethod, wish))).toBe('order.method_foreign');
      const acted = done(
        await act(changeOrderPaymentMethod, { orderId: order.id, methodId: gift?.id ?? '' }),
      );
      expect(acted.act).toMatchObject({
        kind: 'payment_method_changed',
        params: { movedMinor: order.paid },
      });
      expect((await methodOf(order.buyer, 'gift_card'))?.balance).toBe(
        (gift?.balance ?? 0) - order.paid,
      );
    });

    test('jd: cancelling pays an e-card back at once, net of an earlier refund', async () => {
      const order = await someOrder(
        'jd-shop',
        sql`o.status = 'paid' and exists (select from order_payments p where p.order_id = o.id and p.method_kind = 'e_card')`,
      );
      const before = await methodOf(order.buyer, 'e_card');
      const half = Math.floor(order.paid / 2);
      done(
        await act(refundOrder, {
          orderId: order.id,
          amountMinor: half,
          reasonCode: 'price_difference',
        }),
      );
      const acted = done(
        await act(cancelOrder, { orderId: order.id, reasonCode: 'the buyer asked' }),
      );
      expect(acted).toMatchObject({ state: 'done', act: { amountMinor: order.paid - half } });
      expect((await methodOf(order.buyer, 'e_card'))?.balance).toBe(
        (before?.balance ?? 0) + order.paid,
      );
      const shipped = await someOrder('jd-shop', sql`o.status = 'shipped'`);
      const late = await act(cancelOrder, { orderId: shipped.id, reasonCode: 'x' });
      expect(code(late)).toBe('order.act_not_allowed');
    });

    test('jd: a thing becomes only what is on its exchange list', async () => {
      const order = await someOrder('jd-shop', sql`o.status in ('paid', 'preparing')`);
      const other = await w.read((tx) =>
        first<{ no: number; id: string }>(
          tx,
          sql`select l.no, v.id from order_lines l join variants v on v.shop_id = ${shops['jd-shop']} and v.available
              and v.product_id <> l.product_id where l.order_id = ${order.id}
              and not exists (select from published.products p join published.knowledge_texts k on k.product_external_id = p.external_id
                join products n on n.id = v.product_id where p.id = l.product_id and k.text ->> 'body' like '%' || n.external_id || '%') limit 1`,
        ),
      );
      if (!other) throw new Error('the data changed');
      const refused = await act(changeOrderItems, {
        orderId: order.id,
        changes: [{ lineNo: other.no, variantId: other.id }],
      });
      expect(code(refused)).toBe('order.variant_not_exchangeable');
    });

    test('SHOP-12 what was handled here a later file no longer overwrites, and says so', async () => {
      const order = await someOrder(
        'retail-shop',
        sql`o.status = 'paid' and o.address is not null`,
      );
      const address = {
        name: '',
        phone: '',
        country: 'USA',
        province: 'TX',
        city: 'Austin',
        district: '',
        street: '1 New Street',
        postcode: '73301',
      };
      const asked = await act(changeOrderAddress, { orderId: order.id, address });
      done(asked);
      // The hash of what was read last is wiped: to the mirror every order of the file looks changed.
      await w.write((tx) =>
        run(
          tx,
          sql`update orders set source_hash = '\\x00' where shop_id = ${shops['retail-shop']}`,
        ),
      );
      const again = await importOne('retail-shop/orders', 'retail-shop/orders.json');
      expect(again.rejected).toBeGreaterThanOrEqual(4);
      const kept = await w.read((tx) =>
        first<{ street: string }>(
          tx,
          sql`select address ->> 'street' as street from orders where id = ${order.id}`,
        ),
      );
      expect(kept?.street).toBe('1 New Street');
    });

    test('every ledger sums to zero and fits its order after all that', async () => {
      expect(await w.read((tx) => findLedgerFaults(tx))).toEqual([]);
    });
  },
);
