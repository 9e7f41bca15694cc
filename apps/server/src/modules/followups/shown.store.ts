import type { followups } from '@guitai/contract';
import { type RawBuilder, sql } from 'kysely';
import { isoColumn } from '../../kernel/events.ts';
import { run, type Tx } from '../../kernel/tx.ts';

/** A follow-up as it is shown, without its words and what its reader may do. */
export interface ShownRow extends Omit<followups.FollowupShape, 'can' | 'text'> {
  readonly buyerLocale: string | null;
  readonly shopLocale: string;
  readonly category: string | null;
}

const iso = (column: string) => sql.raw(isoColumn(column));

const memberName = (column: string) =>
  sql.raw(
    `coalesce((select m.name from published.members m where m.team_id = f.team_id and m.id = ${column}), '')`,
  );

/** Options of a variant in one line. */
export const optionsText = sql.raw(
  `coalesce((select string_agg(value, ' / ') from json_each_text(v.options)), '')`,
);

const product = sql`case when p.id is not null then json_build_object('id', p.id, 'variantId', f.variant_id, 'title', p.title,
  'options', case when f.variant_id is null then '' else ${optionsText} end,
  'pictureUrl', coalesce(v.picture_url, p.pictures[1]), 'currency', p.currency, 'priceMinor', coalesce(v.price_minor, 0),
  'stock', v.stock, 'onSale', p.status = 'on_sale' and coalesce(v.available, false)) end as product`;

/** The variant meant; of a product without one, the cheapest there is. */
const variant = sql`left join lateral (select x.* from published.variants x
  where x.team_id = f.team_id and x.product_id = f.product_id and (f.variant_id is null or x.id = f.variant_id)
  order by x.available desc, x.price_minor, x.no limit 1) v on true`;

const number = (column: string) =>
  sql.raw(
    `(select o.number from published.orders o where o.team_id = f.team_id and o.id = ${column})`,
  );

/** Rows of `f`, as shown; `f` is a query over the table. */
export const readShown = (
  tx: Tx,
  rows: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
): Promise<(ShownRow & { place: string })[]> =>
  run(
    tx,
    sql`select f.id, f.shop_id as "shopId", s.name as "shopName", s.locale as "shopLocale", f.buyer_id as "buyerId",
          coalesce(b.name, '') as "buyerName", b.locale as "buyerLocale", f.reason,
          case when f.reason = 'greeting' then split_part(f.occasion, ':', 1) else '' end as occasion, f.state, f.topic,
          ${iso('f.since')} as since, ${iso('f.planned_at')} as "plannedAt", f.conversation_id as "conversationId",
          f.order_id as "orderId", ${number('f.order_id')} as "orderNumber", ${product}, p.attributes ->> 'category' as category,
          f.below_minor as "belowMinor", f.assignee_id as "assigneeId", ${memberName('f.assignee_id')} as "assigneeName", f.note,
          f.result, f.why, ${iso('f.contacted_at')} as "contactedAt", ${memberName('f.contacted_by')} as "contactedByName",
          ${iso('f.replied_at')} as "repliedAt", f.converted_order_id as "convertedOrderId",
          ${number('f.converted_order_id')} as "convertedOrderNumber", ${iso('f.ordered_at')} as "orderedAt",
          ${iso('f.paid_at')} as "paidAt", f.paid_minor as "paidMinor", f.reversed, f.currency,
          ${iso('f.closed_at')} as "closedAt", f.place
        from (${rows}) f
        join published.shops s on s.team_id = f.team_id and s.id = f.shop_id
        left join published.buyer_facts b on b.team_id = f.team_id and b.id = f.buyer_id
        left join published.products p on p.team_id = f.team_id and p.id = f.product_id
        ${variant} order by ${order}`,
  );
