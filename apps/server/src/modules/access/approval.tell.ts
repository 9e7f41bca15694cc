import type { TeamActor } from '../../kernel/actor.ts';
import { emit } from '../../kernel/events.ts';
import type { Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import type { Approver } from './approval.rules.ts';
import { briefOf } from './approval.shown.ts';
import { type ApprovalRow, approvalOfId } from './approval.store.ts';
import {
  approvalApproved,
  approvalEscalated,
  approvalExpired,
  approvalRefused,
  approvalRequested,
  approvalVoid,
  approvalWithdrawn,
} from './events.ts';

const events = {
  requested: approvalRequested,
  escalated: approvalEscalated,
  approved: approvalApproved,
  refused: approvalRefused,
  void: approvalVoid,
  expired: approvalExpired,
  withdrawn: approvalWithdrawn,
} as const;

export type Step = keyof typeof events;

/** Puts a step of a request on record and tells who asked and who may decide; returns the request as it is now. */
export async function tellApproval(
  actor: TeamActor,
  tx: Tx,
  id: string,
  step: Step,
  line: readonly Approver[],
): Promise<ApprovalRow> {
  const row = await approvalOfId(tx, id);
  if (!row) throw new Error('a request for approval vanished');
  const data = briefOf(row);
  const { shopId, orderId, action, amountMinor, currency, why, requester } = data;
  emit(tx, events[step], {
    subject: id,
    actor,
    reach: { shop: shopId, holders: [row.requester_id, ...line.map((one) => one.id)] },
    data,
  });
  record(tx, actor, {
    action: `approval.${step}`,
    subject: { kind: 'approval', id },
    shop: shopId,
    reason: row.reason ?? row.void_reason ?? (step === 'requested' ? row.note || null : null),
    after: {
      ...{ orderId, act: action, amountMinor, currency, why, requester: requester.id },
      ...(row.decided_for ? { inPlaceOf: row.decided_for } : {}),
      ...(row.refusal_code ? { refusal: row.refusal_code } : {}),
    },
  });
  return row;
}
