import { sql } from 'kysely';
import { now } from '../../kernel/clock.ts';
import { first, run, runPrepared, type Tx } from '../../kernel/tx.ts';
import { before, type MoneyState } from './money-state.rules.ts';
import type { GatewayAnswer, GatewayKind } from './ports.ts';

/** A refund at a gateway with the payment it takes from. */
export interface Refund {
  readonly id: string;
  readonly key: string;
  readonly intentId: string;
  readonly amountMinor: number;
  readonly reason: string;
  readonly state: MoneyState;
  readonly gatewayReference: string | null;
  readonly failure: string | null;
  readonly attempts: number;
  readonly shopId: string;
  readonly orderId: string;
  readonly gateway: GatewayKind;
  readonly currency: string;
  /** `key`: what the gateway calls it by. */
  readonly payment: {
    readonly key: string;
    readonly reference: string | null;
    readonly amountMinor: number;
  };
}

const columns = sql`r.id, r.key, r.intent_id as "intentId", r.amount_minor as "amountMinor", r.reason, r.state,
  r.gateway_reference as "gatewayReference", r.failure, r.attempts, i.shop_id as "shopId", i.order_id as "orderId", i.gateway, i.currency,
  json_build_object('key', replace(i.id::text, '-', ''), 'reference', i.gateway_reference, 'amountMinor', i.amount_minor) as payment`;

export const readRefund = (tx: Tx, id: string) =>
  first<Refund>(
    tx,
    sql`select ${columns} from payment_refunds r join payment_intents i on i.team_id = r.team_id and i.id = r.intent_id
        where r.team_id = ${tx.team} and r.id = ${id}`,
  );

export const readRefundByKey = (tx: Tx, key: string) =>
  first<Refund>(
    tx,
    sql`select ${columns} from payment_refunds r join payment_intents i on i.team_id = r.team_id and i.id = r.intent_id
        where r.team_id = ${tx.team} and r.key = ${key}`,
  );

/** A refund to be paid out. */
export interface NewRefund {
  readonly id: string;
  readonly intentId: string;
  readonly key: string;
  readonly amountMinor: number;
  readonly reason: string;
}

/**
 * Keeps refunds that are to be paid out, each under the condition that its payment has so much left at the gateway: a second
 * fence behind the order's own. Returns how many were kept.
 */
export async function insertRefunds(tx: Tx, refunds: readonly NewRefund[]): Promise<number> {
  const [row] = await runPrepared<{ n: number }>(
    tx,
    'payment-refunds',
    sql`with r as materialized (select * from json_to_recordset(${JSON.stringify(refunds)}::json) as r(id uuid, "intentId" uuid,
            key text, "amountMinor" bigint, reason text)),
        i as (update payment_intents i set refunded_minor = i.refunded_minor + s.amount
          from (select "intentId" as id, sum("amountMinor")::bigint as amount from r group by 1) s
          where i.team_id = ${tx.team} and i.id = s.id and i.state = 'confirmed' and i.refunded_minor + s.amount <= i.amount_minor
          returning i.id),
        w as (insert into payment_refunds (team_id, id, intent_id, key, amount_minor, reason)
          select ${tx.team}::uuid, r.id, r."intentId", r.key, r."amountMinor", r.reason from r join i on i.id = r."intentId" returning 1)
        select count(*)::int as n from w`,
  );
  return row?.n ?? 0;
}

/** Takes the refund for being told to the gateway: one of several at once does, and only once ever. */
export const claimRefund = (tx: Tx, id: string) =>
  first<Refund>(
    tx,
    sql`update payment_refunds r set state = 'asked', asked_at = ${now()} from payment_intents i
        where r.team_id = ${tx.team} and r.id = ${id} and r.state = 'created' and i.team_id = r.team_id and i.id = r.intent_id
        returning ${columns}`,
  );

/**
 * Takes a refund the gateway never heard of for being told again: only one of several does, and only when it was told so long ago
 * that the first telling cannot be under way any more.
 */
export const claimAgain = (tx: Tx, id: string, longerThanMs: number) =>
  first<{ id: string }>(
    tx,
    sql`update payment_refunds set asked_at = ${now()} where team_id = ${tx.team} and id = ${id} and state in ('asked', 'unknown')
        and asked_at < ${new Date(now().getTime() - longerThanMs)} returning id`,
  );

/** Moves a refund forward; undefined where it stands there or further on. A failed one no longer counts at its payment. */
export const moveRefund = (tx: Tx, id: string, to: MoneyState, said: GatewayAnswer) =>
  first<Refund>(
    tx,
    sql`with r as (update payment_refunds r set state = ${to}, failure = ${said.failure ?? null},
            gateway_reference = coalesce(${said.reference ?? null}, r.gateway_reference),
            settled_at = case when ${to}::text in ('confirmed', 'failed') then ${now()}::timestamptz end
          where r.team_id = ${tx.team} and r.id = ${id} and r.state = any(${before('refund', to)}::text[]) returning r.*),
        back as (update payment_intents i set refunded_minor = i.refunded_minor - r.amount_minor from r
          where ${to}::text = 'failed' and i.team_id = r.team_id and i.id = r.intent_id)
        select ${columns} from r join payment_intents i on i.team_id = r.team_id and i.id = r.intent_id`,
  );

/** Keeps what the gateway said without an end of it, and that it was asked once more. */
export const noteRefund = (tx: Tx, id: string, said: GatewayAnswer) =>
  run(
    tx,
    sql`update payment_refunds set gateway_reference = coalesce(${said.reference ?? null}, gateway_reference), attempts = attempts + 1
        where team_id = ${tx.team} and id = ${id}`,
  );
