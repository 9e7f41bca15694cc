import type { StaffActor, TeamActor } from '../../kernel/actor.ts';
import { clock, now } from '../../kernel/clock.ts';
import { enqueue, unqueue } from '../../kernel/jobs.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { lineOf } from './approval.line.ts';
import { approvalDuePlan } from './approval.plan.ts';
import type { ApprovalState, Approver } from './approval.rules.ts';
import { maySee, shownApproval } from './approval.shown.ts';
import {
  type ApprovalRow,
  type Closing,
  closeApproval,
  lockApproval,
  raiseApproval,
} from './approval.store.ts';
import { tellApproval } from './approval.tell.ts';
import { stageMinutes } from './limit.store.ts';

/** A request that waits, held by this transaction, and who may decide it. */
export interface Open {
  readonly row: ApprovalRow;
  readonly line: readonly Approver[];
}

/** The request as long as it waits; one the reader may not see is not there. */
export async function openApproval(
  actor: StaffActor,
  tx: Tx,
  id: string,
): Promise<Open | Refusal<'approval.not_found' | 'approval.closed'>> {
  const row = await lockApproval(tx, id);
  if (!row) return refuse('approval.not_found');
  const line = await lineOf(tx, { act: row.act, requester: row.requester_id });
  if (!maySee(actor, row, line)) return refuse('approval.not_found');
  return row.state === 'asked' ? { row, line } : refuse('approval.closed', { state: row.state });
}

/** Ends a held request and tells it; what was planned for it goes with it. */
export async function endApproval(
  actor: TeamActor,
  tx: Tx,
  { row, line }: Open,
  to: Exclude<ApprovalState, 'asked'>,
  how: Omit<Closing, 'at'> = {},
): Promise<ApprovalRow> {
  await closeApproval(tx, row, to, { ...how, at: now() });
  await unqueue(tx, `approval ${row.id}`);
  return tellApproval(actor, tx, row.id, to, line);
}

/** Asks the next in line, with a time of their own. */
export async function handUp(
  actor: TeamActor,
  tx: Tx,
  { row, line }: Open,
  stage: number,
): Promise<ApprovalRow> {
  const dueAt = new Date(clock.now() + (await stageMinutes(tx)) * 60_000);
  await raiseApproval(tx, row.id, stage, dueAt);
  await enqueue(
    tx,
    approvalDuePlan,
    { approvalId: row.id },
    { runAt: dueAt, key: `approval ${row.id}` },
  );
  return tellApproval(actor, tx, row.id, 'escalated', line);
}

type Outcome = 'done' | 'void' | 'handed_up';

/** What a decision answers with. */
export const decided = (actor: StaffActor, outcome: Outcome, row: ApprovalRow, { line }: Open) => ({
  outcome,
  approval: shownApproval(actor, row, line),
});
