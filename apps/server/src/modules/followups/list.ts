import type { followups, InputOf } from '@guitai/contract';
import { sql } from 'kysely';
import type { StaffActor } from '../../kernel/actor.ts';
import { sightOf } from '../../kernel/can.ts';
import { pageOf, readCursor } from '../../kernel/cursor.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { countTabs, type Filter, orderOf, pageQuery } from './list.store.ts';
import { readShown } from './shown.store.ts';
import { dress, findOne } from './shown.ts';

export const shopsSeen = (actor: StaffActor): readonly string[] | null =>
  (sightOf(actor, 'followups.read') ?? { shops: [] }).shops;

/** Buyers to come back to, of the shops the reader works in. */
export async function listFollowups(
  actor: StaffActor,
  tx: Tx,
  { cursor, limit = 50, ...wanted }: InputOf<typeof followups.listFollowups>,
) {
  const filter: Filter = { ...wanted, shops: shopsSeen(actor) };
  const list = `followups-${wanted.stage ?? wanted.tab ?? 'all'}`;
  const place = readCursor<[string, string]>(list, ['text', 'id'], cursor);
  if (isRefusal(place)) return place;
  const rows = await readShown(
    tx,
    pageQuery(tx, filter, place, limit + 1),
    orderOf(filter, sql`f.`),
  );
  const page = pageOf(list, rows, limit, (row) => [row.place, row.id]);
  return {
    items: await dress(actor, tx, page.items),
    next: page.next,
    counts: await countTabs(tx, filter),
  };
}

/** One follow-up. */
export const getFollowup = (
  actor: StaffActor,
  tx: Tx,
  { followupId }: InputOf<typeof followups.getFollowup>,
) => findOne(actor, tx, followupId);
