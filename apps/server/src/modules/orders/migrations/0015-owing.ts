import { publish } from '../../../kernel/migrate.ts';
import { allows, cardWith } from './0002-cards.ts';
import { moved } from './0003-money.ts';
import { stepsAllowed, totals } from './0006-lifecycle.ts';
import { acts, more } from './0007-act-cards.ts';

const all = `${allows} || ${stepsAllowed} || ${acts}`;

/** Goods leave once they are paid: while a supplement is open, no step towards the parcel is offered. */
const paidFor = `case when o.supplement_minor > 0 and not o.on_delivery
  then array_remove(array_remove(${all}, 'prepareOrder'), 'shipOrder') else ${all} end`;

export const up = publish(
  'order_cards',
  `select o.team_id, o.id, o.shop_id, o.buyer_id, o.sort_at,
     case when o.source = 'connector' then published.platform_allows(${all}, o.team_id, o.shop_id) else ${paidFor} end as allows,
     ${cardWith({ totals, payments: moved, more })} as card
   from orders o left join lateral (select s.settings -> 'orderRules' as rules from published.shops s
     where s.team_id = o.team_id and s.id = o.shop_id) r on true`,
);
