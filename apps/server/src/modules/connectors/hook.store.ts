import { sql } from 'kysely';
import { first, run, type Tx } from '../../kernel/tx.ts';
import type { Hook } from './ports.ts';

/** Keeps what a platform told; false where it told that before. */
export async function keepHook(tx: Tx, connectionId: string, hook: Hook): Promise<boolean> {
  const kept = await run(
    tx,
    sql`insert into connection_hooks (team_id, connection_id, hook_id, topic, order_external_id)
        values (${tx.team}, ${connectionId}, ${hook.id}, ${hook.topic}, ${hook.orderExternalId})
        on conflict do nothing returning 1 as one`,
  );
  return kept.length > 0;
}

export const readHookRow = (tx: Tx, connectionId: string, hookId: string) =>
  first<{ orderExternalId: string | null; handled: boolean }>(
    tx,
    sql`select order_external_id as "orderExternalId", handled_at is not null as handled from connection_hooks
        where team_id = ${tx.team} and connection_id = ${connectionId} and hook_id = ${hookId}`,
  );

export const markHandled = (tx: Tx, connectionId: string, hookId: string) =>
  run(
    tx,
    sql`update connection_hooks set handled_at = now()
        where team_id = ${tx.team} and connection_id = ${connectionId} and hook_id = ${hookId}`,
  );

/** Ids are kept for two weeks: no platform tells the same again after that. */
export const forgetHooks = (tx: Tx, connectionId: string) =>
  run(
    tx,
    sql`delete from connection_hooks where team_id = ${tx.team} and connection_id = ${connectionId}
        and received_at < now() - interval '14 days' and handled_at is not null`,
  );
