import { publish } from '../../../kernel/migrate.ts';
import { allows, cardWith } from './0002-cards.ts';
import { moved } from './0003-money.ts';

/** What is still to be paid: the price of an order that waits or is paid on delivery, else a supplement. */
export const dueMinor = `case when o.status in ('cancelled', 'closed_unpaid') then 0
    when o.status = 'placed' or o.on_delivery then greatest(o.total_minor - o.paid_minor + o.refunded_minor, 0)
    else o.supplement_minor end`;

export const totals = `json_build_object('goodsMinor', o.goods_minor, 'discountMinor', o.discount_minor, 'postageMinor', o.postage_minor,
  'adjustmentMinor', o.adjustment_minor, 'totalMinor', o.total_minor, 'paidMinor', o.paid_minor,
  'refundedMinor', o.refunded_minor, 'dueMinor', ${dueMinor})`;

/** Steps of an order's way that its state allows. */
export const stepsAllowed = `array_remove(array[
  case when ${dueMinor} > 0 then 'markOrderPaid' end,
  case when o.status = 'paid' or o.on_delivery and o.status = 'placed' then 'prepareOrder' end,
  case when o.status in ('paid', 'preparing', 'partly_shipped') or o.on_delivery and o.status = 'placed' then 'shipOrder' end,
  case when o.status in ('partly_shipped', 'shipped') and exists (select from parcels x where x.team_id = o.team_id
    and x.order_id = o.id and x.delivered_at is null) then 'deliverParcel' end,
  case when o.status in ('shipped', 'delivered') then 'receiveOrder' end,
  case when o.status in ('delivered', 'received') then 'completeOrder' end], null)`;

/** The way of an order: paid on delivery, and what is in a parcel in which quantity. */
export const up = `
  alter table orders add column on_delivery boolean not null default false;
  alter table parcels add column quantities int[] not null default '{}';
  ${publish('order_cards', `select o.team_id, o.id, o.shop_id, o.buyer_id, o.sort_at, ${allows} || ${stepsAllowed} as allows, ${cardWith({ totals, payments: moved })} as card from orders o`)}
`;
