import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';

/** A buyer of `f` and everybody who is the same person. */
export const samePerson = (buyer: string, of: string) =>
  sql.raw(`(${buyer} = ${of}.buyer_id or exists (select from published.buyer_same y
    where y.team_id = ${of}.team_id and y.buyer_id = ${of}.buyer_id and y.same_id = ${buyer}))`);

/** What ends the ground of a follow-up by itself: see `endsBy`. */
export const endedBy = sql`case f.reason when 'asked' then true when 'lapsed' then o.paid_at is not null
  when 'idle' then o.paid_at is not null when 'back' then f.product_id = any(o.products)
  when 'cheaper' then f.product_id = any(o.products) else false end`;

const standing = sql`o.status not in ('cancelled', 'closed_unpaid')`;

/** Which of these follow-ups have lost their ground: their buyer bought since. */
export async function boughtMeanwhile(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  const rows = await run<{ id: string }>(
    tx,
    sql`select f.id from followups f where f.team_id = ${tx.team} and f.id = any(${[...ids]}::uuid[])
          and exists (select from published.order_outcomes o where o.team_id = f.team_id and o.shop_id = f.shop_id
            and ${samePerson('o.buyer_id', 'f')} and greatest(o.placed_at, o.paid_at) > f.since and ${standing} and ${endedBy})`,
  );
  return new Set(rows.map(({ id }) => id));
}

/** Drops what lost its ground by these orders; what was dropped. */
export const dropBought = (tx: Tx, orderIds: readonly string[], at: Date) =>
  run<{
    id: string;
    shopId: string;
    buyerId: string;
    reason: string;
    assigneeId: string | null;
    productId: string | null;
  }>(
    tx,
    sql`update followups f set state = 'dropped', why = 'bought', closed_at = ${at}, version = f.version + 1
        from published.order_outcomes o
        where f.team_id = ${tx.team} and o.team_id = f.team_id and o.id = any(${[...orderIds]}::uuid[]) and o.shop_id = f.shop_id
          and f.state in ('waiting', 'open', 'talking', 'sending') and ${samePerson('o.buyer_id', 'f')}
          and greatest(o.placed_at, o.paid_at) > f.since and ${standing} and ${endedBy}
        returning f.id, f.shop_id as "shopId", f.buyer_id as "buyerId", f.reason, f.assignee_id as "assigneeId", f.product_id as "productId"`,
  );
