import type { StaffActor } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/tx.ts';
import { holderInHand } from './approval.hand.ts';
import { openBook } from './authority.book.ts';
import type { LimitedAct } from './authority.ts';
import { type CounterKey, countersOf, counterText } from './counter.rules.ts';
import { addToCounters, lockCounters, readCounters } from './counter.store.ts';
import { holderOf, limitsInForce } from './limit.find.ts';

/** What bounds a gift that is used later, on an order nobody knows yet; null: no bound. */
export interface LaterBounds {
  readonly floorPercent: number | null;
  readonly orderMinor: number | null;
  readonly orderTotalMinor: number | null;
}

const nearer = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.max(a, b);

type Kind = Pick<LimitedAct, 'action' | 'shopId' | 'currency'>;

/** The bounds of whoever’s authority an act is done with: the actor’s, or of who approved it. */
export async function laterBounds(actor: StaffActor, tx: Tx, kind: Kind): Promise<LaterBounds> {
  const holder = holderInHand(actor) ?? holderOf(actor);
  const act = { ...kind, orderId: null, buyerId: null, amountMinor: 0, facts: {} };
  const { limits } = await openBook(tx, [act], [holder]);
  const own = limitsInForce(limits, holder, kind.action, kind);
  const total = limitsInForce(limits, holder, 'total', kind);
  return {
    floorPercent: nearer(own.floorPercent, total.floorPercent),
    orderMinor: own.perOrderMinor,
    orderTotalMinor: total.perOrderMinor,
  };
}

/** What was given on an order so far, by anybody: with acts of one kind, and with all kinds. */
export interface GivenOn {
  readonly kindMinor: number;
  readonly totalMinor: number;
}

async function orderKeys(tx: Tx, kind: Kind, orderId: string): Promise<CounterKey[]> {
  const act = { ...kind, orderId, buyerId: null, amountMinor: 0, facts: {} };
  const { counting } = await openBook(tx, [act], []);
  const nobody = { kind: 'member', id: orderId, role: '' } as const;
  return countersOf(counting(act), nobody).filter((key) => key.kind === 'order');
}

const givenOf = (keys: readonly CounterKey[], counts: ReadonlyMap<string, number>): GivenOn => {
  const at = (total: boolean) => {
    const key = keys.find((one) => (one.action === 'total') === total);
    return key ? (counts.get(counterText(key)) ?? 0) : 0;
  };
  return { kindMinor: at(false), totalMinor: at(true) };
};

/** What counts as given on an order; looks only. */
export async function givenOnOrder(tx: Tx, kind: Kind, orderId: string): Promise<GivenOn> {
  const keys = await orderKeys(tx, kind, orderId);
  return givenOf(keys, await readCounters(tx, keys));
}

/** Counts on an order what was given before anybody knew which order; answers what was given on it until then, held. */
export async function countOnOrder(
  tx: Tx,
  kind: Kind,
  orderId: string,
  amountMinor: number,
): Promise<GivenOn> {
  const keys = await orderKeys(tx, kind, orderId);
  const before = givenOf(keys, await lockCounters(tx, keys));
  await addToCounters(tx, keys, amountMinor);
  return before;
}
