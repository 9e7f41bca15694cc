import type { StaffActor } from '../../kernel/actor.ts';
import { attempt } from '../../kernel/attempt.ts';
import { can } from '../../kernel/can.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Route } from '../../kernel/route.ts';
import type { Tx } from '../../kernel/tx.ts';
import { inHand } from './approval.hand.ts';
import type { ApprovalRow } from './approval.store.ts';
import type { Holder } from './limit.find.ts';
import type { CommandOf } from './ports.ts';

/** How the stored command ended: carried out; the approver's authority did not reach; the facts differ; or refused. */
export type Ran =
  | { readonly ended: 'done' }
  | { readonly ended: 'short' | 'changed' }
  | { readonly ended: 'refused'; readonly refusal: Refusal };

type Work = (actor: StaffActor, tx: Tx, input: unknown) => Promise<unknown>;

function mayRun(actor: StaffActor, route: Route, shop: string): boolean {
  if (route.permission === 'member') return actor.kind === 'member';
  return can(actor, route.permission, { shop, holder: null }) === 'yes';
}

interface Run {
  readonly row: ApprovalRow;
  readonly requester: StaffActor;
  /** Whose authority it counts against; null for a rehearsal, of which nothing stays. */
  readonly approver: Holder | null;
}

/**
 * Runs the stored command through its own behaviour, in the name of who asked, with the approval in hand. Only what was carried
 * out stays; whatever else happened is taken back, and the transaction goes on.
 */
export async function runApproved(
  commandOf: CommandOf,
  tx: Tx,
  { row, requester, approver }: Run,
): Promise<Ran> {
  const route = commandOf(row.endpoint);
  if (!route || route.bare || !mayRun(requester, route, row.act.shopId)) {
    return { ended: 'refused', refusal: refuse('access.denied', { permission: row.endpoint }) };
  }
  const hand = inHand(requester, { id: row.id, factsHash: row.facts_hash, approver });
  const work = route.behaviour as unknown as Work;
  const result = await attempt(
    tx,
    () => work(hand.actor, tx, row.input),
    (result) => approver !== null && !isRefusal(result) && hand.outcome() !== 'changed',
  );
  const outcome = hand.outcome();
  if (outcome === 'short' || outcome === 'changed') return { ended: outcome };
  return isRefusal(result) ? { ended: 'refused', refusal: result } : { ended: 'done' };
}
