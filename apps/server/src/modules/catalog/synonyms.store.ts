import type { catalog } from '@guitai/contract';
import { sql } from 'kysely';
import { isoColumn } from '../../kernel/events.ts';
import { newId } from '../../kernel/ids.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';

export interface GroupRow extends catalog.SynonymGroupShape {
  readonly removed: boolean;
}

const columns = sql`id, shop_id as "shopId", words, version, ${sql.raw(isoColumn('changed_at'))} as "changedAt",
  removed_at is not null as removed`;

/** Groups of the shops, newest first; `null`: of every shop. */
export const readGroups = (tx: Tx, shops: readonly string[] | null): Promise<GroupRow[]> =>
  run(
    tx,
    sql`select ${columns} from synonym_groups where team_id = ${tx.team} and removed_at is null
          and ${shops === null ? sql`true` : sql`shop_id = any(${[...shops]}::uuid[])`} order by changed_at desc, id desc`,
  );

/** The words alone, as a search needs them. */
export const readWords = async (tx: Tx, shops: readonly string[] | null): Promise<string[][]> => {
  const rows = await run<{ words: string[] }>(
    tx,
    sql`select words from synonym_groups where team_id = ${tx.team} and removed_at is null
          and ${shops === null ? sql`true` : sql`shop_id = any(${[...shops]}::uuid[])`} order by shop_id, id`,
  );
  return rows.map(({ words }) => words);
};

/** A group, locked until the transaction ends. */
export const lockGroup = (tx: Tx, id: string) =>
  first<GroupRow>(
    tx,
    sql`select ${columns} from synonym_groups where team_id = ${tx.team} and id = ${id} for update`,
  );

export const insertGroup = (tx: Tx, shopId: string, words: readonly string[]) =>
  first<GroupRow>(
    tx,
    sql`insert into synonym_groups (team_id, id, shop_id, words, changed_at)
        values (${tx.team}, ${newId()}, ${shopId}, ${[...words]}::text[], clock_timestamp()) returning ${columns}`,
  );

export const writeGroup = (tx: Tx, id: string, words: readonly string[]) =>
  first<GroupRow>(
    tx,
    sql`update synonym_groups set words = ${[...words]}::text[], version = version + 1, changed_at = clock_timestamp()
        where team_id = ${tx.team} and id = ${id} returning ${columns}`,
  );

export const setRemoved = (tx: Tx, id: string, removed: boolean) =>
  first<GroupRow>(
    tx,
    sql`update synonym_groups set removed_at = ${removed ? sql`clock_timestamp()` : sql`null`}, version = version + 1
        where team_id = ${tx.team} and id = ${id} returning ${columns}`,
  );
