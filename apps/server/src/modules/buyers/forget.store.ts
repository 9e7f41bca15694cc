import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';

/**
 * Forgets who stands in no other shop, and takes the shop out of the others; for removing the sample shop only. The accounts in
 * the shop itself go with the shop.
 */
export async function forgetBuyersOf(tx: Tx, shopId: string): Promise<void> {
  await run(
    tx,
    sql`delete from buyers where team_id = ${tx.team} and shop_ids = array[${shopId}]::uuid[]`,
  );
  await run(
    tx,
    sql`update buyers set shop_ids = array_remove(shop_ids, ${shopId}::uuid), version = version + 1
        where team_id = ${tx.team} and shop_ids @> array[${shopId}]::uuid[]`,
  );
}
