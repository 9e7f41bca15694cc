import { sql } from 'kysely';
import { type Actor, actorRef } from '../../kernel/actor.ts';
import { isoColumn } from '../../kernel/events.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';
import type { Mapping } from './map/mapping.rules.ts';
import type { Kind } from './map/targets.ts';

export type ImportState = 'waiting' | 'running' | 'done' | 'failed' | 'interrupted' | 'cancelled';

/** A run as it stands. Times are ISO 8601. */
export interface ImportRow {
  readonly id: string;
  readonly shopId: string;
  readonly mappingName: string;
  readonly mapping: Mapping;
  readonly kind: Kind;
  readonly fileName: string;
  readonly size: number;
  readonly dryRun: boolean;
  readonly state: ImportState;
  readonly read: number;
  readonly readBytes: number;
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly failure: string | null;
  readonly failureAt: string | null;
  readonly byName: string;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
}

const iso = (column: string) => sql.raw(isoColumn(column));

/** A run whose process has been silent for so long was interrupted. */
export const silenceSeconds = 30;

const columns = sql`i.id, i.shop_id as "shopId", i.mapping_name as "mappingName", i.mapping, i.kind, i.file_name as "fileName",
  i.size, i.dry_run as "dryRun", case when i.state = 'running' and i.beat_at < now() - make_interval(secs => ${silenceSeconds})
    then 'interrupted' else i.state end as state, i.read, i.read_bytes as "readBytes", i.created, i.changed, i.unchanged,
  i.rejected, i.failure, i.failure_at as "failureAt", coalesce(m.name, '') as "byName", ${iso('i.created_at')} as "createdAt",
  ${iso('i.started_at')} as "startedAt", ${iso('i.finished_at')} as "finishedAt"`;

const from = sql`imports i left join published.members m on m.team_id = i.team_id and m.id = i.actor_id`;

export type Shops = readonly string[] | null;

const seen = (shops: Shops) =>
  shops === null ? sql`true` : sql`i.shop_id = any(${[...shops]}::uuid[])`;

export const readImport = (tx: Tx, id: string, shops: Shops = null) =>
  first<ImportRow>(
    tx,
    sql`select ${columns} from ${from} where i.team_id = ${tx.team} and i.id = ${id} and ${seen(shops)}`,
  );

export const readImportOfKey = (tx: Tx, key: string) =>
  first<ImportRow>(
    tx,
    sql`select ${columns} from ${from} where i.team_id = ${tx.team} and i.request_key = ${key}`,
  );

/** Runs, newest first. */
export function readImports(
  tx: Tx,
  shops: Shops,
  shopId: string | null,
  after: readonly [string, string] | null,
  limit: number,
) {
  const later = after
    ? sql`(i.created_at, i.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
    : sql`true`;
  return run<ImportRow & { at: string }>(
    tx,
    sql`select ${columns}, to_char(i.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at from ${from}
        where i.team_id = ${tx.team} and ${seen(shops)} and (${shopId}::uuid is null or i.shop_id = ${shopId}) and ${later}
        order by i.created_at desc, i.id desc limit ${limit}`,
  );
}

interface NewImport {
  readonly id: string;
  readonly shopId: string;
  readonly key: string | null;
  readonly mappingName: string;
  readonly mapping: Mapping;
  readonly fileName: string;
  readonly size: number;
  readonly dryRun: boolean;
}

/** Writes a new run; false when one with the same request key is there already. */
export async function insertImport(actor: Actor, tx: Tx, made: NewImport): Promise<boolean> {
  const by = actorRef(actor);
  const row = await first(
    tx,
    sql`insert into imports (team_id, id, shop_id, request_key, mapping_name, mapping, kind, file_name, size, dry_run, actor_kind, actor_id)
        values (${tx.team}, ${made.id}, ${made.shopId}, ${made.key}, ${made.mappingName}, ${JSON.stringify(made.mapping)}::json,
          ${made.mapping.kind}, ${made.fileName}, ${made.size}, ${made.dryRun}, ${by.kind}, ${by.id})
        on conflict do nothing returning 1 as one`,
  );
  return row !== undefined;
}
