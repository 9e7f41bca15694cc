import { type InputOf, shops } from '@guitai/contract';
import { sql } from 'kysely';
import { type AtCounter, address } from '../../../test/counter.ts';
import { system } from '../../kernel/actor.ts';
import { run } from '../../kernel/tx.ts';
import { mirrorMethods, payOrder } from './index.ts';

/** Another address than hers, in another district. */
export const elsewhere = { ...address, street: '文三路 90 号', district: '临安区' };

/** Money for her order came in; by WeChat, all of it unless told otherwise. */
export const pay = (w: AtCounter, orderId = w.order, amountMinor?: number, reference = 'p-1') =>
  w.doing((tx) =>
    payOrder(system(w.team, 'test'), tx, {
      orderId,
      kind: 'wechat_pay',
      reference,
      ...(amountMinor ? { amountMinor } : {}),
    }),
  );

/** A gift card of the buyer with a balance, and a credit card. */
export async function methodsOf(w: AtCounter, balanceMinor = 50_000) {
  const one = { buyerExternalId: 'b-1', sourceKind: '', currency: 'CNY', attributes: {} };
  await w.doing((tx) =>
    mirrorMethods(tx, w.shop, [
      { ...one, externalId: 'gift', kind: 'gift_card', label: '礼品卡', balanceMinor },
      { ...one, externalId: 'card', kind: 'credit_card', label: '信用卡', balanceMinor: null },
    ]),
  );
  const rows = await w.doing((tx) =>
    run<{ id: string; externalId: string }>(
      tx,
      sql`select id, external_id as "externalId" from payment_methods where shop_id = ${w.shop}`,
    ),
  );
  return Object.fromEntries(rows.map((row) => [row.externalId, row.id])) as {
    gift: string;
    card: string;
  };
}

/** Pieces of the plate that can be sold. */
export const stockOf = async (w: AtCounter) => {
  const rows = await w.doing((tx) =>
    run<{ stock: number }>(tx, sql`select stock from published.variants where id = ${w.variant}`),
  );
  return rows[0]?.stock;
};

/** The owner changes what the shop allows. */
export const setRules = async (
  w: AtCounter,
  orderRules: InputOf<typeof shops.updateShopSettings>['orderRules'],
) => (await w.as('何雅琴')).call(shops.updateShopSettings, { shopId: w.shop, orderRules });
