import { sql } from 'kysely';
import { first, run, type Tx } from '../../kernel/tx.ts';
import type { DeliveryRow } from './tables.ts';

const columns =
  sql.raw(`d.id, d.webhook_id as "webhookId", d.event_seq as "eventSeq", d.event_id as "eventId", d.type,
  d.subject, d.event_at as "eventAt", d.state, d.attempts, d.next_at as "nextAt", d.tried_at as "triedAt", d.status,
  d.took_ms as "tookMs", d.answer, d.trouble, d.replay_of as "replayOf"`);

/** An event that a webhook is to be sent. */
export interface NewDelivery {
  readonly id: string;
  readonly seq: number;
  readonly eventId: string;
  readonly type: string;
  readonly subject: string;
  readonly line: string;
  readonly at: string;
}

/** Notes deliveries; an event that is noted already stays one delivery. */
export async function insertDeliveries(
  tx: Tx,
  webhookId: string,
  news: readonly NewDelivery[],
  now: Date,
): Promise<void> {
  if (news.length === 0) return;
  const each = <V>(of: (one: NewDelivery) => V) => news.map(of);
  await run(
    tx,
    sql`insert into webhook_deliveries (team_id, webhook_id, next_at, id, event_seq, event_id, type, subject, line, event_at)
        select ${tx.team}, ${webhookId}, ${now}, * from unnest(${each((n) => n.id)}::uuid[], ${each((n) => n.seq)}::bigint[],
          ${each((n) => n.eventId)}::text[], ${each((n) => n.type)}::text[], ${each((n) => n.subject)}::uuid[],
          ${each((n) => n.line)}::uuid[], ${each((n) => n.at)}::timestamptz[])
        on conflict do nothing`,
  );
}

/** The event of a delivery once more, as a line of its own. */
export const insertReplay = (tx: Tx, id: string, of: DeliveryRow, now: Date) =>
  run(
    tx,
    sql`insert into webhook_deliveries (team_id, id, webhook_id, event_seq, event_id, type, subject, line, event_at, next_at, replay_of)
        select team_id, ${id}, webhook_id, event_seq, event_id, type, subject, ${id}, event_at, ${now}, id
        from webhook_deliveries where team_id = ${tx.team} and id = ${of.id}`,
  );

/** Nothing of the same line waits before it. */
const isFirst = sql.raw(`not exists (select from webhook_deliveries e where e.team_id = w.team_id
  and e.webhook_id = w.webhook_id and e.state = 'waiting' and e.line = w.line and e.event_seq < w.event_seq)`);

/**
 * Takes up to `limit` deliveries that are due: of each line the first that waits. They are ours until `until`; should we
 * die, another takes them then.
 */
export const claimDue = (
  tx: Tx,
  webhookId: string,
  { now, until, limit }: { now: Date; until: Date; limit: number },
) =>
  run<DeliveryRow>(
    tx,
    sql`with due as (
          select w.id from webhook_deliveries w
          where w.team_id = ${tx.team} and w.webhook_id = ${webhookId} and w.state = 'waiting'
            and w.next_at <= ${now} and (w.claimed_until is null or w.claimed_until <= ${now})
            and ${isFirst}
          order by w.event_seq limit ${limit} for update skip locked)
        update webhook_deliveries d set claimed_until = ${until}, attempts = attempts + 1, tried_at = ${now}
        from due where d.team_id = ${tx.team} and d.id = due.id returning ${columns}`,
  );

/** How a try went. */
export interface Settled {
  readonly state: DeliveryRow['state'];
  readonly nextAt: Date | null;
  readonly status: number | null;
  readonly tookMs: number | null;
  readonly answer: string;
  readonly trouble: string;
}

/** Writes how the try went; false when somebody else has taken the delivery meanwhile. */
export async function settleDelivery(
  tx: Tx,
  { id, attempts }: DeliveryRow,
  how: Settled,
  now: Date,
): Promise<boolean> {
  const rows = await run(
    tx,
    sql`update webhook_deliveries set state = ${how.state}, next_at = coalesce(${how.nextAt}::timestamptz, next_at),
          claimed_until = null, settled_at = case when ${how.state} = 'waiting' then null else ${now}::timestamptz end,
          status = ${how.status}, took_ms = ${how.tookMs}, answer = ${how.answer}, trouble = ${how.trouble}
        where team_id = ${tx.team} and id = ${id} and attempts = ${attempts} and state = 'waiting' returning id`,
  );
  return rows.length > 0;
}

/** When the first of some line may be due next; null when nothing waits. */
export const nextDue = async (tx: Tx, webhookId: string): Promise<Date | null> =>
  (
    await first<{ at: Date | null }>(
      tx,
      sql`select min(greatest(w.next_at, w.claimed_until)) as at from webhook_deliveries w
          where w.team_id = ${tx.team} and w.webhook_id = ${webhookId} and w.state = 'waiting' and ${isFirst}`,
    )
  )?.at ?? null;

/** How many wait for each webhook. */
export async function waitingOf(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await run<{ id: string; n: number }>(
    tx,
    sql`select webhook_id as id, count(*)::int as n from webhook_deliveries
        where team_id = ${tx.team} and webhook_id = any(${ids}::uuid[]) and state = 'waiting' group by 1`,
  );
  return new Map(rows.map(({ id, n }) => [id, n]));
}

export interface DeliveryPage {
  readonly state: string | null;
  readonly below: string | null;
  readonly limit: number;
}

/** Deliveries of a webhook, newest first. */
export const listDeliveryRows = (
  tx: Tx,
  webhookId: string,
  { state, below, limit }: DeliveryPage,
) =>
  run<DeliveryRow>(
    tx,
    sql`select ${columns} from webhook_deliveries d where team_id = ${tx.team} and webhook_id = ${webhookId}
          and (${state}::text is null or state = ${state}) and (${below}::uuid is null or id < ${below}::uuid)
        order by id desc limit ${limit}`,
  );

export const readDelivery = (tx: Tx, webhookId: string, id: string) =>
  first<DeliveryRow>(
    tx,
    sql`select ${columns} from webhook_deliveries d where team_id = ${tx.team} and webhook_id = ${webhookId} and id = ${id}`,
  );

/** Forgets what was settled before the instant. */
export const forgetDeliveries = (tx: Tx, webhookId: string, before: Date) =>
  run(
    tx,
    sql`delete from webhook_deliveries where team_id = ${tx.team} and id in (select id from webhook_deliveries
          where team_id = ${tx.team} and webhook_id = ${webhookId} and state <> 'waiting' and settled_at < ${before} limit 500)`,
  );
