import type { payments } from '@guitai/contract';
import { sql } from 'kysely';
import { isoColumn } from '../../kernel/events.ts';
import { run, type Tx } from '../../kernel/tx.ts';
import type { Shops } from './acts.ts';

type Row = payments.PaymentRowShape;

export interface PaymentQuery {
  readonly shops: Shops;
  readonly shopId?: string | undefined;
  readonly orderId?: string | undefined;
  readonly state?: 'open' | 'unknown' | 'failed' | 'done' | undefined;
  readonly after: readonly [number, string, string] | null;
  readonly limit: number;
}

const iso = (column: string) => sql.raw(isoColumn(column));

const label = sql`coalesce(nullif(m.label, ''), nullif(x.source_kind, ''), x.method_kind)`;

type Place = PaymentQuery['after'];

/** Rows of one weight after the given place, newest first; each branch stops where the page is full. */
function page(weight: number, after: Place, limit: number, at: string, id: string) {
  const [before, instant, key] = after ?? [-1, '', ''];
  const later =
    before < weight
      ? sql`true`
      : before > weight
        ? sql`false`
        : sql`(${sql.raw(at)}, ${sql.raw(id)}) < (${instant}::timestamptz, ${key})`;
  return sql`and ${later} order by ${sql.raw(at)} desc, ${sql.raw(id)} desc limit ${limit}`;
}

const paymentId = `'p:' || x.order_id || ':' || x.reference`;

const came = (
  tx: Tx,
  { after, limit }: PaymentQuery,
  mine: ReturnType<typeof sql>,
) => sql`select x.order_id, ${sql.raw(paymentId)} as id,
    'payment' as direction, 'payment' as cause,
    x.method_kind, ${label} as label, case when x.intent_id is not null then 'gateway' when m.balance_minor is not null then 'balance'
      else 'hand' end as carrier, i.gateway, i.gateway_reference, x.paid_minor as amount, x.refunded_minor as refunded, i.fee_minor,
    'done' as state, null::text as failure, x.at, x.at as settled_at, x.recorded_at, 3 as weight
  from order_payments x join orders o on o.team_id = x.team_id and o.id = x.order_id
    left join payment_methods m on m.team_id = x.team_id and m.id = x.method_id
    left join published.payment_intents i on i.team_id = x.team_id and i.id = x.intent_id
  where x.team_id = ${tx.team} and ${mine} ${page(3, after, limit, 'x.recorded_at', paymentId)}`;

const told = sql`case when r.state = 'pending' and g.state in ('asked', 'unknown') then g.state else r.state end`;

const went = (
  tx: Tx,
  mine: ReturnType<typeof sql>,
  which: ReturnType<typeof sql>,
  weight: ReturnType<typeof sql>,
) => sql`select r.order_id, r.key as id, 'refund', r.cause, r.method_kind,
    coalesce(nullif(m.label, ''), r.method_kind), r.carrier, g.gateway, g.gateway_reference, r.amount_minor, 0::bigint, null::bigint,
    ${told} as state, coalesce(r.failure, g.failure), r.at, r.settled_at, r.at as recorded_at, ${weight} as weight
  from order_refunds r join orders o on o.team_id = r.team_id and o.id = r.order_id
    left join payment_methods m on m.team_id = r.team_id and m.id = r.method_id
    left join published.payment_refunds g on g.team_id = r.team_id and g.key = r.key
  where r.team_id = ${tx.team} and ${mine} and ${which}`;

/** What is not settled is little and stands first; what is done is much and stands newest first. */
function branches(tx: Tx, query: PaymentQuery, mine: ReturnType<typeof sql>) {
  const { after, limit } = query;
  const openWeight = sql`case ${told} when 'unknown' then 0 when 'asked' then 1 when 'pending' then 1 else 2 end`;
  return sql.join(
    [
      sql`(${went(tx, mine, sql`r.state in ('pending', 'failed')`, openWeight)})`,
      sql`(${went(tx, mine, sql`r.state = 'done'`, sql`3`)} ${page(3, after, limit, 'r.at', 'r.key')})`,
      sql`(${came(tx, query, mine)})`,
    ],
    sql` union all `,
  );
}

const states = {
  open: sql`w.state in ('unknown', 'asked', 'pending')`,
  unknown: sql`w.state = 'unknown'`,
  failed: sql`w.state = 'failed'`,
  done: sql`w.state = 'done'`,
} as const;

/** Money in and out: the unknown first, then what waits, then what failed, then the newest. */
export function readMoney(tx: Tx, query: PaymentQuery) {
  const { after } = query;
  const mine = sql.join(
    [
      query.shops === null ? sql`true` : sql`o.shop_id = any(${[...query.shops]}::uuid[])`,
      ...(query.shopId ? [sql`o.shop_id = ${query.shopId}`] : []),
      ...(query.orderId ? [sql`o.id = ${query.orderId}`] : []),
    ],
    sql` and `,
  );
  const conditions = [
    query.state ? states[query.state] : sql`true`,
    after
      ? sql`(w.weight > ${after[0]} or w.weight = ${after[0]} and (w.recorded_at, w.id) < (${after[1]}::timestamptz, ${after[2]}))`
      : sql`true`,
  ];
  return run<{ row: Omit<Row, 'can'>; weight: number; at: string; id: string }>(
    tx,
    sql`select w.weight, w.id, to_char(w.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
          json_build_object('id', w.id, 'direction', w.direction, 'cause', w.cause, 'orderId', o.id, 'orderNumber', o.number,
            'shopId', o.shop_id, 'buyerId', o.buyer_id, 'kind', w.method_kind, 'label', w.label, 'carrier',
            case when o.source = 'connector' then 'platform' else w.carrier end, 'gateway', w.gateway, 'gatewayReference', w.gateway_reference,
            'amountMinor', w.amount, 'refundedMinor', w.refunded, 'feeMinor', w.fee_minor, 'currency', o.currency, 'state', w.state,
            'failure', w.failure, 'at', ${iso('w.at')}, 'settledAt', ${iso('w.settled_at')}) as row
        from (${branches(tx, query, mine)}) w(order_id, id, direction, cause, method_kind, label, carrier, gateway, gateway_reference,
            amount, refunded, fee_minor, state, failure, at, settled_at, recorded_at, weight) join orders o on o.team_id = ${tx.team} and o.id = w.order_id
        where ${sql.join(conditions, sql` and `)}
        order by w.weight, w.recorded_at desc, w.id desc limit ${query.limit}`,
  );
}
