import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';

/** Lets those versions through that are not older than what was taken over before; each order stays locked until the end. */
export async function passVersions(
  tx: Tx,
  connectionId: string,
  versions: readonly { readonly externalId: string; readonly version: number }[],
): Promise<Set<string>> {
  const told = versions.map(({ externalId, version }) => ({ externalId, version }));
  const rows = await run<{ externalId: string }>(
    tx,
    sql`insert into connection_orders as k (team_id, connection_id, external_id, version)
        select ${tx.team}, ${connectionId}, r."externalId", r.version
        from json_to_recordset(${JSON.stringify(told)}::json) as r("externalId" text, version bigint) order by 3
        on conflict (team_id, connection_id, external_id) do update set version = excluded.version
          where k.version <= excluded.version
        returning external_id as "externalId"`,
  );
  return new Set(rows.map(({ externalId }) => externalId));
}
