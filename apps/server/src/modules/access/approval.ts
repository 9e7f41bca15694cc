import type { access, InputOf } from '@guitai/contract';
import { sql } from 'kysely';
import { actorRef, type StaffActor } from '../../kernel/actor.ts';
import { sightOf } from '../../kernel/can.ts';
import { pageOf, readCursor } from '../../kernel/cursor.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { lineOf, linesOf } from './approval.line.ts';
import { maySee, shownApproval } from './approval.shown.ts';
import { type ApprovalRow, approvalOfId, approvalRows } from './approval.store.ts';

/** One request for approval; one the reader may not see is not there. */
export async function getApproval(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof access.getApproval>,
) {
  const row = await approvalOfId(tx, input.approvalId);
  if (!row) return refuse('approval.not_found');
  const line = await lineOf(tx, { act: row.act, requester: row.requester_id });
  return maySee(actor, row, line) ? shownApproval(actor, row, line) : refuse('approval.not_found');
}

type View = NonNullable<InputOf<typeof access.listApprovals>['view']>;

/** So many open requests are looked through for those that wait for one person. */
const openAtMost = 500;

function whereOf(actor: StaffActor, view: View, orderId: string | undefined) {
  const me = actorRef(actor).id;
  const { shops = [] } = sightOf(actor, 'approvals.read') ?? {};
  const state = {
    waiting: sql`p.state = 'asked'`,
    open: sql`p.state = 'asked'`,
    mine: sql`p.requester_id = ${me}`,
    decided: sql`p.state <> 'asked'`,
  }[view];
  return sql`${state} and (${shops === null} or p.shop_id = any(${[...(shops ?? [])]}::uuid[]))
    and (${orderId ?? null}::uuid is null or p.order_id = ${orderId ?? null})`;
}

/** The rows as this reader sees them; what the reader may not see is left out. */
async function shownTo(actor: StaffActor, tx: Tx, rows: readonly ApprovalRow[]) {
  const lines = await linesOf(
    tx,
    rows.map((row) => ({ act: row.act, requester: row.requester_id })),
  );
  return rows.flatMap((row, n) => {
    const line = lines[n] ?? [];
    return maySee(actor, row, line) ? [shownApproval(actor, row, line)] : [];
  });
}

/** Requests, newest first. What waits for the reader comes as one page: it is worked off, not browsed. */
export async function listApprovals(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof access.listApprovals>,
) {
  const view = input.view ?? 'waiting';
  const list = `approvals ${view}`;
  const place = readCursor<[string, string]>(list, ['instant', 'id'], input.cursor);
  if (isRefusal(place)) return place;
  const where = whereOf(actor, view, input.orderId);
  const [at = null, id = null] = place ?? [];
  const after = sql`(${at === null} or (p.asked_at, p.id) < (${at}::timestamptz, ${id}::uuid))`;
  const limit = view === 'waiting' ? openAtMost : (input.limit ?? 50);
  const rows = await approvalRows(tx, sql`${where} and ${after}`, limit + 1);
  const page = pageOf(list, rows, limit, (row) => [row.asked_at, row.id]);
  const items = await shownTo(actor, tx, page.items);
  return view === 'waiting'
    ? { items: items.filter((one) => one.waitingForMe), next: null }
    : { items, next: page.next };
}

/** How many requests wait for the reader, and how many of the reader's own are open. */
export async function countApprovals(actor: StaffActor, tx: Tx) {
  const rows = await approvalRows(tx, whereOf(actor, 'open', undefined), openAtMost);
  const items = await shownTo(actor, tx, rows);
  const me = actorRef(actor).id;
  return {
    waiting: items.filter((one) => one.waitingForMe).length,
    mine: items.filter((one) => one.requester.id === me).length,
  };
}
