import { sql } from 'kysely';
import { first, run, type Tx } from '../../kernel/tx.ts';

/** Whether a writer may not approve the own words; so it is where nothing else was decided. */
export async function fourEyesOf(tx: Tx, shopId: string): Promise<boolean> {
  const row = await first<{ four_eyes: boolean }>(
    tx,
    sql`select four_eyes from knowledge_rules where team_id = ${tx.team} and shop_id = ${shopId}`,
  );
  return row?.four_eyes ?? true;
}

export const setFourEyes = (tx: Tx, shopId: string, fourEyes: boolean) =>
  run(
    tx,
    sql`insert into knowledge_rules (team_id, shop_id, four_eyes) values (${tx.team}, ${shopId}, ${fourEyes})
        on conflict (team_id, shop_id) do update set four_eyes = excluded.four_eyes`,
  );
