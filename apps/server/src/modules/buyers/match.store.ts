import { sql } from 'kysely';
import { first, run, type Tx } from '../../kernel/tx.ts';
import { inShops, type Shops } from './buyer.store.ts';
import type { BuyerSummaryShape } from './shapes.ts';

export type Why = 'phone' | 'email' | 'name';

/** Verified buyers of the reader's shops with something in common with this one; at most ten, most in common first. */
export function readCandidates(tx: Tx, buyerId: string, shops: Shops) {
  return run<{ buyer: BuyerSummaryShape; why: Why[] }>(
    tx,
    sql`with asked as (select phone, email, name from buyers where team_id = ${tx.team} and id = ${buyerId}),
        found as (
          select b.id, array_remove(array[
              case when b.phone = asked.phone then 'phone' end,
              case when b.email = asked.email then 'email' end,
              case when b.name = asked.name and asked.name <> '' then 'name' end], null) as why
          from asked join buyers b on b.team_id = ${tx.team} and b.id <> ${buyerId}
            and (b.phone = asked.phone or b.email = asked.email or (b.name = asked.name and asked.name <> ''))
          where ${inShops(shops)} and exists (select from buyer_accounts a
            where a.team_id = b.team_id and a.buyer_id = b.id and a.proof = 'verified')
          order by cardinality(array_remove(array[
              case when b.phone = asked.phone then 1 end, case when b.email = asked.email then 1 end,
              case when b.name = asked.name then 1 end], null)) desc, b.id
          limit 10)
        select s.summary as buyer, f.why from found f
        join published.buyer_summaries s on s.team_id = ${tx.team} and s.id = f.id
        order by cardinality(f.why) desc, f.id`,
  );
}

interface Match {
  readonly buyerId: string;
  readonly matchedId: string;
  readonly reason: string;
  readonly by: string | null;
}

/** Writes the statement unless one of both is already part of one, or both are verified in one shop. */
export async function insertMatch(tx: Tx, match: Match): Promise<boolean> {
  const { buyerId, matchedId, reason, by } = match;
  if (buyerId === matchedId) return false;
  const row = await first(
    tx,
    sql`insert into buyer_matches (team_id, buyer_id, matched_id, reason, by_member)
        select ${tx.team}, ${buyerId}, ${matchedId}, ${reason}, ${by}
        where not exists (select from buyer_matches where team_id = ${tx.team}
            and (buyer_id in (${buyerId}, ${matchedId}) or matched_id = ${buyerId}))
          and not exists (select from buyer_accounts x join buyer_accounts y on y.team_id = x.team_id
              and y.shop_id = x.shop_id and y.buyer_id = ${matchedId} and y.proof = 'verified'
            where x.team_id = ${tx.team} and x.buyer_id = ${buyerId} and x.proof = 'verified')
        on conflict do nothing returning 1 as one`,
  );
  return row !== undefined;
}

/** Deletes the statement; the id it named, or null when there was none. */
export async function deleteMatch(tx: Tx, buyerId: string): Promise<string | null> {
  const row = await first<{ matched_id: string }>(
    tx,
    sql`delete from buyer_matches where team_id = ${tx.team} and buyer_id = ${buyerId} returning matched_id`,
  );
  return row?.matched_id ?? null;
}
