import type { followups, Locale, Static } from '@guitai/contract';
import { sql } from 'kysely';
import { first, run, type Tx } from '../../kernel/tx.ts';

/** Told of by one transaction at a time: how many may be is counted, and the count must hold. */
export const takeWishTurn = (tx: Tx) =>
  run(
    tx,
    sql`select pg_advisory_xact_lock(hashtextextended('followups.wishes ' || ${tx.team}, 0))`,
  );

export interface WaitingWish {
  readonly id: string;
  readonly shopId: string;
  readonly buyerId: string;
  readonly reason: followups.WishKindWord;
  readonly productId: string;
  readonly variantId: string;
  readonly belowMinor: number | null;
  readonly assigneeId: string | null;
  readonly version: number;
  readonly locale: Static<typeof Locale>;
}

/** Who waits for these products and may be written to, in the order of their wishes, locked. */
export const waitingWishes = (tx: Tx, productIds: readonly string[]) =>
  run<WaitingWish>(
    tx,
    sql`select f.id, f.shop_id as "shopId", f.buyer_id as "buyerId", f.reason, f.product_id as "productId", f.variant_id as "variantId",
          f.below_minor as "belowMinor", f.assignee_id as "assigneeId", f.version,
          coalesce((select b.locale from published.buyer_facts b where b.team_id = f.team_id and b.id = f.buyer_id),
            (select s.locale from published.shops s where s.team_id = f.team_id and s.id = f.shop_id)) as locale
        from followups f
        where f.team_id = ${tx.team} and f.product_id = any(${[...productIds]}::uuid[]) and f.state = 'waiting'
          and not exists (select from published.buyer_facts b where b.team_id = f.team_id and b.id = f.buyer_id and b.blocked)
          and not exists (select from published.outreach_nos n where n.team_id = f.team_id and n.shop_id = f.shop_id
            and n.buyer_id = f.buyer_id and n.channel = 'all' and n.topic in ('all', 'service'))
        order by f.made_at, f.id for update of f`,
  );

/** Of a variant: buyers being told, and those told lately who have not bought. */
export async function toldOf(tx: Tx, variantId: string, since: Date) {
  const row = await first<{ telling: number; holding: number }>(
    tx,
    sql`select count(distinct f.buyer_id) filter (where f.state = 'sending')::int as telling,
          count(distinct f.buyer_id) filter (where f.state = 'contacted' and f.contacted_at > ${since} and f.ordered_at is null)::int as holding
        from followups f where f.team_id = ${tx.team} and f.variant_id = ${variantId} and f.reason in ('back', 'cheaper')`,
  );
  return row ?? { telling: 0, holding: 0 };
}

/** What this buyer waits for of a product, by variant and kind. */
export const wishesOf = (tx: Tx, shopId: string, buyerId: string, productId: string) =>
  run<{ id: string; variantId: string; reason: followups.WishKindWord; belowMinor: number | null }>(
    tx,
    sql`select id, variant_id as "variantId", reason, below_minor as "belowMinor" from followups
        where team_id = ${tx.team} and shop_id = ${shopId} and buyer_id = ${buyerId} and product_id = ${productId}
          and reason in ('back', 'cheaper') and state in ('waiting', 'sending')`,
  );

/** How many wishes of the buyer wait in the shop. */
export const countWaiting = async (tx: Tx, shopId: string, buyerId: string): Promise<number> =>
  (
    await first<{ n: number }>(
      tx,
      sql`select count(*)::int as n from followups where team_id = ${tx.team} and shop_id = ${shopId} and buyer_id = ${buyerId}
            and reason in ('back', 'cheaper') and state = 'waiting'`,
    )
  )?.n ?? 0;

/** The product a variant belongs to, in this shop. */
export const productOfVariant = (tx: Tx, shopId: string, variantId: string) =>
  first<{ productId: string }>(
    tx,
    sql`select product_id as "productId" from published.variants
        where team_id = ${tx.team} and shop_id = ${shopId} and id = ${variantId}`,
  );
