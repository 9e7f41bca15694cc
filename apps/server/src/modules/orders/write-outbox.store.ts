import { sql } from 'kysely';
import { isoColumn } from '../../kernel/events.ts';
import { newId } from '../../kernel/ids.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';
import type { OrderWrite } from './write-outbox.rules.ts';

export type WriteState = 'waiting' | 'sending' | 'unsure' | 'done' | 'failed';

export interface QueuedWrite {
  /** Also the key the platform is given: the same for every attempt. */
  readonly id: string;
  readonly orderId: string;
  readonly shopId: string;
  readonly externalId: string;
  readonly actId: string | null;
  readonly what: OrderWrite;
  readonly attempts: number;
  /** When it was last handed to the platform; null: never. */
  readonly sentAt: string | null;
  readonly createdAt: string;
}

export async function insertWrite(
  tx: Tx,
  order: { readonly id: string; readonly shopId: string },
  actId: string | null,
  what: OrderWrite,
): Promise<string> {
  const id = newId();
  await run(
    tx,
    sql`insert into order_writes (team_id, id, order_id, shop_id, act_id, what)
        values (${tx.team}, ${id}, ${order.id}, ${order.shopId}, ${actId}, ${JSON.stringify(what)})`,
  );
  return id;
}

/** Someone who claimed a write and was not heard of for this long is gone. */
const lease = sql`interval '90 seconds'`;

/**
 * Takes the oldest open write of an order; undefined when there is none or somebody is at it.
 * `doubtful`: an attempt may have reached the platform, so look there first.
 */
export const claimWrite = (
  tx: Tx,
  orderId: string,
): Promise<(QueuedWrite & { readonly doubtful: boolean }) | undefined> =>
  first(
    tx,
    sql`with next as (
          select w.id, w.state from order_writes w where w.team_id = ${tx.team} and w.order_id = ${orderId}
            and w.state in ('waiting', 'sending', 'unsure') order by w.id limit 1 for update skip locked)
        update order_writes w set state = 'sending', attempts = w.attempts + 1, claimed_at = now()
        from next n, orders o
        where w.team_id = ${tx.team} and w.id = n.id and (n.state <> 'sending' or w.claimed_at < now() - ${lease})
          and o.team_id = w.team_id and o.id = w.order_id
        returning w.id, w.order_id as "orderId", w.shop_id as "shopId", o.external_id as "externalId",
          w.act_id as "actId", w.what, w.attempts, ${sql.raw(isoColumn('w.sent_at'))} as "sentAt",
          ${sql.raw(isoColumn('w.created_at'))} as "createdAt", n.state <> 'waiting' as doubtful`,
  );

/** From here on the platform may have it. */
export const markSent = (tx: Tx, id: string) =>
  run(
    tx,
    sql`update order_writes set sent_at = now() where team_id = ${tx.team} and id = ${id} and state = 'sending'`,
  );

/** Lays a claimed write down; an end is written once. */
export const putWrite = (
  tx: Tx,
  id: string,
  state: Exclude<WriteState, 'sending'>,
  trouble: string,
  reference: string | null,
): Promise<{ actId: string | null; orderId: string } | undefined> =>
  first(
    tx,
    sql`update order_writes set state = ${state}, trouble = ${trouble}, reference = coalesce(${reference}, reference),
          claimed_at = null, settled_at = case when ${state} in ('done', 'failed') then now() end
        where team_id = ${tx.team} and id = ${id} and state = 'sending' returning act_id as "actId", order_id as "orderId"`,
  );

/** How many writes of each shop are still open. */
export async function openWrites(tx: Tx): Promise<Map<string, number>> {
  const rows = await run<{ shopId: string; count: number }>(
    tx,
    sql`select shop_id as "shopId", count(*)::int as count from order_writes
        where team_id = ${tx.team} and state in ('waiting', 'sending', 'unsure') group by shop_id`,
  );
  return new Map(rows.map(({ shopId, count }) => [shopId, count]));
}

/** Whether writes of an act, or of an order, are still open. */
export async function hasOpenWrites(
  tx: Tx,
  of: { readonly orderId: string; readonly actId: string | null },
): Promise<boolean> {
  const rows = await run(
    tx,
    sql`select 1 as one from order_writes where team_id = ${tx.team} and order_id = ${of.orderId}
        and (${of.actId}::uuid is null or act_id = ${of.actId}) and state in ('waiting', 'sending', 'unsure') limit 1`,
  );
  return rows.length > 0;
}

/** Gives up what is open of an act, or (null) of every act of a shop; the acts it belonged to. */
export async function giveUpWrites(
  tx: Tx,
  of: { readonly shopId: string; readonly actId: string | null },
  trouble: string,
): Promise<string[]> {
  const rows = await run<{ actId: string | null }>(
    tx,
    sql`update order_writes set state = 'failed', trouble = ${trouble}, settled_at = now()
        where team_id = ${tx.team} and shop_id = ${of.shopId} and (${of.actId}::uuid is null or act_id = ${of.actId})
          and state in ('waiting', 'sending', 'unsure') returning act_id as "actId"`,
  );
  return [...new Set(rows.flatMap(({ actId }) => actId ?? []))];
}

/**
 * How many writes of a shop may have reached its platform without our knowing. Everything open is locked, so that nobody sends
 * one of them in the meantime.
 */
export async function lockUnsureWrites(tx: Tx, shopId: string): Promise<number> {
  const rows = await run<{ state: WriteState }>(
    tx,
    sql`select state from order_writes where team_id = ${tx.team} and shop_id = ${shopId}
          and state in ('waiting', 'sending', 'unsure') order by id for update`,
  );
  return rows.filter(({ state }) => state !== 'waiting').length;
}

/** Orders of a shop with something still to be carried out. */
export async function ordersWithWrites(tx: Tx, shopId: string): Promise<string[]> {
  const rows = await run<{ id: string }>(
    tx,
    sql`select distinct order_id as id from order_writes where team_id = ${tx.team} and shop_id = ${shopId}
        and state in ('waiting', 'sending', 'unsure')`,
  );
  return rows.map(({ id }) => id);
}

export interface WriteShown {
  readonly id: string;
  readonly orderId: string;
  readonly number: string;
  readonly kind: string;
  readonly state: WriteState;
  readonly attempts: number;
  readonly trouble: string;
  readonly createdAt: string;
}

/** What waits or went wrong, newest first. */
export const troubledWrites = (tx: Tx, shopId: string, limit: number): Promise<WriteShown[]> =>
  run(
    tx,
    sql`select w.id, w.order_id as "orderId", o.number, w.what->>'kind' as kind, w.state, w.attempts, w.trouble,
          ${sql.raw(isoColumn('w.created_at'))} as "createdAt"
        from order_writes w join orders o on o.team_id = w.team_id and o.id = w.order_id
        where w.team_id = ${tx.team} and w.shop_id = ${shopId} and w.state <> 'done' order by w.id desc limit ${limit}`,
  );
