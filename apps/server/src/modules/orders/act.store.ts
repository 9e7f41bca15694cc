import type { orders } from '@guitai/contract';
import { sql } from 'kysely';
import type { ActorRef } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { isoColumn } from '../../kernel/events.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';

export type OrderAct = orders.OrderActShape;
export type ActKind = orders.OrderActKindWord;
export type ActState = orders.OrderActStateWord;

export interface NewAct {
  readonly id: string;
  readonly orderId: string;
  readonly kind: ActKind;
  readonly state: 'done' | 'pending';
  readonly amountMinor: number | null;
  readonly currency: string;
  readonly reason: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly by: ActorRef;
  readonly approvalId: string | null;
  readonly conversationId: string | null;
}

const iso = (column: string) => sql.raw(isoColumn(column));

const columns = sql`a.id, a.order_id as "orderId", a.kind, a.state, a.amount_minor as "amountMinor", a.currency, a.reason, a.params,
  a.actor_kind as "byKind", a.actor_id as "byId", coalesce(m.name, '') as "byName", a.approval_id as "approvalId",
  ${iso('a.at')} as at, ${iso('a.settled_at')} as "settledAt", a.failure`;

const from = sql`from order_acts a left join published.members m on m.team_id = a.team_id and m.id = a.actor_id`;

/** Writes what was done and shows it; from here on an order out of a file is ours. */
export async function insertAct(tx: Tx, act: NewAct): Promise<OrderAct> {
  const at = now();
  const row = await first<OrderAct>(
    tx,
    sql`with ours as (update orders set handled_at = ${at}
            where team_id = ${tx.team} and id = ${act.orderId} and source = 'import' and handled_at is null),
          a as (insert into order_acts (team_id, id, order_id, kind, state, amount_minor, currency, reason, params, actor_kind,
            actor_id, approval_id, conversation_id, at, settled_at)
          values (${tx.team}, ${act.id}, ${act.orderId}, ${act.kind}, ${act.state}, ${act.amountMinor}, ${act.currency},
            ${act.reason}, ${JSON.stringify(act.params)}, ${act.by.kind}, ${act.by.id}, ${act.approvalId}, ${act.conversationId},
            ${at}, ${act.state === 'pending' ? null : at}) returning *)
        select ${columns} from a left join published.members m on m.team_id = a.team_id and m.id = a.actor_id`,
  );
  if (!row) throw new Error('an act was not written');
  return row;
}

/** The acts of an order, newest first. */
export const readActs = (
  tx: Tx,
  orderId: string,
  after: readonly [string, string] | null,
  limit: number,
): Promise<(OrderAct & { place: string })[]> =>
  run(
    tx,
    sql`select ${columns}, to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as place ${from}
        where a.team_id = ${tx.team} and a.order_id = ${orderId}
          and (${after?.[0] ?? null}::timestamptz is null or (a.at, a.id) < (${after?.[0] ?? null}::timestamptz, ${after?.[1] ?? null}::uuid))
        order by a.at desc, a.id desc limit ${limit}`,
  );

/** How often something was done to an order and not taken back. */
export async function countActs(
  tx: Tx,
  orderId: string,
  kinds: readonly ActKind[],
  hours: number | null = null,
): Promise<number> {
  const since = hours === null ? null : new Date(now().getTime() - hours * 3_600_000);
  const row = await first<{ n: number }>(
    tx,
    sql`select count(*)::int as n from order_acts where team_id = ${tx.team} and order_id = ${orderId}
        and kind = any(${[...kinds]}::text[]) and state in ('done', 'pending') and (${since}::timestamptz is null or at > ${since})`,
  );
  return row?.n ?? 0;
}

/**
 * How often money went back to the buyer of an order: by acts of these kinds, by any other that gave some back, and by a
 * change of method whose new payment still waits.
 */
export async function countPaidBack(
  tx: Tx,
  orderId: string,
  kinds: readonly ActKind[],
  hours: number,
): Promise<number> {
  const since = new Date(now().getTime() - hours * 3_600_000);
  const row = await first<{ n: number }>(
    tx,
    sql`select count(*)::int as n from order_acts where team_id = ${tx.team} and order_id = ${orderId}
        and state in ('done', 'pending') and at > ${since} and (kind = any(${[...kinds]}::text[]) or amount_minor > 0
          or kind = 'payment_method_changed' and state = 'pending' and params -> 'to' @> '[{"state": "pending"}]')`,
  );
  return row?.n ?? 0;
}

export interface SettledAct {
  readonly id: string;
  readonly orderId: string;
  readonly kind: ActKind;
  readonly amountMinor: number | null;
  readonly currency: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly conversationId: string | null;
}

/** The order a pending act belongs to, without a lock. */
export const orderOfAct = (tx: Tx, id: string) =>
  first<{ orderId: string; state: ActState }>(
    tx,
    sql`select order_id as "orderId", state from order_acts where team_id = ${tx.team} and id = ${id}`,
  );

/** Ends a pending act; undefined where it was ended before. */
export const closeAct = (
  tx: Tx,
  id: string,
  state: Exclude<ActState, 'pending'>,
  failure: string | null,
): Promise<SettledAct | undefined> =>
  first(
    tx,
    sql`update order_acts set state = ${state}, settled_at = ${now()}, failure = ${failure}
        where team_id = ${tx.team} and id = ${id} and state = 'pending'
        returning id, order_id as "orderId", kind, amount_minor as "amountMinor", currency, params,
          conversation_id as "conversationId"`,
  );

/** An item change after the act `a` that made the line another variant: what it cost before says nothing of that. */
const replaced = (
  lineNo: number,
) => sql`exists (select from order_acts i, jsonb_array_elements(i.params -> 'lines') l
  where i.team_id = a.team_id and i.order_id = a.order_id and i.kind = 'items_changed' and i.state in ('done', 'pending')
    and (i.at, i.id) > (a.at, a.id) and (l ->> 'lineNo')::int = ${lineNo}
    and (l -> 'from') - 'quantity' - 'unitMinor' <> (l -> 'to') - 'quantity' - 'unitMinor')`;

/** What a price was before anybody changed it on this order, or on its line as it is now; null where nobody did. */
export async function firstParam(
  tx: Tx,
  orderId: string,
  kind: ActKind,
  lineNo: number | null = null,
): Promise<number | null> {
  const row = await first<{ from: number | null }>(
    tx,
    sql`select (params ->> 'fromMinor')::bigint as "from" from order_acts a where team_id = ${tx.team} and order_id = ${orderId}
        and kind = ${kind} and state in ('done', 'pending')
        and ${lineNo === null ? sql`true` : sql`(params ->> 'lineNo')::int = ${lineNo} and not ${replaced(lineNo)}`}
        order by at, id limit 1`,
  );
  return row?.from ?? null;
}

/** When something was last done to an order, ISO 8601; null for never. */
export async function lastActAt(tx: Tx, orderId: string, kind: ActKind): Promise<string | null> {
  const row = await first<{ at: string | null }>(
    tx,
    sql`select ${iso('max(at)')} as at from order_acts where team_id = ${tx.team} and order_id = ${orderId} and kind = ${kind}
        and state in ('done', 'pending')`,
  );
  return row?.at ?? null;
}

/** Whether the order's platform has still to do something for an act. */
export const hasOpenWrites = async (tx: Tx, actId: string): Promise<boolean> =>
  (await first(
    tx,
    sql`select 1 as one from order_writes where team_id = ${tx.team} and act_id = ${actId}
        and state in ('waiting', 'sending', 'unsure') limit 1`,
  )) !== undefined;
