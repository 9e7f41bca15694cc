import type { access, InputOf } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { decided, endApproval, openApproval } from './approval.open.ts';
import { isRequester, placeOf } from './approval.shown.ts';

/** Refuses a request with a reason. Who may decide it may refuse it, deputies included. */
export async function refuseApproval(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof access.refuseApproval>,
) {
  const open = await openApproval(actor, tx, input.approvalId);
  if (isRefusal(open)) return open;
  if (isRequester(actor, open.row)) return refuse('approval.own');
  const place = placeOf(actor, open.line);
  if (!place) return refuse('access.denied', { permission: 'approvals.decide' });
  const inPlaceOf = place.inPlaceOf === place.id ? null : place.inPlaceOf;
  const how = { by: place.id, inPlaceOf, reason: input.reason };
  return decided(actor, 'done', await endApproval(actor, tx, open, 'refused', how), open);
}

/** Takes the own request back. */
export async function withdrawApproval(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof access.withdrawApproval>,
) {
  const open = await openApproval(actor, tx, input.approvalId);
  if (isRefusal(open)) return open;
  if (!isRequester(actor, open.row)) return refuse('approval.not_yours');
  return decided(actor, 'done', await endApproval(actor, tx, open, 'withdrawn'), open);
}
