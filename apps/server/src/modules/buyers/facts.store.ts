import { sql } from 'kysely';
import { first, run, type Tx } from '../../kernel/tx.ts';

/** What other modules need of a buyer to decide; nothing of it is meant for a screen. */
export interface BuyerFacts {
  readonly id: string;
  readonly name: string;
  readonly locale: string | null;
  readonly shopIds: readonly string[];
  readonly blocked: boolean;
}

/** A buyer's facts, or null when there is no such buyer in the team. A merged buyer has those of whom it is part of. */
export async function buyerFacts(tx: Tx, buyerId: string): Promise<BuyerFacts | null> {
  const row = await first<BuyerFacts>(
    tx,
    sql`select ${buyerId}::uuid as id, b.name, b.locale, b.shop_ids as "shopIds",
          exists (select from blocklistings l where l.team_id = b.team_id and l.buyer_id = b.id) as blocked
        from buyers b where b.team_id = ${tx.team} and b.id = root_buyer(${tx.team}::uuid, ${buyerId}::uuid)`,
  );
  return row ?? null;
}

/** The verified account of a buyer in a shop, by the shop's own id; null when the shop never told us of the buyer. */
export async function accountOf(tx: Tx, buyerId: string, shopId: string): Promise<string | null> {
  const row = await first<{ external_id: string }>(
    tx,
    sql`select external_id from buyer_accounts where team_id = ${tx.team} and buyer_id = ${buyerId}
        and shop_id = ${shopId} and proof = 'verified' order by linked_at limit 1`,
  );
  return row?.external_id ?? null;
}

/** Buyer ids behind shop ids of buyers, for those the shop has told us of. */
export async function buyersByAccount(
  tx: Tx,
  shopId: string,
  externalIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await run<{ external_id: string; buyer_id: string }>(
    tx,
    sql`select external_id, buyer_id from buyer_accounts where team_id = ${tx.team} and shop_id = ${shopId}
        and proof = 'verified' and external_id = any(${[...externalIds]}::text[])`,
  );
  return new Map(rows.map((row) => [row.external_id, row.buyer_id]));
}

/** The known buyer a colleague stated this visitor to be; null when nobody did. */
export async function matchedWith(tx: Tx, buyerId: string): Promise<string | null> {
  const row = await first<{ matched_id: string }>(
    tx,
    sql`select matched_id from buyer_matches where team_id = ${tx.team} and buyer_id = ${buyerId}`,
  );
  return row?.matched_id ?? null;
}
