import { isoColumn as iso } from '../../../kernel/events.ts';
import { publish } from '../../../kernel/migrate.ts';

/** A part of an order's JSON: a list built from rows, \`[]\` where there are none. */
export const list = (row: string, from: string, order: string) =>
  `coalesce((select json_agg(${row} order by ${order}) from ${from}), '[]')`;

const lines = list(
  `json_build_object('id', l.id, 'no', l.no, 'productId', l.product_id, 'variantId', l.variant_id,
    'productExternalId', l.product_external_id, 'sku', l.sku, 'title', l.title, 'options', l.options,
    'pictureUrl', l.picture_url, 'url', l.url, 'quantity', l.quantity, 'unitMinor', l.unit_minor,
    'discountMinor', l.discount_minor, 'totalMinor', l.quantity * l.unit_minor - l.discount_minor, 'attributes', mask_facts(l.attributes))`,
  'order_lines l where l.team_id = o.team_id and l.order_id = o.id',
  'l.no',
);

const totals = `json_build_object('goodsMinor', o.goods_minor, 'discountMinor', o.discount_minor, 'postageMinor', o.postage_minor,
  'adjustmentMinor', o.adjustment_minor, 'totalMinor', o.total_minor, 'paidMinor', o.paid_minor,
  'refundedMinor', o.refunded_minor,
  'dueMinor', case when o.status = 'placed' then greatest(o.total_minor - o.paid_minor, 0) else 0 end)`;

/** Money that moved, corrections added up; a correction of a refund back to nothing leaves no line. */
const payments = list(
  `json_build_object('id', p.id, 'direction', p.kind, 'kind', coalesce(p.method_kind, 'other'), 'sourceKind', p.source_kind,
    'methodId', p.method_id, 'label', coalesce(m.label, p.source_kind), 'amountMinor', p.amount, 'reference', p.reference,
    'at', ${iso('p.at')})`,
  `(select e.kind, e.reference, (array_agg(e.id order by e.recorded_at, e.id))[1] as id,
      (array_agg(e.method_kind order by e.recorded_at desc, e.id desc))[1] as method_kind,
      (array_agg(e.source_kind order by e.recorded_at desc, e.id desc))[1] as source_kind,
      (array_agg(e.method_id order by e.recorded_at desc, e.id desc))[1] as method_id, min(e.at) as at,
      min(e.recorded_at) as recorded_at,
      sum(case when e.debit = case e.kind when 'payment' then 'money' else 'refunds' end then e.amount_minor else -e.amount_minor end)::bigint as amount
    from order_entries e
    where e.team_id = o.team_id and e.order_id = o.id and e.kind in ('payment', 'refund')
    group by e.kind, e.reference) p
    left join payment_methods m on m.team_id = o.team_id and m.id = p.method_id
    where p.amount <> 0`,
  'p.recorded_at, p.id',
);

const maskedAddress = (
  of: string,
) => `json_build_object('name', mask_name(${of}->>'name'), 'phone', mask_phone(${of}->>'phone'),
  'country', ${of}->>'country', 'province', ${of}->>'province', 'city', ${of}->>'city', 'district', ${of}->>'district',
  'street', mask_street(${of}->>'street'), 'postcode', ${of}->>'postcode', 'masked', true)`;

const addressChange = `(select json_build_object('id', a.id, 'state', a.state, 'address', ${maskedAddress('a.address')},
    'note', a.note, 'byKind', a.actor_kind, 'proposedAt', ${iso('a.proposed_at')}, 'decidedAt', ${iso('a.decided_at')},
    'decidedByName', m.name)
  from address_changes a left join published.members m on m.team_id = a.team_id and m.id = a.decided_by
  where a.team_id = o.team_id and a.order_id = o.id and a.state = 'proposed')`;

const event = (
  of: string,
) => `json_build_object('at', ${iso(`${of}.at`)}, 'status', ${of}.status, 'sourceStatus', ${of}.source_status,
  'text', ${of}.text, 'place', ${of}.place, 'operator', ${of}.operator)`;

const moving = `x.status in ('created', 'collected', 'in_transit', 'arrived', 'out_for_delivery', 'forwarded', 'customs')`;

/** What a parcel needs a hand for. Three days without news on the way is stuck; past the promise is late. */
const trouble = `case
  when x.status in ('returning', 'returned', 'stuck') then x.status
  when x.status in ('refused', 'unreachable', 'overdue', 'damaged', 'out_of_area', 'problem') then 'problem'
  when x.delivered_at is null and ${moving} and x.status <> 'created' and x.last_event_at < now() - interval '3 days' then 'stuck'
  when x.delivered_at is null and ${moving} and x.promised_at < now() then 'late' end`;

const parcelKeys = `'id', x.id, 'carrier', x.carrier, 'carrierName', x.carrier_name, 'number', x.number, 'status', x.status,
  'sourceStatus', x.source_status, 'promisedAt', ${iso('x.promised_at')}, 'deliveredAt', ${iso('x.delivered_at')},
  'lineNos', x.line_nos, 'trouble', ${trouble}, 'lastEvent', (select ${event('v')} from parcel_events v
    where v.team_id = x.team_id and v.parcel_id = x.id order by v.no desc limit 1), 'attributes', mask_facts(x.attributes)`;

const parcelsOf = (keys: string) =>
  list(
    `json_build_object(${keys})`,
    'parcels x where x.team_id = o.team_id and x.order_id = o.id',
    'x.created_at, x.id',
  );

const tracks = list(
  event('v'),
  'parcel_events v where v.team_id = x.team_id and v.parcel_id = x.id',
  'v.no desc',
);

const remarkRow = `json_build_object('id', r.id, 'flag', r.flag, 'text', r.text, 'byKind', r.actor_kind, 'byId', r.actor_id,
  'byName', coalesce(m.name, ''), 'at', ${iso('r.at')})`;

const remarks = list(
  remarkRow,
  `(select * from order_remarks n where n.team_id = o.team_id and n.order_id = o.id order by n.at desc, n.id desc limit 20) r
    left join published.members m on m.team_id = r.team_id and m.id = r.actor_id`,
  'r.at desc, r.id desc',
);

const answer = (
  kind: string,
) => `(select json_build_object('state', c.state, 'askedAt', ${iso('c.asked_at')},
    'answeredAt', ${iso('c.answered_at')}, 'answer', c.answer)
  from order_answers c where c.team_id = o.team_id and c.order_id = o.id and c.kind = '${kind}')`;

const attributes = `mask_facts(o.attributes || coalesce((select jsonb_object_agg(r.topic, r.data) from order_records r
  where r.team_id = o.team_id and r.shop_id = o.shop_id and r.order_external_id = o.external_id), '{}'))`;

/** What happened to the order. With every time known it stands by time, otherwise in the order in which orders live. */
const timeline = `coalesce((select json_agg(json_build_object('code', s.code, 'at', ${iso('s.at')}, 'text', s.text)
    order by case when s.timed then s.at end, s.weight, s.at) from (
  select t.*, bool_and(t.at is not null) over () as timed from (
    select 'placed' as code, o.placed_at as at, '' as text, 1 as weight
    union all select 'paid', o.paid_at, '', 2 where o.paid_minor > 0
    union all select 'shipped', min(v.at), '', 5 from parcels x
      left join parcel_events v on v.team_id = x.team_id and v.parcel_id = x.id and v.status not in ('created', 'unknown')
      where x.team_id = o.team_id and x.order_id = o.id
      having bool_or(v.no is not null) or (count(x.id) > 0 and o.status in ('partly_shipped', 'shipped', 'delivered', 'received', 'completed'))
    union all select 'delivered', max(x.delivered_at), '', 6 from parcels x
      where x.team_id = o.team_id and x.order_id = o.id having bool_or(x.status in ('signed', 'signed_self', 'signed_other', 'signed_station'))
    union all select s.status, min(s.at), max(s.source_status),
        case s.status when 'preparing' then 4 when 'received' then 7 when 'completed' then 8 when 'returned' then 9 else 10 end
      from order_statuses s where s.team_id = o.team_id and s.order_id = o.id
        and s.status in ('preparing', 'received', 'completed', 'returned', 'cancelled', 'closed_unpaid') group by s.status
    union all select 'refunded', max(e.at), '', 11 from order_entries e
      where e.team_id = o.team_id and e.order_id = o.id and e.kind = 'refund' and o.refunded_minor > 0 having count(*) > 0
    union all select 'reminded', o.reminded_at, '', 1 where o.reminded_at is not null
    union all select c.kind || '_confirmed', c.answered_at, '', 3 from order_answers c
      where c.team_id = o.team_id and c.order_id = o.id and c.state = 'confirmed'
    union all select 'address_changed', a.decided_at, '', 3 from address_changes a
      where a.team_id = o.team_id and a.order_id = o.id and a.state = 'accepted') t) s), '[]')`;

/** What the order's own state lets a colleague do; a reader's role is laid over it. */
export const allows = `array_remove(array['addOrderRemark', 'listOrderRemarks', 'sendOrderCard',
  case when o.address is not null then 'revealOrderAddress' end,
  case when o.status in ('placed', 'paid', 'preparing', 'partly_shipped') then 'verifyOrder' end,
  case when o.status in ('placed', 'paid', 'preparing') and o.address is not null then 'verifyAddress' end,
  case when o.status = 'placed' and o.total_minor > o.paid_minor then 'remindPayment' end,
  case when exists (select from address_changes a where a.team_id = o.team_id and a.order_id = o.id and a.state = 'proposed')
    and o.status in ('placed', 'paid', 'preparing') then 'acceptAddressChange' end,
  case when exists (select from address_changes a where a.team_id = o.team_id and a.order_id = o.id and a.state = 'proposed')
    then 'refuseAddressChange' end,
  case when exists (select from parcels x where x.team_id = o.team_id and x.order_id = o.id) then 'getTracking' end,
  case when exists (select from parcels x where x.team_id = o.team_id and x.order_id = o.id) then 'sendTrackingCard' end], null)`;

export const buyerName = `coalesce((select b.name from published.buyer_names b where b.team_id = o.team_id and b.id = o.buyer_id), '')`;

/** The parts of a card that later migrations replace. */
export interface CardParts {
  readonly totals: string;
  readonly payments: string;
  /** Further keys: `'key', value` pairs with a leading comma each. */
  readonly more?: string;
}

export const cardWith = ({
  totals,
  payments,
  more = '',
}: CardParts) => `json_build_object('id', o.id, 'shopId', o.shop_id, 'buyerId', o.buyer_id, 'buyerName', ${buyerName}, 'number', o.number,
  'externalId', o.external_id, 'source', o.source, 'url', o.url, 'status', o.status, 'sourceStatus', o.source_status,
  'currency', o.currency, 'lines', ${lines}, 'totals', ${totals}, 'payments', ${payments},
  'address', case when o.address is not null then ${maskedAddress('o.address')} end, 'addressChange', ${addressChange},
  'parcels', ${parcelsOf(parcelKeys)}, 'timeline', ${timeline}, 'flag', o.flag, 'remarks', ${remarks},
  'checks', json_build_object('order', ${answer('order')}, 'address', ${answer('address')}),
  'remindedAt', ${iso('o.reminded_at')}, 'buyerNote', o.buyer_note, 'attributes', ${attributes},
  'placedAt', ${iso('o.placed_at')}, 'paidAt', ${iso('o.paid_at')}, 'updatedAt', ${iso('o.updated_at')},
  'mirroredAt', ${iso('o.mirrored_at')}, 'version', o.version${more})`;

const card = cardWith({ totals, payments });

const summary = `json_build_object('id', o.id, 'shopId', o.shop_id, 'buyerId', o.buyer_id, 'buyerName', ${buyerName}, 'number', o.number,
  'status', o.status, 'sourceStatus', o.source_status, 'currency', o.currency, 'totalMinor', o.total_minor,
  'paidMinor', o.paid_minor, 'refundedMinor', o.refunded_minor, 'lineCount', l.count, 'quantity', l.quantity,
  'firstTitle', l.title, 'pictureUrl', l.picture, 'flag', o.flag, 'placedAt', ${iso('o.placed_at')},
  'updatedAt', ${iso('o.updated_at')})`;

export const up = `
  ${publish('order_cards', `select o.team_id, o.id, o.shop_id, o.buyer_id, o.sort_at, ${allows} as allows, ${card} as card from orders o`)}
  ${publish(
    'order_summaries',
    `select o.team_id, o.id, o.shop_id, o.buyer_id, o.sort_at, ${summary} as summary from orders o, lateral (
       select count(*)::int as count, coalesce(sum(quantity), 0)::int as quantity, coalesce((array_agg(title order by no))[1], '') as title,
         (array_agg(picture_url order by no) filter (where picture_url is not null))[1] as picture
       from order_lines where team_id = o.team_id and order_id = o.id) l`,
  )}
  ${publish('order_tracks', `select o.team_id, o.id, o.shop_id, ${parcelsOf(`${parcelKeys}, 'events', ${tracks}`)} as parcels from orders o`)}
  ${publish(
    'order_remarks',
    `select r.team_id, r.order_id, r.id, r.at, ${remarkRow} as remark from order_remarks r
     left join published.members m on m.team_id = r.team_id and m.id = r.actor_id`,
  )}
  ${publish(
    'orders',
    `select team_id, id, shop_id, buyer_id, external_id, number, number_key, status, currency, total_minor, paid_minor,
       refunded_minor, placed_at, paid_at, sort_at, created_at, updated_at from orders`,
  )}
  ${publish(
    'buyer_spend',
    `select team_id, buyer_id, shop_id, currency, count(*)::int as order_count, sum(paid_minor)::bigint as paid_minor,
       sum(refunded_minor)::bigint as refunded_minor, count(*) filter (where refunded_minor > 0)::int as refunded_orders
     from orders where buyer_id is not null group by team_id, buyer_id, shop_id, currency`,
  )}
  ${publish(
    'payment_methods',
    `select p.team_id, p.buyer_id, p.shop_id, json_build_object('id', p.id, 'shopId', p.shop_id, 'kind', p.kind,
       'sourceKind', p.source_kind, 'label', p.label, 'balanceMinor', p.balance_minor, 'currency', p.currency,
       'mirroredAt', ${iso('p.mirrored_at')}) as method, p.id from payment_methods p`,
  )}`;
