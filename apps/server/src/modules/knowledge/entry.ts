import type { InputOf, knowledge } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { can, sightOf } from '../../kernel/can.ts';
import { pageOf, readCursor } from '../../kernel/cursor.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { count } from './change.store.ts';
import { type EntryRow, lockEntry, readEntries, readEntry } from './entry.store.ts';
import { summaryOf, wholeOf } from './shown.ts';

type Shops = readonly string[] | null;

/** The reader's shops, narrowed to one where one was asked for. */
export function shopsSeen(actor: StaffActor, shopId: string | undefined): Shops {
  const { shops } = sightOf(actor, 'knowledge.read') ?? { shops: [] as string[] };
  return shopId === undefined ? shops : shops === null || shops.includes(shopId) ? [shopId] : [];
}

/** KB-01: entries of every state, changed last first. */
export async function listKnowledge(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof knowledge.listKnowledge>,
) {
  const place = readCursor<[string, string]>('knowledge entries', ['instant', 'id'], input.cursor);
  if (isRefusal(place)) return place;
  const limit = input.limit ?? 50;
  const filter = { ...input, shops: shopsSeen(actor, input.shopId) };
  const rows = await readEntries(tx, filter, place, limit + 1);
  const page = pageOf('knowledge entries', rows, limit, (row) => [row.place, row.id]);
  return { items: page.items.map((row) => summaryOf(row, actor.locale)), next: page.next };
}

const seen = (actor: StaffActor, row: EntryRow | undefined): row is EntryRow =>
  row !== undefined && can(actor, 'knowledge.read', { shop: row.shopId }) === 'yes';

export async function getKnowledge(
  actor: StaffActor,
  tx: Tx,
  { entryId }: InputOf<typeof knowledge.getKnowledge>,
) {
  const row = await readEntry(tx, entryId);
  return seen(actor, row) ? wholeOf(actor, tx, row) : refuse('knowledge.not_found');
}

/** The entry, locked, when the actor sees it and may do this in its shop. */
export async function entryFor(
  actor: StaffActor,
  tx: Tx,
  entryId: string,
  permission: string,
): Promise<EntryRow | Refusal<'knowledge.not_found' | 'access.denied'>> {
  const row = await lockEntry(tx, entryId);
  if (!seen(actor, row)) return refuse('knowledge.not_found');
  return can(actor, permission, { shop: row.shopId }) === 'yes'
    ? row
    : refuse('access.denied', { permission });
}

/** KB-05: a view is counted where the row stands, so that two at once are two. */
export async function viewKnowledge(
  actor: StaffActor,
  tx: Tx,
  { entryId }: InputOf<typeof knowledge.viewKnowledge>,
) {
  const row = await readEntry(tx, entryId);
  if (!seen(actor, row)) return refuse('knowledge.not_found');
  const counted = await count(tx, entryId, 'views');
  return { views: counted?.n ?? row.views };
}
