import { sql } from 'kysely';
import { first, run, type Tx } from '../../kernel/tx.ts';
import type { Home } from './reach.ts';

/** Whether a supervisor has to approve what is published there; never for one's own scripts. */
export async function needsApproval(tx: Tx, { scope, shopId }: Home): Promise<boolean> {
  if (scope === 'own') return false;
  const row = await first<{ approval: boolean }>(
    tx,
    sql`select approval from script_rules where team_id = ${tx.team} and shop_id is not distinct from ${shopId}::uuid`,
  );
  return row?.approval ?? false;
}

export const readRules = (tx: Tx): Promise<{ shopId: string | null; approval: boolean }[]> =>
  run(tx, sql`select shop_id as "shopId", approval from script_rules where team_id = ${tx.team}`);

export const saveRule = (tx: Tx, shopId: string | null, approval: boolean) =>
  run(
    tx,
    sql`insert into script_rules (team_id, shop_id, approval) values (${tx.team}, ${shopId}, ${approval})
        on conflict (team_id, shop_id) do update set approval = excluded.approval`,
  );
