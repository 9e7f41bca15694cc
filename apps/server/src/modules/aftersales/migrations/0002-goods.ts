import { publish } from '../../../kernel/migrate.ts';
import { keys } from './0001-aftersales.ts';

/** What a case about the whole order shows of its goods; one with lines of its own shows those. */
const goods = `(case when not exists (select from aftersales_lines l where l.team_id = k.team_id and l.case_id = k.id)
  then (select json_build_object('title', s.summary ->> 'firstTitle', 'pictureUrl', s.summary ->> 'pictureUrl')
    from published.order_summaries s where s.team_id = k.team_id and s.id = k.order_id) end)`;

export const up = publish(
  'case_cards',
  `select k.team_id, k.id, k.shop_id, k.order_id, k.buyer_id, k.kind, k.state, k.due_at, k.opened_at, k.updated_at,
     json_build_object(${keys}, 'wholeOrder', ${goods}) as card
   from aftersales_cases k
   join published.orders o on o.team_id = k.team_id and o.id = k.order_id
   left join published.payment_methods p on p.team_id = k.team_id and p.id = k.payee_method_id`,
);
