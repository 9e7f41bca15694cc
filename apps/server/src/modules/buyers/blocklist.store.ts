import { sql } from 'kysely';
import { first, type Tx } from '../../kernel/tx.ts';

/** Puts a buyer on the blocklist; false when it stands there already. */
export async function insertBlock(
  tx: Tx,
  buyerId: string,
  reason: string,
  byMember: string | null,
): Promise<boolean> {
  const row = await first(
    tx,
    sql`insert into blocklistings (team_id, buyer_id, reason, by_member)
        values (${tx.team}, ${buyerId}, ${reason}, ${byMember}) on conflict do nothing returning 1 as one`,
  );
  return row !== undefined;
}

/** Takes a buyer off the blocklist; the reason it stood there for, or null when it did not. */
export async function deleteBlock(tx: Tx, buyerId: string): Promise<string | null> {
  const row = await first<{ reason: string }>(
    tx,
    sql`delete from blocklistings where team_id = ${tx.team} and buyer_id = ${buyerId} returning reason`,
  );
  return row?.reason ?? null;
}
