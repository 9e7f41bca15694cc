import { Id, Type } from '@guitai/contract';
import type { SystemActor } from '../../kernel/actor.ts';
import { clock, now } from '../../kernel/clock.ts';
import { defineJob, enqueue } from '../../kernel/jobs.ts';
import type { Tx } from '../../kernel/tx.ts';
import { lineOf } from './approval.line.ts';
import { nextStage } from './approval.rules.ts';
import { closeApproval, lockApproval, raiseApproval } from './approval.store.ts';
import { tellApproval } from './approval.tell.ts';
import { stageMinutes } from './limit.store.ts';

type Due = { readonly approvalId: string };

/** A line of approvers let its time run out: the next is asked; when there is none, the request expires. */
export async function approvalIsDue(actor: SystemActor, tx: Tx, { approvalId }: Due) {
  const row = await lockApproval(tx, approvalId);
  if (row?.state !== 'asked' || row.due_at === null) return;
  if (Date.parse(row.due_at) > clock.now()) return;
  const line = await lineOf(tx, { act: row.act, requester: row.requester_id });
  const stage = nextStage(line, row.stage);
  if (stage === null) {
    await closeApproval(tx, row, 'expired', { at: now() });
    await tellApproval(actor, tx, row.id, 'expired', line);
    return;
  }
  const dueAt = new Date(clock.now() + (await stageMinutes(tx)) * 60_000);
  await raiseApproval(tx, row.id, stage, dueAt);
  await enqueue(tx, approvalDue, { approvalId }, { runAt: dueAt, key: `approval ${row.id}` });
  await tellApproval(actor, tx, row.id, 'escalated', line);
}

/** Runs when a line of approvers should have decided. */
export const approvalDue = defineJob(
  'access.approvalDue',
  Type.Object({ approvalId: Id }),
  (actor, tx, due: Due): Promise<unknown> => approvalIsDue(actor, tx, due),
);
