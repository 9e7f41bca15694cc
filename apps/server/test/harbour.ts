import { sql } from 'kysely';
import type { SystemActor } from '../src/kernel/actor.ts';
import type { Db } from '../src/kernel/db.ts';
import { isRefusal } from '../src/kernel/refusal.ts';
import { run } from '../src/kernel/tx.ts';
import { ensureVerifiedBuyer } from '../src/modules/buyers/index.ts';
import { mirrorProducts } from '../src/modules/catalog/index.ts';
import { applyCoupon, createCouponTemplate, giveCoupon } from '../src/modules/offers/index.ts';
import * as orders from '../src/modules/orders/index.ts';
import { productRecord, variantRecord } from './records.ts';
import type { Sea } from './storm.ts';
import { placed, till } from './till.ts';

interface Ground {
  readonly db: Db;
  readonly actor: SystemActor;
  readonly shop: string;
  readonly count: number;
}

const variant = (no: number, priceMinor: number) =>
  variantRecord({
    externalId: `storm-${no}`,
    sku: `STORM-${no}`,
    options: { size: String(no) },
    priceMinor,
  });

async function stockUp({ db, actor, shop }: Ground) {
  await db.write(actor, (tx) =>
    mirrorProducts(actor, tx, shop, [
      productRecord({ externalId: 'storm', variants: [variant(1, 9_000), variant(2, 10_000)] }),
    ]),
  );
  return db.read(actor, async (tx) => {
    const rows = await run<{ id: string }>(
      tx,
      sql`select id from variants where external_id like 'storm-%' order by external_id`,
    );
    const [a = '', b = ''] = rows.map((row) => row.id);
    return [a, b] as const;
  });
}

/** Somebody who buys, with a gift card. */
async function buyerWithCard({ db, actor, shop }: Ground, n: number) {
  const externalId = `storm-${n}`;
  const buyer = await db.write(actor, (tx) =>
    ensureVerifiedBuyer(actor, tx, { shopId: shop, externalId, name: externalId }),
  );
  if (isRefusal(buyer)) throw new Error(buyer.code);
  const card = {
    buyerExternalId: externalId,
    externalId,
    kind: 'gift_card' as const,
    sourceKind: '',
    label: 'gift card',
    balanceMinor: 10_000_000,
    currency: 'CNY',
    attributes: {},
  };
  await db.write(actor, (tx) => orders.mirrorMethods(tx, shop, [card]));
  const [row] = await db.read(actor, (tx) =>
    run<{ id: string }>(tx, sql`select id from payment_methods where external_id = ${externalId}`),
  );
  return { buyerId: buyer.buyerId, giftCard: row?.id ?? '' };
}

const off = 1_000;

/** ¥10 off, so many that the storm comes to their end. */
async function kindOfCoupon({ db, actor, shop, count }: Ground): Promise<string> {
  const maxCount = Math.ceil(count / 3) + 40;
  const terms = {
    ...{ kind: 'amount' as const, amountMinor: off, percent: null, capMinor: null, minMinor: 0 },
    ...{ scope: 'shop' as const, productIds: [], categories: [], bundle: [], stacksWith: [] },
    backOnRefund: true,
  };
  const made = await db.write(actor, (tx) =>
    createCouponTemplate(actor, tx, {
      ...{ shopId: shop, name: 'storm', terms, budgetMinor: maxCount * off, maxCount },
      ...{ perBuyer: null, validFrom: null, validUntil: null, validDays: 30 },
    }),
  );
  if (isRefusal(made)) throw new Error(made.code);
  return made.id;
}

async function given({ db, actor }: Ground, templateId: string, buyerId: string) {
  const coupon = await db.write(actor, (tx) => giveCoupon(actor, tx, { templateId, buyerId }));
  if (isRefusal(coupon)) throw new Error(coupon.code);
  return coupon.id;
}

/** Puts a coupon on an order that waits for payment; what it takes off. */
async function couponed(ground: Ground, templateId: string, buyerId: string, orderId: string) {
  const { db, actor } = ground;
  const couponId = await given(ground, templateId, buyerId);
  const acted = await db.write(actor, (tx) => applyCoupon(actor, tx, { orderId, couponId }));
  if (isRefusal(acted)) throw new Error(acted.code);
  return off;
}

/** Orders paid in two parts, by gift card and at the gateway, eight at a time; and the till they were paid at. */
export async function harbour(ground: Ground): Promise<Sea> {
  const { db, actor, shop, count } = ground;
  const variants = await stockUp(ground);
  const buyers: Awaited<ReturnType<typeof buyerWithCard>>[] = [];
  while (buyers.length < Math.ceil(count / 5))
    buyers.push(await buyerWithCard(ground, buyers.length));
  const till_ = till(db, actor);
  const templateId = await kindOfCoupon(ground);
  const made: Sea['orders'][number][] = [];
  const make = async () => {
    while (made.length < count) {
      const slot = made.push({ id: '', giftCard: '' }) - 1;
      const { buyerId, giftCard } = buyers[slot % buyers.length] as (typeof buyers)[number];
      const items = [{ variantId: variants[0], quantity: 1 }];
      const orderId = await placed(db, actor, { shopId: shop, buyerId, items });
      // Every third is paid with a coupon on it.
      const off = slot % 3 === 0 ? await couponed(ground, templateId, buyerId, orderId) : 0;
      const part = await db.write(actor, (tx) =>
        orders.payOrder(actor, tx, {
          orderId,
          kind: 'gift_card',
          reference: 'gift',
          methodId: giftCard,
          amountMinor: 3_000,
        }),
      );
      if (isRefusal(part)) throw new Error(part.code);
      await till_.pay(orderId, shop, 6_000 - off);
      made[slot] = { id: orderId, giftCard };
    }
  };
  await Promise.all(Array.from({ length: 8 }, make));
  const inHand = [];
  for (const { buyerId } of buyers.slice(0, 20)) {
    const items = [{ variantId: variants[0], quantity: 1 }];
    const unpaid = [];
    while (unpaid.length < 3)
      unpaid.push(await placed(db, actor, { shopId: shop, buyerId, items }));
    inHand.push({ buyerId, couponId: await given(ground, templateId, buyerId), unpaid });
  }
  const coupons = { templateId, buyers: inHand };
  return { db, actor, shop, orders: made, variants, till: till_, coupons };
}
