import { sql } from 'kysely';
import { now } from '../../kernel/clock.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';
import { before, type MoneyState } from './money-state.rules.ts';
import type { GatewayAnswer, GatewayKind, PayWay } from './ports.ts';

/** A payment at a gateway. */
export interface Intent {
  readonly id: string;
  readonly shopId: string;
  readonly orderId: string;
  readonly key: string;
  readonly gateway: GatewayKind;
  readonly amountMinor: number;
  readonly currency: string;
  readonly state: MoneyState;
  readonly gatewayReference: string | null;
  readonly pay: PayWay | null;
  readonly failure: string | null;
  readonly attempts: number;
}

const columns = sql`id, shop_id as "shopId", order_id as "orderId", key, gateway, amount_minor as "amountMinor", currency, state,
  gateway_reference as "gatewayReference", pay, failure, attempts`;

export const readIntent = (tx: Tx, id: string) =>
  first<Intent>(
    tx,
    sql`select ${columns} from payment_intents where team_id = ${tx.team} and id = ${id}`,
  );

export const readIntentByKey = (tx: Tx, gateway: GatewayKind, key: string) =>
  first<Intent>(
    tx,
    sql`select ${columns} from payment_intents where team_id = ${tx.team} and gateway = ${gateway} and key = ${key}`,
  );

type NewIntent = Pick<
  Intent,
  'id' | 'shopId' | 'orderId' | 'key' | 'gateway' | 'amountMinor' | 'currency'
>;

/** Keeps a payment that is to be made; undefined where one of this key exists. */
export const insertIntent = (tx: Tx, made: NewIntent) =>
  first<Intent>(
    tx,
    sql`insert into payment_intents (team_id, id, shop_id, order_id, key, gateway, amount_minor, currency)
        values (${tx.team}, ${made.id}, ${made.shopId}, ${made.orderId}, ${made.key}, ${made.gateway}, ${made.amountMinor},
          ${made.currency}) on conflict do nothing returning ${columns}`,
  );

/** Takes the payment for being told to the gateway: one of several at once does, and only once ever. */
export const claimIntent = (tx: Tx, id: string) =>
  first<Intent>(
    tx,
    sql`update payment_intents set state = 'asked', asked_at = ${now()}
        where team_id = ${tx.team} and id = ${id} and state = 'created' returning ${columns}`,
  );

/** Moves a payment forward; undefined where it stands there or further on. */
export const moveIntent = (tx: Tx, id: string, to: MoneyState, said: GatewayAnswer) =>
  first<Intent>(
    tx,
    sql`update payment_intents set state = ${to}, gateway_reference = coalesce(${said.reference ?? null}, gateway_reference),
          fee_minor = coalesce(${said.feeMinor ?? null}, fee_minor), failure = ${said.failure ?? null},
          settled_at = case when ${to}::text in ('confirmed', 'failed') then ${now()}::timestamptz end
        where team_id = ${tx.team} and id = ${id} and state = any(${before('payment', to)}::text[]) returning ${columns}`,
  );

/** Keeps what the gateway said without an end of it: its reference, how to pay, and that it was asked once more. */
export const noteIntent = (tx: Tx, id: string, said: GatewayAnswer, pay: PayWay | null = null) =>
  first<Intent>(
    tx,
    sql`update payment_intents set gateway_reference = coalesce(${said.reference ?? null}, gateway_reference),
          pay = coalesce(${pay ? JSON.stringify(pay) : null}::json, pay), attempts = attempts + 1
        where team_id = ${tx.team} and id = ${id} returning ${columns}`,
  );

interface Adopted {
  readonly id: string;
  readonly orderId: string;
  readonly key: string;
  readonly amountMinor: number;
  readonly refundedMinor: number;
  readonly currency: string;
}

/** Keeps payments that were made before as confirmed ones of a gateway. */
export const adoptIntents = (
  tx: Tx,
  shopId: string,
  gateway: GatewayKind,
  rows: readonly Adopted[],
) =>
  run(
    tx,
    sql`with i as (insert into payment_intents (team_id, id, shop_id, order_id, key, gateway, amount_minor, refunded_minor, currency,
            state, settled_at)
          select ${tx.team}, r.id, ${shopId}, r."orderId", r.key, ${gateway}, r."amountMinor", r."refundedMinor", r.currency,
            'confirmed', ${now()} from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, "orderId" uuid, key text,
            "amountMinor" bigint, "refundedMinor" bigint, currency text) returning id, refunded_minor)
        insert into payment_refunds (team_id, id, intent_id, key, amount_minor, state, settled_at)
        select ${tx.team}, gen_random_uuid(), i.id, 'before:' || i.id, i.refunded_minor, 'confirmed', ${now()} from i
        where i.refunded_minor > 0`,
  );
