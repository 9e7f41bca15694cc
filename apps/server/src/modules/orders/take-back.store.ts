import { sql } from 'kysely';
import { type Actor, actorRef } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { run, type Tx } from '../../kernel/tx.ts';
import type { Carrier } from './refund.rules.ts';

/** Which parts of a refund: all of an act that are still open, or one by its key. */
export type Parts = { readonly actId: string } | { readonly key: string };

const chosen = (parts: Parts) =>
  'key' in parts ? sql`key = ${parts.key}` : sql`act_id = ${parts.actId}`;

/** The order and act a part belongs to; undefined where there is none. */
export const readPart = (tx: Tx, key: string) =>
  run<{
    orderId: string;
    actId: string;
    state: 'pending' | 'done' | 'failed';
    carrier: Carrier;
  }>(
    tx,
    sql`select order_id as "orderId", act_id as "actId", state, carrier from order_refunds where team_id = ${tx.team} and key = ${key}`,
  );

/** Marks open parts as carried out; returns how many were. */
export const writeSettled = (tx: Tx, orderId: string, parts: Parts) =>
  run<{ amountMinor: number }>(
    tx,
    sql`update order_refunds set state = 'done', settled_at = ${now()} where team_id = ${tx.team} and order_id = ${orderId}
        and ${chosen(parts)} and state = 'pending' returning amount_minor as "amountMinor"`,
  );

/** Takes open parts back in one statement: payments, the order's sum, and entries the other way. */
export function writeTakenBack(
  actor: Actor,
  tx: Tx,
  orderId: string,
  parts: Parts,
  failure: string,
) {
  const by = actorRef(actor);
  return run<{ amountMinor: number }>(
    tx,
    sql`with r as (update order_refunds set state = 'failed', failure = ${failure}, settled_at = ${now()}
          where team_id = ${tx.team} and order_id = ${orderId} and ${chosen(parts)} and state = 'pending' returning *),
        p as (update order_payments x set refunded_minor = x.refunded_minor - s.amount
          from (select payment_reference, sum(amount_minor)::bigint as amount from r group by 1) s
          where x.team_id = ${tx.team} and x.order_id = ${orderId} and x.reference = s.payment_reference returning 1),
        o as (update orders set refunded_minor = refunded_minor - (select sum(amount_minor)::bigint from r)
          where team_id = ${tx.team} and id = ${orderId} and exists (select from r) returning 1),
        e as (insert into order_entries (team_id, id, order_id, kind, reference, debit, credit, amount_minor, currency, method_kind,
            method_id, at, actor_kind, actor_id)
          select r.team_id, gen_random_uuid(), r.order_id, r.cause, r.key, 'money:' || r.payment_reference,
            case r.cause when 'refund' then 'refunds' else r.cause end, r.amount_minor, r.currency, r.method_kind, r.method_id,
            ${now()}::timestamptz, ${by.kind}::text, ${by.id}::uuid from r)
        select amount_minor as "amountMinor" from r`,
  );
}

/** What became of the parts of an act: how many still wait, how many failed. */
export const readProgress = (tx: Tx, actId: string) =>
  run<{ open: number; failed: number }>(
    tx,
    sql`select (count(*) filter (where state = 'pending'))::int + (select count(*) from order_charges c where c.team_id = ${tx.team}
          and c.act_id = ${actId} and c.state = 'pending')::int as open, (count(*) filter (where state = 'failed'))::int as failed
        from order_refunds where team_id = ${tx.team} and act_id = ${actId}`,
  );

/** Whether money of the order is on its way back and may still not arrive. */
export const hasOpenRefunds = async (tx: Tx, orderId: string): Promise<boolean> =>
  (
    await run(
      tx,
      sql`select 1 from order_refunds where team_id = ${tx.team} and order_id = ${orderId} and state = 'pending' limit 1`,
    )
  ).length > 0;
