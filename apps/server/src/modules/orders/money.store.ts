import { sql } from 'kysely';
import { type Actor, actorRef } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import { first, prepared, runPrepared, type Tx } from '../../kernel/tx.ts';
import type { OrderFacts } from './facts.store.ts';
import type { RefundCause } from './ledger.rules.ts';
import type { PaymentLeft } from './refund.rules.ts';
import type { PaymentKind } from './words.ts';

/** A payment of an order with the means it was made with. */
export interface PaymentRow extends PaymentLeft {
  readonly methodKind: PaymentKind;
  readonly intentId: string | null;
  readonly label: string;
}

const paymentsText = `select p.reference, p.method_kind as "methodKind", p.method_id as "methodId", p.intent_id as "intentId",
    p.paid_minor as "paidMinor", p.refunded_minor as "refundedMinor",
    row_number() over (order by p.at nulls first, p.recorded_at, p.reference)::int as no,
    coalesce(nullif(m.label, ''), nullif(p.source_kind, ''), p.method_kind) as label,
    case when o.source = 'connector' then 'platform' when p.intent_id is not null then 'gateway'
      when m.balance_minor is not null then 'balance' else 'hand' end as carrier
  from order_payments p join orders o on o.team_id = p.team_id and o.id = p.order_id
  left join payment_methods m on m.team_id = p.team_id and m.id = p.method_id
  where p.team_id = $1 and p.order_id = $2 order by no`;

/** The payments of an order. Read after the order was locked: every change of its money takes that lock first. */
export const readPayments = (tx: Tx, orderId: string): Promise<PaymentRow[]> =>
  prepared<PaymentRow>(tx, 'order-payments', paymentsText, [tx.team, orderId]);

/** A means of payment of the buyer in the shop. */
export interface MethodRow {
  readonly id: string;
  readonly kind: PaymentKind;
  readonly label: string;
  readonly currency: string;
  readonly balanceMinor: number | null;
}

export const readMethod = (
  tx: Tx,
  order: Pick<OrderFacts, 'shopId' | 'buyerId'>,
  methodId: string,
) =>
  first<MethodRow>(
    tx,
    sql`select id, kind, coalesce(nullif(label, ''), nullif(source_kind, ''), kind) as label, currency,
          balance_minor as "balanceMinor" from payment_methods
        where team_id = ${tx.team} and id = ${methodId} and shop_id = ${order.shopId} and buyer_id = ${order.buyerId}`,
  );

/** What goes back to one payment, ready to be written. */
export interface RefundPart {
  readonly key: string;
  readonly reference: string;
  readonly amountMinor: number;
  readonly carrier: PaymentRow['carrier'];
  readonly state: 'done' | 'pending';
  readonly methodKind: PaymentKind;
  readonly methodId: string | null;
}

interface Booking {
  readonly order: Pick<OrderFacts, 'id' | 'currency'>;
  readonly actId: string;
  readonly cause: RefundCause;
  readonly parts: readonly RefundPart[];
}

/** $1 team, $2 order, $3 act, $4 cause, $5 its account, $6 currency, $7 now, $8 $9 who, $10 parts, $11 their sum, $12 their number. */
const refundText = `with parts as materialized (select * from json_to_recordset($10::json) as p(id uuid, key text, reference text,
      "amountMinor" bigint, carrier text, state text, "methodKind" text, "methodId" uuid)),
  o as (update orders set refunded_minor = refunded_minor + $11::bigint
    where team_id = $1 and id = $2 and refunded_minor + $11::bigint <= paid_minor returning 1),
  p as (update order_payments x set refunded_minor = x.refunded_minor + parts."amountMinor" from parts
    where x.team_id = $1 and x.order_id = $2 and x.reference = parts.reference
      and x.refunded_minor + parts."amountMinor" <= x.paid_minor returning 1),
  w as (select "methodId" as id, sum("amountMinor")::bigint as amount from parts where carrier = 'balance' group by 1),
  b as (update payment_methods m set balance_minor = m.balance_minor + w.amount from w
    where m.team_id = $1 and m.id = w.id and m.balance_minor is not null returning 1),
  r as (insert into order_refunds (team_id, key, order_id, act_id, payment_reference, cause, amount_minor, currency, carrier,
      method_kind, method_id, state, at, settled_at)
    select $1::uuid, key, $2::uuid, $3::uuid, reference, $4::text, "amountMinor", $6::text, carrier, "methodKind", "methodId", state,
      $7::timestamptz, case state when 'done' then $7::timestamptz end from parts),
  e as (insert into order_entries (team_id, id, order_id, kind, reference, debit, credit, amount_minor, currency, method_kind,
      method_id, at, actor_kind, actor_id)
    select $1::uuid, id, $2::uuid, $4::text, key, $5::text, 'money:' || reference, "amountMinor", $6::text, "methodKind", "methodId",
      $7::timestamptz, $8::text, $9::uuid from parts)
  select (select count(*) from o) = 1 and (select count(*) from p) = $12::int
    and (select count(*) from b) = (select count(*) from w) as fits`;

/**
 * Writes a refund in one statement: the order's sum and each payment's under their own conditions, balances, the ledger and
 * one row a part. False where a condition did not hold; the transaction must then be given up.
 */
export async function writeRefund(actor: Actor, tx: Tx, booking: Booking): Promise<boolean> {
  const { order, actId, cause, parts } = booking;
  const by = actorRef(actor);
  const total = parts.reduce((sum, part) => sum + part.amountMinor, 0);
  const [row] = await prepared<{ fits: boolean }>(tx, 'book-refund', refundText, [
    tx.team,
    order.id,
    actId,
    cause,
    cause === 'refund' ? 'refunds' : cause,
    order.currency,
    now(),
    by.kind,
    by.id,
    JSON.stringify(parts.map((part) => ({ ...part, id: newId() }))),
    total,
    parts.length,
  ]);
  return row?.fits ?? false;
}

/** Takes an amount off a balance where it is that high; false where it is not. */
export const takeFromBalance = async (
  tx: Tx,
  methodId: string,
  amountMinor: number,
): Promise<boolean> =>
  (await first(
    tx,
    sql`update payment_methods set balance_minor = balance_minor - ${amountMinor}
        where team_id = ${tx.team} and id = ${methodId} and balance_minor >= ${amountMinor} returning 1 as one`,
  )) !== undefined;

/** What came in with one payment. */
export interface Incoming {
  readonly orderId: string;
  readonly reference: string;
  readonly amountMinor: number;
  readonly currency: string;
  readonly methodKind: PaymentKind;
  readonly methodId: string | null;
  readonly intentId: string | null;
  readonly at: Date;
}

/**
 * Books a payment in one statement: its row, the order's sum, the ledger, and as much of an open supplement as it pays.
 * False where a payment of this reference is booked already.
 */
export async function writePayment(actor: Actor, tx: Tx, paid: Incoming): Promise<boolean> {
  const by = actorRef(actor);
  const [row] = await runPrepared<{ fits: boolean }>(
    tx,
    'book-payment',
    sql`with p as (insert into order_payments (team_id, order_id, reference, method_kind, method_id, intent_id, paid_minor, at)
          values (${tx.team}, ${paid.orderId}, ${paid.reference}, ${paid.methodKind}, ${paid.methodId}, ${paid.intentId},
            ${paid.amountMinor}, ${paid.at}) on conflict do nothing returning 1),
        o as (update orders set paid_minor = paid_minor + ${paid.amountMinor}::bigint,
            supplement_minor = greatest(supplement_minor - ${paid.amountMinor}::bigint, 0), paid_at = coalesce(paid_at, ${paid.at})
          where team_id = ${tx.team} and id = ${paid.orderId} and exists (select from p) returning 1),
        e as (insert into order_entries (team_id, id, order_id, kind, reference, debit, credit, amount_minor, currency, method_kind,
            method_id, at, actor_kind, actor_id)
          select ${tx.team}, ${newId()}::uuid, ${paid.orderId}::uuid, 'payment', ${paid.reference}::text, 'money:' || ${paid.reference}::text, 'buyer',
            ${paid.amountMinor}::bigint, ${paid.currency}::text, ${paid.methodKind}::text, ${paid.methodId}::uuid, ${paid.at}::timestamptz,
            ${by.kind}::text, ${by.id}::uuid from o)
        select count(*) = 1 as fits from o`,
  );
  return row?.fits ?? false;
}
