import type { AddressShape } from '@guitai/contract';
import { sql } from 'kysely';
import { newId } from '../../kernel/ids.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';
import { own } from './tables.ts';

const team = (tx: Tx): string => tx.team ?? '';

/** The present values of some columns, for the record. */
export async function readFields(
  tx: Tx,
  id: string,
  columns: readonly string[],
): Promise<Record<string, unknown>> {
  if (columns.length === 0) return {};
  const row = await own(tx)
    .selectFrom('buyers')
    .select(columns as ('name' | 'remark')[])
    .where('team_id', '=', team(tx))
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? {};
}

/** Sets columns and counts the version up. */
export const writeFields = (tx: Tx, id: string, columns: Readonly<Record<string, unknown>>) =>
  own(tx)
    .updateTable('buyers')
    .set({ ...columns, updated_at: sql`now()`, version: sql`version + 1` } as never)
    .where('team_id', '=', team(tx))
    .where('id', '=', id)
    .execute();

/** The address a member wrote becomes the main one; addresses of the source stay. */
export async function replaceMainAddress(tx: Tx, id: string, address: AddressShape): Promise<void> {
  await run(
    tx,
    sql`delete from buyer_addresses where team_id = ${tx.team} and buyer_id = ${id} and source = 'member'`,
  );
  await run(
    tx,
    sql`update buyer_addresses set main = false where team_id = ${tx.team} and buyer_id = ${id}`,
  );
  const row = {
    team_id: team(tx),
    id: newId(),
    buyer_id: id,
    main: true,
    source: 'member' as const,
  };
  await own(tx)
    .insertInto('buyer_addresses')
    .values({ ...row, ...address, raw: null })
    .execute();
  await writeFields(tx, id, {});
}

/** Adds and removes tags in one statement; each stands once, in order of being added. */
export async function writeTags(
  tx: Tx,
  id: string,
  add: readonly string[],
  remove: readonly string[],
): Promise<{ before: string[]; after: string[] }> {
  const before = await first<{ tags: string[] }>(
    tx,
    sql`select tags from buyers where team_id = ${tx.team} and id = ${id} for update`,
  );
  const kept = (before?.tags ?? []).filter((tag) => !remove.includes(tag));
  const after = [...new Set([...kept, ...add])];
  if (after.join('\n') !== before?.tags.join('\n')) await writeFields(tx, id, { tags: after });
  return { before: before?.tags ?? [], after };
}
