import type { InputOf, teamwork } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { pageOf, readCursor } from '../../kernel/cursor.ts';
import { isId } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { countRows, listTaskRows, wantsSettled } from './list.store.ts';
import { shownTask } from './task.shown.ts';
import { seenBy } from './task.sight.ts';

const me = (actor: StaffActor) => (actor.kind === 'member' ? actor.member : null);

/** Tasks the reader may see. */
export async function listTasks(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof teamwork.listTasks>,
) {
  const { cursor, limit = 50, ids, ...filters } = input;
  const settled = wantsSettled(filters);
  const name = settled ? 'tasks settled' : 'tasks';
  const place = readCursor<[string | null, string]>(name, ['instant|null', 'id'], cursor);
  if (isRefusal(place)) return place;
  const named = ids === undefined ? {} : { ids: ids.split(',').filter(isId).slice(0, 100) };
  const wanted = { ...filters, ...named, team: tx.team, member: me(actor), now: now() };
  const rows = await listTaskRows(tx, seenBy(actor), wanted, place, limit + 1);
  const page = pageOf(name, rows, limit, (row) => [settled ? row.settled_at : row.due_at, row.id]);
  return { items: page.items.map((row) => shownTask(actor, row)), next: page.next };
}

/** How many pending tasks each view has for the reader. */
export async function countTasks(actor: StaffActor, tx: Tx) {
  const counts = await countRows(tx, seenBy(actor), me(actor), now());
  return counts ?? { mine: 0, made: 0, team: 0, overdue: 0, orphaned: 0 };
}
