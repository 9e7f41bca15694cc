import type { access } from '@guitai/contract';
import type { Actor } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/tx.ts';
import { spendApproved } from './approval.hand.ts';
import { openBook } from './authority.book.ts';
import { spendOf, verdictOf } from './authority.count.ts';
import { holderOf } from './limit.find.ts';
import type { LimitReached } from './limit.rules.ts';

export type LimitedAction = access.LimitedActionWord;
export type { LimitReached } from './limit.rules.ts';

/** An act that gives away or pays the shop's money. */
export interface LimitedAct {
  readonly action: LimitedAction;
  readonly shopId: string;
  readonly orderId: string | null;
  readonly buyerId: string | null;
  /** What the shop gives away or pays, in minor units, never below zero. */
  readonly amountMinor: number;
  readonly currency: string;
  /** What an approval is bound to: order facts, payee, amounts. It dies when any of them changes. */
  readonly facts: Readonly<Record<string, unknown>>;
  readonly floor?: {
    readonly kind: 'price' | 'postage';
    readonly resultMinor: number;
    readonly baseMinor: number;
  };
}

/** `ask`: an approval may be asked for. `no`: this is never done, whoever asks. */
export type Authority =
  | { readonly verdict: 'yes' }
  | { readonly verdict: 'ask' | 'no'; readonly why: readonly LimitReached[] };

const notGranted = ({ amountMinor, currency }: LimitedAct): Authority => ({
  verdict: 'no',
  why: [{ limit: 'not_granted', limitMinor: 0, usedMinor: 0, wantedMinor: amountMinor, currency }],
});

/** The approval the actor holds while its approved command runs by itself; null otherwise. */
export const approvalOf = (actor: Actor): string | null =>
  actor.kind === 'member' || actor.kind === 'key' ? (actor.approval?.id ?? null) : null;

/** The product itself and buyers have no discretion to limit: what they may do is a rule of the shop. */
const unlimited = (actor: Actor) => actor.kind === 'system' || actor.kind === 'buyer';

/** Whether the actor may do this alone. Looks only; what counts is said by `spend`. */
export async function weigh(actor: Actor, tx: Tx, act: LimitedAct): Promise<Authority> {
  if (unlimited(actor)) return { verdict: 'yes' };
  if (actor.kind !== 'member' && actor.kind !== 'key') return notGranted(act);
  const covered = await spendApproved(actor, tx, act, false);
  if (covered) return covered;
  const holder = holderOf(actor);
  return verdictOf(await openBook(tx, [act], [holder]), holder, act);
}

/**
 * Counts the act against the actor's authority, in the transaction of its effect: the counters of person and day, order, and
 * buyer and day are taken under lock, looked at, and moved only where the answer is yes. Call it once per act.
 */
export async function spend(actor: Actor, tx: Tx, act: LimitedAct): Promise<Authority> {
  if (unlimited(actor)) return { verdict: 'yes' };
  if (actor.kind !== 'member' && actor.kind !== 'key') return notGranted(act);
  return (await spendApproved(actor, tx, act, true)) ?? spendOf(tx, holderOf(actor), act);
}
