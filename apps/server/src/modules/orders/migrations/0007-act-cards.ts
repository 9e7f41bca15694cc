import { isoColumn as iso } from '../../../kernel/events.ts';
import { publish } from '../../../kernel/migrate.ts';
import { allows, cardWith } from './0002-cards.ts';
import { moved } from './0003-money.ts';
import { stepsAllowed, totals } from './0006-lifecycle.ts';

const json = (value: unknown): string => `'${JSON.stringify(value)}'::jsonb`;

const unshipped = ['placed', 'paid', 'preparing'];
const paidUnshipped = ['paid', 'preparing'];
const arrived = ['delivered', 'received', 'completed'];
const paidAny = [...paidUnshipped, 'shipped', 'partly_shipped', ...arrived];

/** Whether the shop's rule (what it set, else the default) allows an act in the order's status. */
const inStates = (rule: string, standard: readonly string[], field = 'states'): string =>
  `coalesce(r.rules #> '{${rule},${field}}', ${json(standard)}) ? o.status`;

const kept = 'o.paid_minor > o.refunded_minor';

const timesLeft = `coalesce((r.rules #>> '{changeItems,times}')::int, 0) = 0 or (r.rules #>> '{changeItems,times}')::int > (
  select count(*) from order_acts a where a.team_id = o.team_id and a.order_id = o.id and a.kind = 'items_changed'
    and a.state in ('done', 'pending'))`;

const inWindow = `(r.rules #>> '{refund,windowDays}') is null or coalesce(o.paid_at, o.placed_at) is null
  or now() <= coalesce(o.paid_at, o.placed_at) + make_interval(days => (r.rules #>> '{refund,windowDays}')::int)`;

const prices = `case when o.status = 'placed' then ${inStates('amounts', ['placed'], 'unpaidStates')}
  else ${inStates('amounts', [...paidUnshipped, 'partly_shipped'], 'paidStates')} end`;

const invoiced = `(exists (select from order_invoices i where i.team_id = o.team_id and i.order_id = o.id and i.state = 'requested')
  or exists (select from order_records x where x.team_id = o.team_id and x.shop_id = o.shop_id
    and x.order_external_id = o.external_id and x.topic in ('发票', 'invoice')))`;

const booked = `exists (select from order_appointments p where p.team_id = o.team_id and p.order_id = o.id and p.state = 'booked')`;

/** What the shop's rules let a colleague do to the order as it is. The act asks again; what surely is refused is not offered. */
export const acts = `array_remove(array['listOrderActs',
  case when ${inStates('cancel', unshipped)} then 'cancelOrder' end,
  case when ${inStates('changeAddress', unshipped)} then 'changeOrderAddress' end,
  case when ${inStates('changeItems', unshipped)} and (${timesLeft}) then 'changeOrderItems' end,
  case when ${inStates('changePaymentMethod', paidUnshipped)} and o.paid_minor > 0 and o.refunded_minor = 0
    then 'changeOrderPaymentMethod' end,
  case when ${inStates('refund', [...paidAny, 'returned'])} and ${kept} and (${inWindow}) then 'refundOrder' end,
  case when ${inStates('urgent', unshipped)} then case when o.urgent then 'clearOrderUrgent' else 'setOrderUrgent' end end,
  case when ${inStates('invoice', paidAny)} then case when ${invoiced} then 'reissueInvoice' else 'requestInvoice' end end,
  case when ${inStates('appointment', paidAny)} then 'bookAppointment' end,
  case when ${inStates('appointment', paidAny)} and ${booked} then 'changeAppointment' end,
  case when o.paid_minor > 0 and o.status not in ('placed', 'cancelled', 'closed_unpaid') then 'openCase' end,
  case when ${kept} then 'payGoodwill' end,
  case when ${inStates('priceProtection', paidAny)} and ${kept} then 'protectPrice' end,
  case when ${inStates('reviewCashback', arrived)} and ${kept} then 'payReviewCashback' end], null)
  || case when ${prices} then array['changeOrderPostage', 'changeLinePrice', 'changeOrderDiscount'] else '{}' end`;

const invoice = `(select json_build_object('id', i.id, 'kind', i.kind,
    'title', case i.kind when 'personal' then mask_name(i.title) else i.title end, 'amountMinor', i.amount_minor, 'at', ${iso('i.at')})
  from order_invoices i where i.team_id = o.team_id and i.order_id = o.id and i.state = 'requested')`;

const appointments = `coalesce((select json_agg(json_build_object('id', p.id, 'service', p.service, 'date', p.date::text, 'slot', p.slot,
    'lineNo', p.line_no, 'note', p.note, 'state', p.state) order by p.date, p.id)
  from order_appointments p where p.team_id = o.team_id and p.order_id = o.id), '[]')`;

const alert = `(select a.params ->> 'alert' from order_acts a where a.team_id = o.team_id and a.order_id = o.id
  and a.params ? 'alert' and a.state in ('done', 'pending') order by a.at desc limit 1)`;

export const more = `, 'urgent', o.urgent, 'invoice', ${invoice}, 'appointments', ${appointments}, 'alert', ${alert},
  'handledAt', ${iso('o.handled_at')}`;

export const up = publish(
  'order_cards',
  `select o.team_id, o.id, o.shop_id, o.buyer_id, o.sort_at, ${allows} || ${stepsAllowed} || ${acts} as allows,
     ${cardWith({ totals, payments: moved, more })} as card
   from orders o left join lateral (select s.settings -> 'orderRules' as rules from published.shops s
     where s.team_id = o.team_id and s.id = o.shop_id) r on true`,
);
