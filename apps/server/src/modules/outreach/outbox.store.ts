import { sql } from 'kysely';
import { first, prepared, run, type Tx } from '../../kernel/tx.ts';
import { rowColumns } from './due.store.ts';
import type { OutreachRow } from './tables.ts';

/** A message on its way to a gateway. */
export interface Outbound extends OutreachRow {
  /** Above one: people had it sent again, under another key. */
  readonly round: number;
  readonly parts: number | null;
}

const columns = `${rowColumns}, m.round, m.parts`;

/** What a gateway calls a message by: the row's id, and which time a person sent it. */
export const keyOf = ({ id, round }: Pick<Outbound, 'id' | 'round'>): string =>
  round === 1 ? id : `${id}-${round}`;

const stopped = `exists (select from outreach_causes c where c.team_id = m.team_id and c.kind = m.cause_kind
  and c.cause_id = m.cause_id`;

/** Whether it is this gateway's turn; its row stays locked. */
export const takePace = (
  tx: Tx,
  gatewayId: string,
  at: Date,
): Promise<{ perSecond: number } | undefined> =>
  first(
    tx,
    sql`select per_second as "perSecond" from outreach_gateways where team_id = ${tx.team} and id = ${gatewayId}
        and enabled and next_at <= ${at} for update skip locked`,
  );

export const setPace = (tx: Tx, gatewayId: string, next: Date) =>
  run(
    tx,
    sql`update outreach_gateways set next_at = ${next} where team_id = ${tx.team} and id = ${gatewayId}`,
  );

/** Claims what is to be handed to the gateway now; the claim is committed before anything leaves. */
export const claimSends = (
  tx: Tx,
  gatewayId: string,
  at: Date,
  until: Date,
  limit: number,
): Promise<Outbound[]> =>
  prepared(
    tx,
    'outreach-claim',
    `with d as materialized (
       select id from outreach_messages m where m.team_id = $1 and m.gateway_id = $2 and m.state = 'sending'
         and m.try_at <= $3 and m.claimed_until is null and not ${stopped})
         order by m.try_at, m.id limit $5 for update skip locked)
     update outreach_messages m set claimed_until = $4, attempts = m.attempts + 1 from d
     where m.team_id = $1 and m.id = d.id returning ${columns}`,
    [tx.team, gatewayId, at, until, limit],
  );

/** What of a stopped or paused cause has not left yet. */
export const takeHeld = (tx: Tx, state: 'stopped' | 'paused', limit: number): Promise<Outbound[]> =>
  prepared(
    tx,
    'outreach-held',
    `select ${columns} from outreach_messages m where m.team_id = $1 and m.state = 'sending'
       and m.claimed_until is null and ${stopped} and c.state = $3) limit $2 for update of m skip locked`,
    [tx.team, limit, state],
  );

/** Whether a claimed message may leave at this moment: it is still ours, nobody has paused or stopped it, its gateway is on. */
export async function mayLeave(
  tx: Tx,
  { id, attempts, round }: Pick<Outbound, 'id' | 'attempts' | 'round'>,
): Promise<boolean> {
  const [row] = await prepared(
    tx,
    'outreach-leave',
    `select from outreach_messages m join outreach_gateways g on g.team_id = m.team_id and g.id = m.gateway_id and g.enabled
     where m.team_id = $1 and m.id = $2 and m.attempts = $3 and m.round = $4 and m.state = 'sending'
       and m.claimed_until is not null and not ${stopped})`,
    [tx.team, id, attempts, round],
  );
  return row !== undefined;
}

/** Gives back what was claimed and has not left: it was no attempt. None when it is no longer ours. */
export const unclaim = (
  tx: Tx,
  { id, attempts, round }: Pick<Outbound, 'id' | 'attempts' | 'round'>,
) =>
  run<{ id: string }>(
    tx,
    sql`update outreach_messages set claimed_until = null, attempts = attempts - 1
        where team_id = ${tx.team} and id = ${id} and attempts = ${attempts} and round = ${round} and state = 'sending'
        returning id`,
  );

/** Messages whose holder died or was never answered: from now on nobody knows. */
export const takeLost = (tx: Tx, at: Date): Promise<Outbound[]> =>
  prepared(
    tx,
    'outreach-lost',
    `update outreach_messages m set state = 'unknown', reason = 'no_answer', claimed_until = null, try_at = $2, moved_at = $2
     where m.team_id = $1 and m.state = 'sending' and m.claimed_until < $2 returning ${columns}`,
    [tx.team, at],
  );

/** Claims messages nobody knows about, to ask their gateway; asked again later each time, for three days. */
export const claimAsks = (tx: Tx, at: Date, limit: number): Promise<Outbound[]> =>
  prepared(
    tx,
    'outreach-asks',
    `with d as materialized (
       select id from outreach_messages m where m.team_id = $1 and m.state = 'unknown' and m.try_at <= $2
         order by m.try_at limit $3 for update skip locked)
     update outreach_messages m set faults = m.faults + 1,
       try_at = case when m.handed_at < $2::timestamptz - interval '3 days' then null
         else $2::timestamptz + least(interval '1 hour', interval '5 seconds' * power(3, least(m.faults, 8))) end
     from d where m.team_id = $1 and m.id = d.id returning ${columns}`,
    [tx.team, at, limit],
  );

export const lockMessage = (tx: Tx, id: string): Promise<Outbound | undefined> =>
  first(
    tx,
    sql`select ${sql.raw(columns)} from outreach_messages m where m.team_id = ${tx.team} and m.id = ${id} for update`,
  );

/** Where the message with this key or name at the gateway is. */
export const lockByProvider = (
  tx: Tx,
  gatewayId: string,
  providerId: string,
): Promise<Outbound | undefined> =>
  first(
    tx,
    sql`select ${sql.raw(columns)} from outreach_messages m where m.team_id = ${tx.team}
          and m.gateway_id = ${gatewayId} and m.provider_id = ${providerId} for update`,
  );

/** The message with our key, where it went to this gateway; another round of it is another message. */
export async function lockByKey(
  tx: Tx,
  gatewayId: string,
  key: string | null,
): Promise<Outbound | undefined> {
  const [id, round] = /^([0-9a-f-]{36})(?:-(\d+))?$/.exec(key ?? '')?.slice(1) ?? [];
  if (id === undefined) return undefined;
  const found = await lockMessage(tx, id);
  return found?.gatewayId === gatewayId && found.round === Number(round ?? 1) ? found : undefined;
}

type Change = Readonly<
  Partial<{
    state: OutreachRow['state'];
    reason: string | null;
    provider_id: string | null;
    parts: number | null;
    price_micros: number | null;
    currency: string | null;
    sent_at: Date;
    delivered_at: Date;
    replied_at: Date;
    opted_out_at: Date;
    claimed_until: Date | null;
    try_at: Date | null;
    due_at: Date;
    channel: string | null;
    channels: string[];
    gateway_id: string | null;
    handed_at: Date | null;
    recipient: string | null;
    round: number;
    faults: number;
    settled_by: string;
    settled_at: Date;
    moved_at: Date;
  }>
>;

/** Writes the given columns of a message whose lock the transaction holds. */
export const changeMessage = (tx: Tx, id: string, change: Change) =>
  run(
    tx,
    sql`update outreach_messages set ${sql.join(
      Object.entries(change).map(([name, value]) => sql`${sql.ref(name)} = ${value}`),
    )} where team_id = ${tx.team} and id = ${id}`,
  );

/** When a gateway has something to do next; null when nothing waits. */
export async function nextTry(tx: Tx): Promise<Date | null> {
  const [row] = await prepared<{ at: Date | null }>(
    tx,
    'outreach-next-try',
    `select min(at) as at from (
       select greatest(min(m.try_at), g.next_at) as at from outreach_messages m
         join outreach_gateways g on g.team_id = m.team_id and g.id = m.gateway_id and g.enabled
         where m.team_id = $1 and m.state = 'sending' and m.claimed_until is null and not ${stopped})
         group by g.next_at
       union all select min(m.claimed_until) from outreach_messages m
         where m.team_id = $1 and m.state = 'sending' and m.claimed_until is not null
       union all select min(m.try_at) from outreach_messages m where m.team_id = $1 and m.state = 'unknown') t`,
    [tx.team],
  );
  return row?.at ?? null;
}
