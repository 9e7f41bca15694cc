import { sql } from 'kysely';
import { first, run, type Tx } from '../../kernel/tx.ts';
import type { ConnectionState } from './connection.ts';

/** Notes how the platform is. `state_at` moves only when the state does; true when it did. */
export async function setHealth(
  tx: Tx,
  id: string,
  state: ConnectionState,
  trouble: string,
): Promise<boolean> {
  const row = await first<{ changed: boolean }>(
    tx,
    sql`update shop_connections c set state = ${state}, trouble = ${trouble},
          state_at = case when c.state = ${state} then c.state_at else now() end
        from (select id, state from shop_connections where team_id = ${tx.team} and id = ${id} for update) b
        where c.team_id = ${tx.team} and c.id = b.id returning b.state <> ${state} as changed`,
  );
  return row?.changed ?? false;
}

/** The platform's changes were read up to here. */
export const setCursor = (tx: Tx, id: string, cursor: string | null) =>
  run(
    tx,
    sql`update shop_connections set cursor = ${cursor}, last_read_at = now()
        where team_id = ${tx.team} and id = ${id}`,
  );

/** Mirror and platform were compared. */
export const setCompared = (tx: Tx, id: string, differences: number) =>
  run(
    tx,
    sql`update shop_connections set compared_at = now(), differences = ${differences}
        where team_id = ${tx.team} and id = ${id}`,
  );
