import type { SystemActor } from '../../kernel/actor.ts';
import { clock } from '../../kernel/clock.ts';
import { defineJob } from '../../kernel/jobs.ts';
import type { Tx } from '../../kernel/tx.ts';
import { lineOf } from './approval.line.ts';
import { endApproval, handUp } from './approval.open.ts';
import { approvalDuePlan } from './approval.plan.ts';
import { nextStage } from './approval.rules.ts';
import { lockApproval } from './approval.store.ts';

type Due = { readonly approvalId: string };

/** A line of approvers let its time run out: the next is asked; when there is none, the request expires. */
export async function approvalIsDue(actor: SystemActor, tx: Tx, { approvalId }: Due) {
  const row = await lockApproval(tx, approvalId);
  if (row?.state !== 'asked' || row.due_at === null) return;
  if (Date.parse(row.due_at) > clock.now()) return;
  const line = await lineOf(tx, { act: row.act, requester: row.requester_id });
  const stage = nextStage(line, row.stage);
  if (stage === null) await endApproval(actor, tx, { row, line }, 'expired');
  else await handUp(actor, tx, { row, line }, stage);
}

/** Runs when a line of approvers should have decided. */
export const approvalDue = defineJob(approvalDuePlan.name, approvalDuePlan.payload, approvalIsDue);
