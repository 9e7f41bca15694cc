import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { analyze } from '../../../test/blocks.ts';
import { freshShop, type ShopWorld } from '../../../test/shop.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { run } from '../../kernel/tx.ts';
import { orders as ordersModule } from '../orders/index.ts';
import { importFile } from './index.ts';

const data = fileURLToPath(new URL('../../../../../../shared/data/', import.meta.url));
const there = existsSync(`${data}jd-shop`) && existsSync(`${data}retail-shop`);
if (!there) console.info('SKIPPED: the real shops are not beside the repository (../shared/data)');

/** Numbers stay text with their digits, so that the test does not trust the importer's own arithmetic. */
type Json = string | boolean | null | { digits: string } | Json[] | { [key: string]: Json };
const parse = (text: string) =>
  JSON.parse(text, (_, value, context?: { source?: string }) =>
    typeof value === 'number' ? { digits: context?.source } : value,
  );
const load = <T>(file: string): Record<string, T> => parse(readFileSync(`${data}${file}`, 'utf8'));

/** Cents of a decimal by moving the point in its digits. */
function cents(value: unknown): number {
  const [whole = '', fraction = ''] = (value as { digits: string }).digits.split('.');
  if (/[1-9]/.test(fraction.slice(2))) throw new Error('not a whole cent');
  return Number(whole + fraction.slice(0, 2).padEnd(2, '0'));
}

const files = [
  ['jd-shop/users', 'jd-shop/users.json'],
  ['jd-shop/products', 'jd-shop/products.json'],
  ['jd-shop/product-knowledge', 'jd-shop/products.json'],
  ['jd-shop/orders', 'jd-shop/orders.json'],
  ['jd-shop/logistics', 'jd-shop/logistics.json'],
  ['jd-shop/invoices', 'jd-shop/invoices.json'],
  ['jd-shop/cashback', 'jd-shop/cashback.json'],
  ['jd-shop/service', 'jd-shop/service.json'],
  ['jd-shop/discount', 'jd-shop/discount.json'],
  ['jd-shop/policy', 'jd-shop/policy.zh.md'],
  ['retail-shop/users', 'retail-shop/users.json'],
  ['retail-shop/products', 'retail-shop/products.json'],
  ['retail-shop/orders', 'retail-shop/orders.json'],
  ['retail-shop/parcels', 'retail-shop/orders.json'],
] as const;

let w: ShopWorld;
const shops: Record<string, string> = {};

const rows = <R>(query: ReturnType<typeof sql>) => w.read((tx) => run<R>(tx, query));

async function importAll(order: readonly (readonly [string, string])[] = files) {
  const results = [];
  for (const [mapping, file] of order) {
    const shopId = shops[mapping.split('/')[0] ?? ''] ?? '';
    const fileName = file.split('/')[1] ?? '';
    const result = await importFile(w.db, w.actor, {
      shopId,
      mapping,
      dryRun: false,
      path: `${data}${file}`,
      fileName,
    });
    if (isRefusal(result)) throw new Error(`${mapping}: ${result.code}`);
    // As the database does by itself within a minute: among a thousand other teams it takes a new one for small.
    await analyze('buyers', 'buyer_accounts', 'orders', 'order_lines', 'variants', 'parcels');
    results.push({ ...result, mapping });
  }
  return results;
}

describe.skipIf(!there)('both real shops, imported with the mappings of the examples', () => {
  let first: Awaited<ReturnType<typeof importAll>>;

  beforeAll(async () => {
    w = await freshShop();
    shops['jd-shop'] = await w.anotherShop('JD');
    shops['retail-shop'] = await w.anotherShop('Retail');
    first = await importAll();
  }, 120_000);

  test('every file has a mapping, every record comes in, none is rejected', () => {
    const have = new Set(files.map(([, file]) => file));
    for (const shop of ['jd-shop', 'retail-shop']) {
      for (const file of readdirSync(`${data}${shop}`)) expect(have).toContain(`${shop}/${file}`);
    }
    const seen = Object.fromEntries(
      first.map((one) => [one.mapping, [one.state, one.created, one.changed, one.rejected]]),
    );
    expect(seen).toEqual({
      'jd-shop/users': ['done', 28, 0, 0],
      'jd-shop/products': ['done', 52, 0, 0],
      'jd-shop/product-knowledge': ['done', 312, 0, 0],
      'jd-shop/orders': ['done', 41, 0, 0],
      'jd-shop/logistics': ['done', 39, 0, 0],
      'jd-shop/invoices': ['done', 71, 0, 0],
      'jd-shop/cashback': ['done', 1, 0, 0],
      'jd-shop/service': ['done', 1, 0, 0],
      'jd-shop/discount': ['done', 1, 0, 0],
      'jd-shop/policy': ['done', 1, 0, 0],
      'retail-shop/users': ['done', 500, 0, 0],
      'retail-shop/products': ['done', 50, 0, 0],
      'retail-shop/orders': ['done', 1000, 0, 0],
      'retail-shop/parcels': ['done', 577, 0, 0],
    });
  });

  test('every order of jd-shop: total, payment and lines to the cent', async () => {
    const source = load<{
      订单总金额: unknown;
      支付方式: string;
      订单状态: string;
      用户ID: string;
      订单商品列表: { 商品ID: string; 单价: unknown; 数量: { digits: string } }[];
    }>('jd-shop/orders.json');
    const stored = await readOrders(shops['jd-shop'] ?? '');
    expect([...stored.keys()].sort()).toEqual(Object.keys(source).sort());
    for (const [id, order] of Object.entries(source)) {
      const kept = stored.get(id);
      const total = cents(order.订单总金额);
      expect(kept, id).toMatchObject({
        total_minor: total,
        paid_minor: total,
        refunded_minor: 0,
        source_status: order.订单状态,
        buyer: order.用户ID,
      });
      expect(kept?.payments, id).toEqual([
        {
          kind: 'payment',
          amount: total,
          source: order.支付方式,
          method: order.支付方式 === '京东E卡' ? 'ecard' : null,
        },
      ]);
      expect(kept?.lines, id).toEqual(
        order.订单商品列表.map((line) => ({
          product: line.商品ID,
          variant: '',
          quantity: Number(line.数量.digits),
          unit: cents(line.单价),
          linked: true,
        })),
      );
    }
  });

  test('every order of retail-shop: total, each payment and refund by its means, lines to the cent', async () => {
    type Paid = { transaction_type: string; amount: unknown; payment_method_id: string };
    const source = load<{
      user_id: string;
      status: string;
      items: {
        product_id: string;
        item_id: string;
        price: unknown;
        options: Record<string, string>;
      }[];
      payment_history: Paid[];
    }>('retail-shop/orders.json');
    const stored = await readOrders(shops['retail-shop'] ?? '');
    expect(stored.size).toBe(1000);
    for (const [id, order] of Object.entries(source)) {
      const kept = stored.get(id);
      const sum = (type: string) =>
        order.payment_history
          .filter((one) => one.transaction_type === type)
          .reduce((total, one) => total + cents(one.amount), 0);
      const total = order.items.reduce((all, item) => all + cents(item.price), 0);
      expect(kept, id).toMatchObject({
        total_minor: total,
        paid_minor: sum('payment'),
        refunded_minor: sum('refund'),
        source_status: order.status,
        buyer: order.user_id,
      });
      expect(kept?.payments, id).toEqual(
        order.payment_history.map((one) => ({
          kind: one.transaction_type,
          amount: cents(one.amount),
          source: one.payment_method_id.replace(/_\d+$/, ''),
          method: one.payment_method_id,
        })),
      );
      expect(kept?.lines, id).toEqual(
        order.items.map((item) => ({
          product: item.product_id,
          variant: item.item_id,
          quantity: 1,
          unit: cents(item.price),
          linked: true,
        })),
      );
    }
  });

  test('every balance: e-cards in yuan, gift cards in dollars, to the cent', async () => {
    const kept = await rows<{
      key: string;
      kind: string;
      balance: number | null;
      currency: string;
      label: string;
    }>(sql`
      select a.external_id || '/' || m.external_id as key, m.kind, m.balance_minor as balance, m.currency, m.label
      from payment_methods m join buyer_accounts a on a.team_id = m.team_id and a.buyer_id = m.buyer_id and a.shop_id = m.shop_id
      where m.team_id = ${w.actor.team}`);
    const byKey = new Map(kept.map((one) => [one.key, one]));
    const jd = load<{ 电子卡余额: unknown }>('jd-shop/users.json');
    for (const [id, user] of Object.entries(jd)) {
      expect(byKey.get(`${id}/ecard`)).toMatchObject({
        kind: 'e_card',
        balance: cents(user.电子卡余额),
        currency: 'CNY',
      });
    }
    expect(byKey.get('cnjd喜哥2号/ecard')?.balance).toBe(550_000);
    const retail = load<{
      payment_methods: Record<
        string,
        { source: string; balance?: unknown; brand?: string; last_four?: string }
      >;
    }>('retail-shop/users.json');
    let methods = 28;
    for (const [id, user] of Object.entries(retail)) {
      for (const [method, told] of Object.entries(user.payment_methods)) {
        methods += 1;
        const balance = told.balance === undefined ? null : cents(told.balance);
        expect(byKey.get(`${id}/${method}`), id).toMatchObject({
          kind: told.source,
          balance,
          currency: 'USD',
        });
        if (told.brand)
          expect(byKey.get(`${id}/${method}`)?.label).toBe(`${told.brand} ••${told.last_four}`);
      }
    }
    expect(kept).toHaveLength(methods);
  });

  test('every value of every source record is kept: in our fields or as an attribute', async () => {
    const sources: [string, string, ReturnType<typeof sql>][] = [
      [
        'jd-shop',
        'users',
        sql`select a.external_id as id, concat(to_jsonb(b), a.external_id,
          (select jsonb_agg(x) from buyer_addresses x where x.buyer_id = b.id),
          (select jsonb_agg(m) from payment_methods m where m.buyer_id = b.id)) as kept
        from buyer_accounts a join buyers b on b.id = a.buyer_id where a.shop_id = ${shops['jd-shop']}`,
      ],
      [
        'retail-shop',
        'users',
        sql`select a.external_id as id, concat(to_jsonb(b), a.external_id,
          (select jsonb_agg(x) from buyer_addresses x where x.buyer_id = b.id),
          (select jsonb_agg(m) from payment_methods m where m.buyer_id = b.id)) as kept
        from buyer_accounts a join buyers b on b.id = a.buyer_id where a.shop_id = ${shops['retail-shop']}`,
      ],
      ...(['jd-shop', 'retail-shop'] as const).flatMap(
        (shop): [string, string, ReturnType<typeof sql>][] => [
          [
            shop,
            'products',
            sql`select p.external_id as id, concat(to_jsonb(p),
            (select jsonb_agg(to_jsonb(v)) from variants v where v.product_id = p.id)) as kept from products p where p.shop_id = ${shops[shop]}`,
          ],
          [
            shop,
            'orders',
            sql`select o.external_id as id, concat(to_jsonb(o), (select jsonb_agg(to_jsonb(l)) from order_lines l where l.order_id = o.id),
            (select jsonb_agg(to_jsonb(e)) from order_entries e where e.order_id = o.id),
            (select jsonb_agg(to_jsonb(m)) from payment_methods m where m.buyer_id = o.buyer_id),
            (select jsonb_agg(to_jsonb(x)) from parcels x where x.order_id = o.id)) as kept from orders o where o.shop_id = ${shops[shop]}`,
          ],
        ],
      ),
      [
        'jd-shop',
        'logistics',
        sql`select x.external_id as id, concat(to_jsonb(x),
          (select jsonb_agg(to_jsonb(v)) from parcel_events v where v.parcel_id = x.id)) as kept from parcels x where x.shop_id = ${shops['jd-shop']}`,
      ],
      [
        'jd-shop',
        'invoices',
        sql`select order_external_id as id, concat(to_jsonb(r)) as kept from order_records r where topic = '发票'`,
      ],
    ];
    for (const [shop, file, query] of sources) {
      const kept = new Map(
        (await rows<{ id: string; kept: string }>(query)).map((row) => [row.id, row.kept]),
      );
      const source = load<Json>(`${shop}/${file}.json`);
      expect(kept.size, `${shop}/${file}`).toBe(Object.keys(source).length);
      for (const [id, record] of Object.entries(source)) {
        const text = kept.get(id) ?? '';
        const lost = leaves(record).filter((leaf) => !isKept(leaf, text));
        expect(lost, `${shop}/${file} ${id}`).toEqual([]);
      }
    }
  });

  test('oddities: parcels without orders wait, one phone is two persons, a stray key is read, invented numbers stay', async () => {
    const waiting = await rows<{ id: string }>(
      sql`select external_id as id from parcels where order_id is null and team_id = ${w.actor.team} order by 1`,
    );
    expect(waiting.map((row) => row.id)).toEqual(['305616251940', '314231443863', '316680590625']);
    const twins = await rows<{ name: string }>(
      sql`select name from buyers where ${shops['jd-shop']}::uuid = any(shop_ids) and phone_tail = '5324' order by 1`,
    );
    expect(twins.map((row) => row.name)).toEqual(['曾琬清', '曾琬琰']);
    const phones = await rows<{
      phone: string;
      phone_valid: boolean;
    }>(sql`select phone, phone_valid from buyers
      where team_id = ${w.actor.team} and name in ('曹柔惠', '宋敬明') order by name`);
    expect(phones).toEqual([
      { phone: '+8615540534614', phone_valid: true },
      { phone: '11213348266', phone_valid: false },
    ]);
    const [stray] =
      await rows(sql`select v.status, v.source_status, v.text from parcel_events v join parcels x on x.id = v.parcel_id
      where x.external_id = '931050936855' order by v.no desc limit 1`);
    expect(stray).toEqual({
      status: 'signed',
      source_status: '已签收',
      text: '前台代收（签收人：李小姐）',
    });
    const [twice] = await rows<{
      lines: number;
      nos: number[];
    }>(sql`with twice as (
        select order_id from order_lines where team_id = ${w.actor.team} and variant_external_id is not null
        group by order_id, variant_external_id having count(*) > 1 limit 50)
      select (select count(*)::int from order_lines l where l.team_id = ${w.actor.team} and l.order_id = x.order_id) as lines,
        x.line_nos as nos from parcels x
      where x.team_id = ${w.actor.team} and x.shop_id = ${shops['retail-shop']} and x.order_id in (select order_id from twice) limit 1`);
    expect(twice?.nos).toHaveLength(twice?.lines ?? -1);
    const unavailable = await rows<{ n: number }>(
      sql`select count(*)::int as n from variants where shop_id = ${shops['retail-shop']} and not available`,
    );
    expect(unavailable[0]?.n).toBe(591 - availableInSource());
    const [times] = await rows(
      sql`select promised_at, delivered_at from parcels where external_id = '315064585336'`,
    );
    expect(times).toEqual({
      promised_at: new Date('2025-05-06T14:00:00+08:00'),
      delivered_at: new Date('2025-05-06T13:45:22+08:00'),
    });
  });

  test('the ledgers of 1,041 orders sum to what the orders say', async () => {
    expect(
      await w.read((tx) => ordersModule.checks[0]?.ask(tx) ?? Promise.resolve(['no check'])),
    ).toEqual([]);
    const [sum] = await rows<{
      zero: number;
    }>(sql`select coalesce(sum(side), -1)::int as zero from order_entries e,
      lateral (values (e.amount_minor), (-e.amount_minor)) s(side) where e.team_id = ${w.actor.team}`);
    expect(sum?.zero).toBe(0);
  });

  test('importing everything again changes nothing: no event, no row', async () => {
    const before = await fingerprint();
    const events = (await w.events()).filter((type) => type !== 'import.progressed').length;
    const again = await importAll();
    expect(again.map(({ created, changed, rejected }) => [created, changed, rejected])).toEqual(
      again.map(() => [0, 0, 0]),
    );
    expect((await w.events()).filter((type) => type !== 'import.progressed')).toHaveLength(events);
    expect(await fingerprint()).toEqual(before);
  }, 120_000);

  test('the files in the opposite order come to the same', async () => {
    const counts = () =>
      rows(sql`select (select count(*)::int from orders where team_id = ${w.actor.team}) as orders,
        (select sum(paid_minor - refunded_minor)::bigint from orders where team_id = ${w.actor.team}) as kept,
        (select count(*)::int from order_lines where team_id = ${w.actor.team} and variant_id is not null) as linked,
        (select count(*)::int from parcels where team_id = ${w.actor.team} and order_id is not null) as placed,
        (select count(*)::int from buyers where team_id = ${w.actor.team} and name <> '') as named,
        (select string_agg(title, '|' order by title) from order_lines where team_id = ${w.actor.team}) as titles`);
    const forwards = await counts();
    w = await freshShop();
    shops['jd-shop'] = await w.anotherShop('JD');
    shops['retail-shop'] = await w.anotherShop('Retail');
    await importAll([...files].reverse());
    expect(await counts()).toEqual(forwards);
  }, 120_000);
});

interface StoredOrder {
  external_id: string;
  total_minor: number;
  paid_minor: number;
  refunded_minor: number;
  source_status: string;
  buyer: string;
  payments: object[];
  lines: object[];
}

async function readOrders(shop: string): Promise<Map<string, StoredOrder>> {
  const found = await rows<StoredOrder>(sql`
    select o.external_id, o.total_minor, o.paid_minor, o.refunded_minor, o.source_status,
      (select external_id from buyer_accounts a where a.buyer_id = o.buyer_id and a.shop_id = o.shop_id) as buyer,
      (select json_agg(json_build_object('kind', e.kind, 'amount', e.amount_minor, 'source', e.source_kind, 'method', m.external_id) order by e.reference)
        from order_entries e left join payment_methods m on m.id = e.method_id where e.order_id = o.id and e.kind in ('payment', 'refund')) as payments,
      (select json_agg(json_build_object('product', l.product_external_id, 'variant', l.variant_external_id, 'quantity', l.quantity,
          'unit', l.unit_minor, 'linked', l.variant_id is not null) order by l.no) from order_lines l where l.order_id = o.id) as lines
    from orders o where o.shop_id = ${shop}`);
  return new Map(found.map((order) => [order.external_id, order]));
}

/** Everything but the age of the data. */
const fingerprint = () =>
  rows(sql`select t.name, t.print from (
    select 'orders' as name, md5(string_agg((to_jsonb(x) - 'mirrored_at')::text, '' order by id)) as print from orders x where team_id = ${w.actor.team}
    union all select 'lines', md5(string_agg(to_jsonb(x)::text, '' order by id)) from order_lines x where team_id = ${w.actor.team}
    union all select 'entries', md5(string_agg(to_jsonb(x)::text, '' order by id)) from order_entries x where team_id = ${w.actor.team}
    union all select 'buyers', md5(string_agg((to_jsonb(x) - 'mirrored_at')::text, '' order by id)) from buyers x where team_id = ${w.actor.team}
    union all select 'methods', md5(string_agg(to_jsonb(x)::text, '' order by id)) from payment_methods x where team_id = ${w.actor.team}
    union all select 'products', md5(string_agg((to_jsonb(x) - 'mirrored_at')::text, '' order by id)) from products x where team_id = ${w.actor.team}
    union all select 'variants', md5(string_agg(to_jsonb(x)::text, '' order by id)) from variants x where team_id = ${w.actor.team}
    union all select 'parcels', md5(string_agg((to_jsonb(x) - 'mirrored_at')::text, '' order by id)) from parcels x where team_id = ${w.actor.team}
    union all select 'steps', md5(string_agg(to_jsonb(x)::text, '' order by parcel_id, no)) from parcel_events x where team_id = ${w.actor.team}
    union all select 'texts', md5(string_agg(to_jsonb(x)::text, '' order by id)) from knowledge_texts x where team_id = ${w.actor.team}) t order by 1`);

function leaves(value: Json): (string | { digits: string })[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value === 'boolean') return [];
  if (!Array.isArray(value) && 'digits' in value) return [value as { digits: string }];
  return Object.values(value).flatMap((inner) => leaves(inner as Json));
}

/** Texts stand as they are (as JSON writes them); amounts as cents or as the number; times as the instant; phones normalised. */
function isKept(leaf: string | { digits: string }, text: string): boolean {
  if (typeof leaf !== 'string') {
    const number = String(Number(leaf.digits));
    return text.includes(number) || text.includes(String(cents(leaf)));
  }
  const written = JSON.stringify(leaf).slice(1, -1);
  if (leaf === '' || text.includes(written)) return true;
  const time = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)$/.exec(leaf);
  return (
    time !== null &&
    text.includes(new Date(`${time[1]}T${time[2]}+08:00`).toISOString().slice(0, 19))
  );
}

function availableInSource(): number {
  const source = load<{ variants: Record<string, { available: boolean }> }>(
    'retail-shop/products.json',
  );
  return Object.values(source)
    .flatMap((product) => Object.values(product.variants))
    .filter((variant) => variant.available).length;
}
