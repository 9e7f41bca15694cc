import { localDay } from '../../kernel/clock.ts';
import type { Tx } from '../../kernel/tx.ts';
import { briefShops } from '../shops/index.ts';
import type { LimitedAct } from './authority.ts';
import {
  type CounterKey,
  type Counting,
  countersOf,
  counterText,
  usedWithin,
} from './counter.rules.ts';
import { type Counts, readCounters } from './counter.store.ts';
import { type Holder, limitsInForce } from './limit.find.ts';
import { type LimitReached, reached } from './limit.rules.ts';
import { type LimitRow, limitRows } from './limit.store.ts';

/** Limits and counters of some holders for some acts, read together. */
export interface Book {
  readonly limits: readonly LimitRow[];
  readonly counts: Counts;
  counting(act: LimitedAct): Counting;
}

type ReadCounters = (tx: Tx, keys: readonly CounterKey[]) => Promise<Counts>;

/** Reads what is needed to judge the acts for the holders; `read` may also lock the counters. */
export async function openBook(
  tx: Tx,
  acts: readonly LimitedAct[],
  holders: readonly Holder[],
  read: ReadCounters = readCounters,
): Promise<Book> {
  const shops = await briefShops(tx, [...new Set(acts.map((act) => act.shopId))]);
  const days = new Map(shops.map((shop) => [shop.id, localDay(shop.timezone)]));
  const counting = (act: LimitedAct): Counting => ({
    ...act,
    day: days.get(act.shopId) ?? localDay('UTC'),
  });
  const limits = await limitRows(tx, [...new Set(acts.map((act) => act.currency))]);
  const keys = acts.flatMap((act) => holders.flatMap((who) => countersOf(counting(act), who)));
  return { limits, counts: await read(tx, keys), counting };
}

/** The bounds the holder would run into with the act, of its own kind and of all kinds together. */
export function shortOf(
  book: Book,
  holder: Holder,
  act: LimitedAct,
): { why: LimitReached[]; beyond: 'ask' | 'no' } {
  const counting = book.counting(act);
  const amountAt = (key: CounterKey) => book.counts.get(counterText(key)) ?? 0;
  const runs = ([act.action, 'total'] as const).map((action) => {
    const limits = limitsInForce(book.limits, holder, action, act);
    const why = reached(limits, usedWithin(limits, counting, holder, action, amountAt), act);
    return { why, beyond: limits.beyond };
  });
  const short = runs.filter((one) => one.why.length > 0);
  return {
    why: short.flatMap((one) => one.why),
    beyond: short.some((one) => one.beyond === 'no') ? 'no' : 'ask',
  };
}
