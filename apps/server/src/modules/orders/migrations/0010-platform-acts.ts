import { publish } from '../../../kernel/migrate.ts';
import { allows, cardWith } from './0002-cards.ts';
import { moved } from './0003-money.ts';
import { stepsAllowed, totals } from './0006-lifecycle.ts';
import { acts, more } from './0007-act-cards.ts';

/** What each act asks of the platform an order lives on; `never`: no platform carries it out for us. */
const needs: Readonly<Record<string, string>> = {
  cancelOrder: 'cancel',
  changeOrderAddress: 'address',
  acceptAddressChange: 'address',
  changeOrderItems: 'items',
  changeOrderPostage: 'postage',
  changeOrderDiscount: 'discount',
  refundOrder: 'refund',
  payGoodwill: 'refund',
  protectPrice: 'refund',
  payReviewCashback: 'refund',
  shipOrder: 'ship',
  changeLinePrice: 'never',
  changeOrderPaymentMethod: 'never',
  markOrderPaid: 'never',
  prepareOrder: 'never',
  deliverParcel: 'never',
  receiveOrder: 'never',
  completeOrder: 'never',
};

const rows = Object.entries(needs)
  .map(([act, kind]) => `('${act}', '${kind}')`)
  .join(', ');

/** What surely is refused is not offered: acts the platform lacks, and all of its acts while it does not answer. */
const narrowed = `
  create function published.platform_allows(allowed text[], team uuid, shop uuid) returns text[] language sql stable as $$
    select coalesce(array_agg(a.id order by a.place), '{}')
    from unnest(allowed) with ordinality a(id, place)
      left join (values ${rows}) n(act, kind) on n.act = a.id
      left join published.shop_connections c on c.team_id = team and c.shop_id = shop
    where n.kind is null or (c.enabled and c.state in ('new', 'ok') and n.kind = any(c.capabilities)) $$;`;

const all = `${allows} || ${stepsAllowed} || ${acts}`;

export const up = `${narrowed}
  ${publish(
    'order_cards',
    `select o.team_id, o.id, o.shop_id, o.buyer_id, o.sort_at,
       case when o.source = 'connector' then published.platform_allows(${all}, o.team_id, o.shop_id) else ${all} end as allows,
       ${cardWith({ totals, payments: moved, more })} as card
     from orders o left join lateral (select s.settings -> 'orderRules' as rules from published.shops s
       where s.team_id = o.team_id and s.id = o.shop_id) r on true`,
  )}`;
