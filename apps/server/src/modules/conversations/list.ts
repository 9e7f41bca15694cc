import type { conversations, InputOf } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { JsonText } from '../../kernel/answer.ts';
import { clock } from '../../kernel/clock.ts';
import { readCursor, writeCursor } from '../../kernel/cursor.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { countViews, type ListRow, movingRows, resolvedRows } from './list.store.ts';

type Input = InputOf<typeof conversations.listConversations>;

const pageJson = (rows: readonly ListRow[], next: string | null, counts: string): JsonText =>
  new JsonText(
    `{"items":[${rows.map((row) => row.json).join(',')}],"next":${JSON.stringify(next)},"counts":${counts}}`,
  );

async function listMoving(actor: StaffActor, tx: Tx, input: Input, limit: number) {
  const name = `conversations ${input.view}`;
  const kinds = ['instant', 'instant|null', 'instant', 'id'];
  const place = readCursor<[string, string | null, string, string]>(name, kinds, input.cursor);
  if (isRefusal(place)) return place;
  // A word of this very millisecond counts as later, else it could be read before and after.
  const asOf = place?.[0] ?? new Date(clock.now() - 1).toISOString();
  const after = place && { asOf, waiting: place[1], at: place[2], id: place[3] };
  const rows = await movingRows(actor, tx, input, asOf, after, limit + 1);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const more = rows.length > limit && last;
  const next = more ? writeCursor(name, [asOf, last.waiting, last.at, last.id]) : null;
  return pageJson(shown, next, place === null ? await countViews(actor, tx) : 'null');
}

async function listResolved(actor: StaffActor, tx: Tx, input: Input, limit: number) {
  const name = 'conversations resolved';
  const place = readCursor<[string, string]>(name, ['instant', 'id'], input.cursor);
  if (isRefusal(place)) return place;
  const after = place && { at: place[0], id: place[1] };
  const rows = await resolvedRows(actor, tx, input, after, limit + 1);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next = rows.length > limit && last ? writeCursor(name, [last.at, last.id]) : null;
  return pageJson(shown, next, place === null ? await countViews(actor, tx) : 'null');
}

/** Conversations of one view, as far as the reader may see them; with the counts of all views on the first page. */
export const listConversations = (actor: StaffActor, tx: Tx, input: Input) =>
  (input.view === 'resolved' ? listResolved : listMoving)(actor, tx, input, input.limit ?? 50);
