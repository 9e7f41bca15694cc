import { sql } from 'kysely';
import { type SystemActor, system, type TeamActor } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/tx.ts';
import { run } from '../../kernel/tx.ts';
import { lineOf } from './approval.line.ts';
import { endApproval } from './approval.open.ts';
import { requesterOf } from './approval.requester.ts';
import { runApproved } from './approval.run.ts';
import { type ApprovalRow, lockApproval } from './approval.store.ts';
import type { CommandOf } from './ports.ts';

const openIds = (tx: Tx, column: 'order_id' | 'requester_id', id: string) =>
  run<{ id: string }>(
    tx,
    sql`select id from approvals where team_id = ${tx.team} and state = 'asked' and ${sql.ref(column)} = ${id} order by id`,
  );

async function eachOpen(
  tx: Tx,
  column: 'order_id' | 'requester_id',
  id: string,
  work: (row: ApprovalRow) => Promise<unknown>,
) {
  for (const found of await openIds(tx, column, id)) {
    const row = await lockApproval(tx, found.id);
    if (row?.state === 'asked') await work(row);
  }
}

const lineFor = (tx: Tx, row: ApprovalRow) =>
  lineOf(tx, { act: row.act, requester: row.requester_id });

/** Who asked has another role, other shops, or is no longer here: what was asked so far is void, in the same transaction. */
export const voidRequestsOf = (actor: TeamActor, tx: Tx, requester: string) =>
  eachOpen(tx, 'requester_id', requester, async (row) => {
    const open = { row, line: await lineFor(tx, row) };
    await endApproval(actor, tx, open, 'void', { voidReason: 'requester_changed' });
  });

/**
 * Something was done to an order: every request about it is rehearsed, its command run and taken back. What its facts no longer
 * bear out is void at once, so that nobody decides about yesterday.
 */
export const rehearseApprovalsWith =
  (commandOf: CommandOf) =>
  (actor: SystemActor, tx: Tx, orderId: string): Promise<void> =>
    eachOpen(tx, 'order_id', orderId, async (row) => {
      const requester = await requesterOf(tx, row);
      const ran =
        requester && (await runApproved(commandOf, tx, { row, requester, approver: null }));
      if (ran?.ended === 'done') return;
      const open = { row, line: await lineFor(tx, row) };
      const changed = ran ? 'changed' : 'requester_changed';
      await endApproval(system(actor.team, actor.why), tx, open, 'void', { voidReason: changed });
    });
