import { sql } from 'kysely';
import { isoColumn } from '../../kernel/events.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';
import type { Mapping } from './map/mapping.rules.ts';

export interface MappingRow {
  readonly name: string;
  readonly document: Mapping;
  readonly updatedAt: string;
}

const columns = sql`name, document, ${sql.raw(isoColumn('updated_at'))} as "updatedAt"`;
const most = 1_000;

export const readMapping = (tx: Tx, name: string) =>
  first<MappingRow>(
    tx,
    sql`select ${columns} from import_mappings where team_id = ${tx.team} and name = ${name}`,
  );

export const readMappings = (tx: Tx) =>
  run<MappingRow>(
    tx,
    sql`select ${columns} from import_mappings where team_id = ${tx.team} order by name limit ${most}`,
  );

/** Keeps a mapping under its name, in place of an earlier one. */
export async function writeMapping(tx: Tx, name: string, document: Mapping): Promise<MappingRow> {
  const row = await first<MappingRow>(
    tx,
    sql`insert into import_mappings (team_id, name, kind, title, document)
        values (${tx.team}, ${name}, ${document.kind}, ${document.title}, ${JSON.stringify(document)}::json)
        on conflict (team_id, name) do update set kind = excluded.kind, title = excluded.title,
          document = excluded.document, updated_at = now()
        returning ${columns}`,
  );
  if (!row) throw new Error('a mapping vanished');
  return row;
}

/** False where there was none. */
export async function deleteMapping(tx: Tx, name: string): Promise<boolean> {
  const row = await first(
    tx,
    sql`delete from import_mappings where team_id = ${tx.team} and name = ${name} returning 1 as one`,
  );
  return row !== undefined;
}
