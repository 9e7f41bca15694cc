import { sql } from 'kysely';
import type { TeamActor } from '../../kernel/actor.ts';
import { clock, now } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import { run, type Tx } from '../../kernel/tx.ts';
import { creditOrders } from './credit.store.ts';
import { fillOnce, type Place, topicOf } from './fill.ts';
import { insertFollowups, type NewFollowup } from './followup.store.ts';

const dayMs = 86_400_000;

interface Talk {
  readonly conversationId: string;
  readonly buyerId: string;
  readonly assigneeId: string | null;
  readonly productId: string | null;
  readonly variantId: string | null;
  readonly priceMinor: number;
  readonly since: Date;
}

/** Talks of the sample shop, each beside one of its products. */
const talksOf = (tx: Tx, shopId: string) =>
  run<Talk>(
    tx,
    sql`select c.id as "conversationId", c.buyer_id as "buyerId", c.assignee_id as "assigneeId", v.product_id as "productId",
          v.id as "variantId", v.price_minor as "priceMinor",
          -- After the last order: who bought since would fall off the list again.
          greatest(c.opened_at, (select max(o.placed_at) + interval '1 minute' from published.orders o
            where o.team_id = c.team_id and o.buyer_id = c.buyer_id)) as since
        from (select *, row_number() over (order by last_at, id) as n from published.conversation_states
          where team_id = ${tx.team} and shop_id = ${shopId} and state <> 'spam') c
        join (select *, row_number() over (order by price_minor desc, id) as n from (
          select distinct on (product_id) * from published.variants
          where team_id = ${tx.team} and shop_id = ${shopId} order by product_id, no) x) v on v.n = c.n
        join published.buyer_facts b on b.team_id = c.team_id and b.id = c.buyer_id and not b.blocked
        order by c.n limit 8`,
  );

/** Contacts of the last weeks, a day before an order of the same buyer: what comes of contacts is to be seen. */
async function pastContacts(tx: Tx, shopId: string, by: string | null): Promise<void> {
  const orders = await run<{ id: string; buyerId: string; placedAt: Date }>(
    tx,
    sql`select distinct on (buyer_id) id, buyer_id as "buyerId", placed_at as "placedAt" from published.orders
        where team_id = ${tx.team} and shop_id = ${shopId} and buyer_id is not null and placed_at is not null
        order by buyer_id, placed_at desc limit 9`,
  );
  const reasons = ['asked', 'received', 'idle'] as const;
  const rows = orders.map(({ buyerId, placedAt }, n): NewFollowup => {
    const reason = reasons[n % reasons.length] ?? 'asked';
    // Some bought after the contact; others were asked how they like what they had bought.
    const since = new Date(placedAt.getTime() + (n % 3 === 1 ? 1 : -2) * dayMs);
    return {
      ...{ id: newId(), shopId, buyerId, reason, occasion: `sample ${n}`, state: 'contacted' },
      ...{ topic: topicOf(reason), since, plannedAt: since, assigneeId: by },
    };
  });
  await insertFollowups(tx, rows, now());
  await run(
    tx,
    sql`update followups set contacted_at = least(since + interval '1 day', ${now()}), contacted_by = assignee_id,
          replied_at = case when hashtext(id::text) % 3 <> 0 then least(since + interval '25 hours', ${now()}) end,
          state = 'closed', result = case when reason = 'received' then 'content' else 'interested' end, closed_at = since + interval '2 days'
        where team_id = ${tx.team} and shop_id = ${shopId} and state = 'contacted'`,
  );
  await creditOrders(
    tx,
    orders.map(({ id }) => id),
  );
}

const states = ['open', 'open', 'open', 'waiting', 'waiting', 'open'] as const;

/** What stands on the lists of the sample shop: buyers to contact, planned visits, wishes, and contacts with what came of them. */
export async function loadSampleFollowups(
  actor: TeamActor,
  tx: Tx,
  shop: Place,
  by: string | null,
): Promise<void> {
  const talks = await talksOf(tx, shop.id);
  const rows = talks.slice(0, states.length).map((talk, n): NewFollowup => {
    const state = states[n] ?? 'open';
    const reason = state === 'waiting' ? 'cheaper' : n === 2 ? 'hand' : 'asked';
    const plannedAt = new Date(clock.now() + (n === 2 || n === 5 ? dayMs : -3_600_000));
    return {
      ...{ id: newId(), shopId: shop.id, reason, occasion: `sample talk ${n}`, state },
      ...{ topic: topicOf(reason), since: talk.since },
      ...{ buyerId: talk.buyerId, conversationId: talk.conversationId, productId: talk.productId },
      variantId: state === 'waiting' ? talk.variantId : null,
      belowMinor: state === 'waiting' ? Math.round((talk.priceMinor * 0.9) / 100) * 100 : null,
      plannedAt: state === 'waiting' ? null : plannedAt,
      assigneeId: talk.assigneeId ?? by,
    };
  });
  await insertFollowups(tx, rows, now());
  await pastContacts(tx, shop.id, by);
  await fillOnce(actor, tx, shop);
}
