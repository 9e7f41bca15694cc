import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';

const ofShop = (tx: Tx, shopId: string) =>
  sql`channel_id in (select id from web_channels where team_id = ${tx.team} and shop_id = ${shopId})`;

/**
 * Forgets the sites of a shop and who wrote there; for removing the sample shop only. The public keys stay in the directory of
 * sites, which is never taken from, and lead nowhere.
 */
export async function forgetChannelsOf(tx: Tx, shopId: string): Promise<void> {
  for (const table of ['identity_tokens', 'visitors']) {
    await run(
      tx,
      sql`delete from ${sql.table(table)} where team_id = ${tx.team} and ${ofShop(tx, shopId)}`,
    );
  }
  await run(tx, sql`delete from web_channels where team_id = ${tx.team} and shop_id = ${shopId}`);
}
