import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';
import { samePerson } from './bought.store.ts';
import { defaultSettings } from './settings.rules.ts';

export interface Credited {
  readonly id: string;
  readonly shopId: string;
  readonly buyerId: string;
  readonly reason: 'asked';
  readonly state: 'contacted';
  readonly assigneeId: string | null;
  readonly messageId: string | null;
  readonly orderId: string;
  readonly paid: boolean;
}

/** A refund of everything, or a cancellation soon after, takes the credit back: as conversion is reckoned everywhere. */
const reversed = sql`(o.cancelled_soon or o.reversed_minor > 0 and o.reversed_minor >= o.paid_minor)`;

const days = sql`coalesce((s.settings ->> 'creditDays')::int, ${defaultSettings.creditDays})`;

/**
 * Counts these orders for the contacts they followed: each for the latest contact before it within the shop's days, a contact
 * for one order. An order that stood before the contact counts where it is the one the contact was about and was paid after.
 * Said again it is the same; what changed since (paid, given back) is brought up.
 */
export const creditOrders = (tx: Tx, orderIds: readonly string[]): Promise<Credited[]> =>
  run(
    tx,
    sql`with o as materialized (
          select o.*, ${reversed} as gone from published.order_outcomes o
          where o.team_id = ${tx.team} and o.id = any(${[...orderIds]}::uuid[]) and o.buyer_id is not null),
        match as (
          select distinct on (o.id) o.id as order_id, f.id
          from o join followups f on f.team_id = o.team_id and f.shop_id = o.shop_id and f.contacted_at is not null
            and ${samePerson('o.buyer_id', 'f')} and (f.converted_order_id is null or f.converted_order_id = o.id)
          left join followup_settings s on s.team_id = f.team_id and s.shop_id = f.shop_id
          where (o.placed_at >= f.contacted_at and o.placed_at < f.contacted_at + ${days} * interval '1 day')
            or (f.order_id = o.id and o.paid_at >= f.contacted_at and o.paid_at < f.contacted_at + ${days} * interval '1 day')
          order by o.id, (f.converted_order_id = o.id) desc nulls last, f.contacted_at desc, f.id)
        update followups f set converted_order_id = x.order_id, ordered_at = x.placed_at, paid_at = x.paid_at,
          paid_minor = x.paid_minor, currency = x.currency, reversed = x.gone
        from (select m.id, m.order_id, o.placed_at, o.paid_at, o.paid_minor, o.currency, o.gone
          from (select distinct on (m.id) m.id, m.order_id from match m join o on o.id = m.order_id order by m.id, o.placed_at, o.id) m
          join o on o.id = m.order_id) x
        where f.team_id = ${tx.team} and f.id = x.id
          and (f.converted_order_id, f.paid_at, f.reversed, f.paid_minor) is distinct from (x.order_id, x.paid_at, x.gone, x.paid_minor)
        returning f.id, f.shop_id as "shopId", f.buyer_id as "buyerId", f.reason, f.state, f.assignee_id as "assigneeId",
          f.message_id as "messageId", f.converted_order_id as "orderId", f.paid_at is not null and not f.reversed as paid`,
  );
