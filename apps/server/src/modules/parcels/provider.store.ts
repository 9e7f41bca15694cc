import { sql } from 'kysely';
import { isoColumn } from '../../kernel/events.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';
import type { ProviderRow } from './tables.ts';

const columns = sql`id, kind, shop_id as "shopId", secrets, enabled, state, ${sql.raw(isoColumn('state_at'))} as "stateAt", trouble`;

export const readProviders = (tx: Tx) =>
  run<ProviderRow>(
    tx,
    sql`select ${columns} from parcel_providers where team_id = ${tx.team} order by created_at, id`,
  );

export const readProvider = (tx: Tx, id: string) =>
  first<ProviderRow>(
    tx,
    sql`select ${columns} from parcel_providers where team_id = ${tx.team} and id = ${id}`,
  );

/** How many parcels under way are asked of each. */
export async function countWatched(tx: Tx): Promise<Map<string, number>> {
  const rows = await run<{ id: string; n: number }>(
    tx,
    sql`select provider_id as id, count(*)::int as n from parcel_watches
        where team_id = ${tx.team} and not ended and provider_id is not null group by provider_id`,
  );
  return new Map(rows.map(({ id, n }) => [id, n]));
}

/** False where there is one of its kind for the same shop. */
export async function insertProvider(
  tx: Tx,
  { id, kind, shopId, secrets }: Pick<ProviderRow, 'id' | 'kind' | 'shopId' | 'secrets'>,
): Promise<boolean> {
  const made = await run(
    tx,
    sql`insert into parcel_providers (team_id, id, kind, shop_id, secrets)
        values (${tx.team}, ${id}, ${kind}, ${shopId}, ${secrets}) on conflict do nothing returning 1 as one`,
  );
  return made.length > 0;
}

export const saveProvider = (
  tx: Tx,
  { id, secrets, enabled }: Pick<ProviderRow, 'id' | 'secrets' | 'enabled'>,
) =>
  run(
    tx,
    sql`update parcel_providers set secrets = ${secrets}, enabled = ${enabled}
        where team_id = ${tx.team} and id = ${id}`,
  );

export const deleteProvider = (tx: Tx, id: string) =>
  run(tx, sql`delete from parcel_providers where team_id = ${tx.team} and id = ${id}`);

/** Notes how a provider answered; the time only moves with the state. */
export const setProviderState = (
  tx: Tx,
  id: string,
  state: ProviderRow['state'],
  trouble: string,
) =>
  run(
    tx,
    sql`update parcel_providers set state = ${state}, trouble = ${trouble}, state_at = clock_timestamp()
        where team_id = ${tx.team} and id = ${id} and (state <> ${state} or trouble <> ${trouble})`,
  );
