import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';

/** Forgets limits, counters and requests of a shop that goes; foreign keys cannot, since some rows count every shop. */
export async function forgetAuthorityOf(tx: Tx, shopId: string): Promise<void> {
  for (const table of ['approvals', 'authority_counters', 'authority_limits'])
    await run(
      tx,
      sql`delete from ${sql.table(table)} where team_id = ${tx.team} and shop_id = ${shopId}`,
    );
}
