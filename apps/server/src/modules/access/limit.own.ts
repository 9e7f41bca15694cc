import type { access, InputOf } from '@guitai/contract';
import type { MemberActor } from '../../kernel/actor.ts';
import { localDay } from '../../kernel/clock.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { briefShops } from '../shops/index.ts';
import { countersOf, counterText, usedWithin } from './counter.rules.ts';
import { readCounters } from './counter.store.ts';
import { holderOf, limitsInForce } from './limit.find.ts';
import { limitKeys } from './limit.shown.ts';
import { limitRows } from './limit.store.ts';

/** What the reader may give alone in a shop, and how much of it is used today. */
export async function getOwnLimits(
  actor: MemberActor,
  tx: Tx,
  input: InputOf<typeof access.getOwnLimits>,
) {
  const shop = (await briefShops(tx, actor.shops)).find((one) => one.id === input.shopId);
  if (!shop) return refuse('shop.not_found');
  const { currency } = shop;
  const holder = holderOf(actor);
  const place = {
    shopId: shop.id,
    currency,
    orderId: null,
    buyerId: null,
    day: localDay(shop.timezone),
  };
  const countings = limitKeys.map((action) => ({ ...place, action }));
  const counts = await readCounters(
    tx,
    countings.flatMap((one) => countersOf(one, holder)),
  );
  const rows = await limitRows(tx, [currency]);
  const limits = countings.map((counting) => {
    const { action } = counting;
    const found = limitsInForce(rows, holder, action, place);
    const { shopOnly: _shopOnly, ...limit } = found;
    const used = usedWithin(
      found,
      counting,
      holder,
      action,
      (key) => counts.get(counterText(key)) ?? 0,
    );
    return { action, ...limit, usedTodayMinor: used.day };
  });
  return { currency, day: place.day, limits };
}
