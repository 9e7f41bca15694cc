import { type RawBuilder, sql } from 'kysely';
import type { StaffActor } from '../../kernel/actor.ts';
import { withCan } from '../../kernel/with-can.ts';
import { sightOf } from '../access/index.ts';
import { casesOf } from '../aftersales/index.ts';
import { grantedOnBuyer } from '../buyers/index.ts';
import { careActs, grantedOnCare } from '../care/index.ts';
import { openingOf } from '../conversations/index.ts';
import { grantedOnOrder, shownCard } from '../orders/index.ts';

type Fragment = RawBuilder<unknown>;

const mostMessages = 50;
const mostOrders = 10;

/** Shops the actor reaches with the permission as a condition; nothing at all without it. */
function inReach(actor: StaffActor, permission: string, column: Fragment, op: Fragment): Fragment {
  const sight = sightOf(actor, permission);
  if (sight === null) return sql`false`;
  return sight.shops === null ? sql`true` : sql`${column} ${op} (${[...sight.shops]}::uuid[])`;
}

const profile = (actor: StaffActor): Fragment => sql`(
  select ${withCan(sql`substr(b.profile::text, 2)`, sql`b.allows`, sql`${grantedOnBuyer(actor)}::text[]`)}
  from published.buyer_profiles b
  where b.team_id = ${actor.team} and b.id = c.buyer_id and ${inReach(
    actor,
    'buyers.read',
    sql`b.shop_ids`,
    sql`&&`,
  )})`;

/** Care's acts stand only on orders of the buyer one is talking to, and only where one may answer. */
const cards = (actor: StaffActor): Fragment => {
  const care = grantedOnCare(actor);
  const own = grantedOnOrder(actor).filter((id) => !care.includes(id));
  const granted = sql`(${own}::text[] ||
      case when o.buyer_id = c.buyer_id and c.answers then ${careActs(care, sql`o`)} else '{}'::text[] end)`;
  const card = shownCard(sql`o`, sql`o.allows || array['withdrawOrderCheck']`, granted);
  return sql`(select concat('[', string_agg(${card}, ',' order by p.sort_at desc, p.id desc), ']')
    from (select * from picked order by sort_at desc, id desc limit ${mostOrders}) p
    join published.order_shown o on o.team_id = ${actor.team} and o.id = p.id)`;
};

const spend = (actor: StaffActor, seen: Fragment): Fragment => sql`coalesce((
  select json_agg(json_build_object('currency', currency, 'orderCount', order_count, 'paidMinor', paid_minor,
    'refundedMinor', refunded_minor, 'refundedOrders', refunded_orders) order by currency)
  from (select currency, sum(order_count)::int as order_count, sum(paid_minor)::bigint as paid_minor,
      sum(refunded_minor)::bigint as refunded_minor, sum(refunded_orders)::int as refunded_orders
    from published.buyer_spend
    where team_id = ${actor.team} and buyer_id = any(array(select id from persons)) and ${seen}
    group by currency) s), '[]'::json)`;

const methods = (actor: StaffActor, seen: Fragment): Fragment => sql`coalesce((
  select json_agg(method order by id) from published.payment_methods
  where team_id = ${actor.team} and buyer_id = any(array(select id from persons)) and ${seen}), '[]'::json)`;

/**
 * Everything the desk shows of a conversation, as one statement with one row of JSON text; no row when it is out of the
 * reader's sight. `persons` are the buyer and whom a colleague stated to be the same person.
 */
export function counterStatement(actor: StaffActor, id: string): Fragment {
  const opening = openingOf(actor, id, mostMessages);
  const { team } = actor;
  const seen = inReach(actor, 'orders.read', sql`shop_id`, sql`= any`);
  return sql`with c as materialized (
      select f.json, f.buyer_id, not f.blocked and f.answers as answers from (${opening.conversation}) f),
    persons as materialized (select buyer_id as id from c
      union select m.matched_id from c join published.buyer_matches m on m.team_id = ${team} and m.buyer_id = c.buyer_id),
    picked as materialized (select id, sort_at from published.orders
      where team_id = ${team} and buyer_id = any(array(select id from persons)) and ${seen}
      order by sort_at desc, id desc limit ${mostOrders + 1})
    select concat('{"conversation":', c.json, ',"messages":', ${opening.messages}, ',"buyer":', coalesce(${profile(actor)}, 'null'),
      ',"orders":{"items":', ${cards(actor)}, ',"more":', (select to_json(count(*) > ${mostOrders}) from picked),
      ',"spend":', ${spend(actor, seen)}, ',"paymentMethods":', ${methods(actor, seen)},
      ',"cases":', ${casesOf(actor, sql`array(select id from picked order by sort_at desc, id desc limit ${mostOrders})`)},
      '},"drafts":', ${opening.drafts}, ',"seq":', (select seq from team_clocks where team_id = ${team}), '}') as json
    from c`;
}
