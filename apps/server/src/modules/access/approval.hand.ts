import { createHash } from 'node:crypto';
import type { ApprovalInHand, StaffActor } from '../../kernel/actor.ts';
import { canonical } from '../../kernel/idempotency.ts';
import type { Tx } from '../../kernel/tx.ts';
import { openBook } from './authority.book.ts';
import { spendOf } from './authority.count.ts';
import type { Authority, LimitedAct } from './authority.ts';
import { countersOf } from './counter.rules.ts';
import { noteApproved } from './counter.store.ts';
import { type Holder, holderOf } from './limit.find.ts';

/** What an approval is bound to; it dies when anything of this changes. */
export const hashOf = (act: LimitedAct): Buffer =>
  createHash('sha256')
    .update(
      canonical([
        act.action,
        act.shopId,
        act.orderId,
        act.buyerId,
        act.amountMinor,
        act.currency,
        act.floor ?? null,
        act.facts,
      ]),
    )
    .digest();

interface Hand {
  readonly factsHash: Buffer;
  /** Whose authority covers the act; null for a rehearsal, which only compares the facts. */
  readonly approver: Holder | null;
  outcome: 'unused' | 'spent' | 'changed' | 'short';
}

/** What approvals in hand cover. Kept beside the actor: an actor cannot bring one along from outside. */
const hands = new WeakMap<ApprovalInHand, Hand>();

/** The actor with the approval in hand, for one run of its command; `outcome` says afterwards what became of it. */
export function inHand<A extends StaffActor>(
  actor: A,
  approval: { readonly id: string; readonly factsHash: Buffer; readonly approver: Holder | null },
): { actor: A; outcome: () => Hand['outcome'] } {
  const hand: Hand = { ...approval, outcome: 'unused' };
  const held: ApprovalInHand = { id: approval.id };
  hands.set(held, hand);
  return { actor: { ...actor, approval: held }, outcome: () => hand.outcome };
}

/** Whose authority an approved command runs with; null without an approval. */
export const holderInHand = (actor: StaffActor): Holder | null =>
  (actor.approval && hands.get(actor.approval)?.approver) ?? null;

const refused: Authority = { verdict: 'no', why: [] };

async function spendHand(actor: StaffActor, tx: Tx, hand: Hand, act: LimitedAct) {
  if (hand.approver) {
    const verdict = await spendOf(tx, hand.approver, act);
    if (verdict.verdict !== 'yes') {
      hand.outcome = 'short';
      return verdict;
    }
    const counting = (await openBook(tx, [act], [])).counting(act);
    const own = countersOf(counting, holderOf(actor)).filter((key) => key.kind === 'day');
    await noteApproved(tx, own, act.amountMinor);
  }
  hand.outcome = 'spent';
  return { verdict: 'yes' } as const;
}

/**
 * The verdict for an actor with an approval in hand; null without one. It covers exactly the act that was asked for, once,
 * and the act counts against the authority of who approved it.
 */
export async function spendApproved(
  actor: StaffActor,
  tx: Tx,
  act: LimitedAct,
  count: boolean,
): Promise<Authority | null> {
  const hand = actor.approval && hands.get(actor.approval);
  if (!hand) return null;
  const fits = hand.factsHash.equals(hashOf(act)) && hand.outcome === 'unused';
  if (fits) return count ? spendHand(actor, tx, hand, act) : { verdict: 'yes' };
  if (count) hand.outcome = 'changed';
  return refused;
}
