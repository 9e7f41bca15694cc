import type { followups } from '@guitai/contract';
import { type RawBuilder, sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';
import { samePerson } from './bought.store.ts';

/** Somebody a rule has found. */
export interface Candidate {
  readonly buyerId: string;
  readonly occasion: string;
  readonly since: Date;
  readonly conversationId: string | null;
  readonly orderId: string | null;
  readonly productId: string | null;
  readonly assigneeId: string | null;
}

/** Where a rule looks: from and until when its ground came about. */
export interface Window {
  readonly shopId: string;
  readonly from: Date;
  readonly until: Date;
}

/** One of the goods of the order. */
const goods = sql`left join lateral (select x.products[1] as product_id from published.order_outcomes x
  where x.team_id = o.team_id and x.id = o.id) l on true`;

/** Who last spoke with the buyer in the shop. */
const served = (
  buyer: string,
) => sql`left join lateral (select c.id as conversation_id, c.assignee_id
  from published.conversation_states c where c.team_id = o.team_id and c.shop_id = o.shop_id and c.buyer_id = ${sql.raw(buyer)}
    and c.state <> 'spam' order by c.last_at desc limit 1) c on true`;

const none = '00000000-0000-0000-0000-000000000000';

/** Asked and did not order: one a session of talk, about the first product named in it. */
const asked = ({ shopId, from, until }: Window, team: string | null) =>
  sql`select distinct on (e.conversation_id, e.episode) e.team_id, e.shop_id, e.buyer_id,
        e.conversation_id || ':' || e.episode as occasion, e.asked_at as since, e.conversation_id, null::uuid as order_id,
        nullif(e.product_id, ${none}::uuid) as product_id, e.member_id as assignee_id
      from published.enquiries e
      where e.team_id = ${team} and e.shop_id = ${shopId} and e.asked_at >= ${from} and e.asked_at < ${until}
        and not exists (select from published.enquiries x where x.team_id = e.team_id and x.conversation_id = e.conversation_id
          and x.episode = e.episode and x.order_id is not null)
        and not exists (select from published.orders o where o.team_id = e.team_id and o.shop_id = e.shop_id
          and ${samePerson('o.buyer_id', 'e')} and o.placed_at > e.asked_at)
      order by e.conversation_id, e.episode, e.product_id = ${none}::uuid, e.product_id`;

const ofOrder = (team: string | null, { shopId, from, until }: Window, more: RawBuilder<unknown>) =>
  sql`select o.team_id, o.shop_id, o.buyer_id, o.id::text as occasion, o.updated_at as since, c.conversation_id, o.id as order_id,
        l.product_id, c.assignee_id
      from published.orders o ${goods} ${served('o.buyer_id')}
      where o.team_id = ${team} and o.shop_id = ${shopId} and o.buyer_id is not null and o.updated_at >= ${from}
        and o.updated_at < ${until} and o.placed_at > ${from}::timestamptz - interval '60 days' and ${more}`;

/** Placed, and let it lapse unpaid; who placed another one since did not need reminding. */
const lapsed = (window: Window, team: string | null) =>
  ofOrder(
    team,
    window,
    sql`o.status = 'closed_unpaid' and not exists (select from published.orders x where x.team_id = o.team_id
      and x.shop_id = o.shop_id and ${samePerson('x.buyer_id', 'o')} and x.placed_at > o.placed_at
      and x.status not in ('cancelled', 'closed_unpaid'))`,
  );

const received = (window: Window, team: string | null) =>
  ofOrder(
    team,
    window,
    sql`o.status in ('delivered', 'received', 'completed') and o.refunded_minor = 0 and not exists (
      select from published.case_cards k where k.team_id = o.team_id and k.order_id = o.id)`,
  );

/** Money went back without a case: a refund at the counter, or one a platform tells of. */
const refunded = ({ shopId, from, until }: Window, team: string | null) =>
  sql`select o.team_id, o.shop_id, o.buyer_id, 'refund:' || o.id as occasion, o.since, c.conversation_id, o.id as order_id,
        l.product_id, c.assignee_id
      from (select o.*, coalesce((select max(a.at) from published.order_acts a where a.team_id = o.team_id and a.order_id = o.id
          and a.kind in ('refunded', 'cancelled', 'lines_cancelled') and a.state = 'done'), o.updated_at) as since
        from published.orders o where o.team_id = ${team} and o.shop_id = ${shopId} and o.refunded_minor > 0
          and o.updated_at >= ${from} and o.buyer_id is not null) o
      ${goods} ${served('o.buyer_id')}
      where o.since >= ${from} and o.since < ${until} and not exists (
        select from published.case_cards k where k.team_id = o.team_id and k.order_id = o.id)`;

/** A refund, return or complaint was settled, with a case or without. */
const settled = ({ shopId, from, until }: Window, team: string | null) =>
  sql`select o.team_id, o.shop_id, o.buyer_id, k.id::text as occasion, k.updated_at as since, c.conversation_id, o.id as order_id,
        l.product_id, c.assignee_id
      from published.case_cards k join published.orders o on o.team_id = k.team_id and o.id = k.order_id
      ${goods} ${served('o.buyer_id')}
      where k.team_id = ${team} and k.shop_id = ${shopId} and k.state = 'settled' and o.buyer_id is not null
        and k.updated_at >= ${from} and k.updated_at < ${until}
      union all ${refunded({ shopId, from, until }, team)}`;

/** Paid last so long ago, and nothing since. */
const idle = ({ shopId, from, until }: Window, team: string | null) =>
  sql`select o.team_id, o.shop_id, o.buyer_id, o.id::text as occasion, o.paid_at as since, c.conversation_id,
        null::uuid as order_id, null::uuid as product_id, c.assignee_id
      from published.orders o ${served('o.buyer_id')}
      where o.team_id = ${team} and o.shop_id = ${shopId} and o.buyer_id is not null and o.paid_at >= ${from} and o.paid_at < ${until}
        and not exists (select from published.orders x where x.team_id = o.team_id and x.shop_id = o.shop_id
          and ${samePerson('x.buyer_id', 'o')} and (x.placed_at, x.id) > (o.placed_at, o.id))`;

const sources = { asked, lapsed, settled, received, idle } as const;

/**
 * Buyers a rule finds who are not on its list yet: not blocked, not opted out of such messages altogether, and not brought back
 * for a ground that is older than when they were last dealt with for it.
 */
export const candidatesOf = (
  tx: Tx,
  rule: followups.FollowupRuleWord,
  window: Window,
  topic: 'service' | 'marketing',
  limit: number,
): Promise<Candidate[]> =>
  run(
    tx,
    sql`select distinct on (q.buyer_id) q.buyer_id as "buyerId", q.occasion, q.since, q.conversation_id as "conversationId",
          q.order_id as "orderId", q.product_id as "productId",
          (select m.id from published.members m where m.team_id = q.team_id and m.id = q.assignee_id and m.status = 'active') as "assigneeId"
        from (${sources[rule](window, tx.team)}) q
        join published.buyer_facts b on b.team_id = q.team_id and b.id = q.buyer_id and not b.blocked
        where not exists (select from published.outreach_nos n where n.team_id = q.team_id and n.shop_id = q.shop_id
            and n.buyer_id = q.buyer_id and n.channel = 'all' and n.topic in ('all', ${topic}))
          and not exists (select from followups f where f.team_id = q.team_id and f.shop_id = q.shop_id and f.reason = ${rule}
            and ${samePerson('f.buyer_id', 'q')} and (f.state in ('open', 'talking', 'sending') or f.occasion = q.occasion
              or coalesce(f.closed_at, f.contacted_at, f.made_at) >= q.since))
        order by q.buyer_id, q.since desc limit ${limit}`,
  );
