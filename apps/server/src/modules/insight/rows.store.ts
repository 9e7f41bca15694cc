import { type RawBuilder, sql } from 'kysely';
import { isoColumn } from '../../kernel/events.ts';
import { run, type Tx } from '../../kernel/tx.ts';
import type { RoundFact, SessionFact } from './page.facts.ts';
import type { Scoped } from './scope.ts';

/** Where a page of rows begins: instant, id, number. */
export type RowPlace = readonly [string, string, number];

interface Common {
  readonly at: string;
  readonly id: string;
  readonly no: number;
  readonly shopId: string;
  readonly day: string;
  readonly conversationId: string | null;
  readonly messageId: string | null;
  readonly messageSeq: number | null;
  readonly orderId: string | null;
  readonly memberId: string | null;
  readonly buyerId: string | null;
  readonly state: string;
  readonly amountMinor: number | null;
  readonly currency: string | null;
}

export type RoundRow = Common & RoundFact;
export type SessionRow = Common & SessionFact;
export type PlainRow = Common;

const ms = (column: string) => sql.raw(`(extract(epoch from ${column}) * 1000)::bigint`);
const iso = (column: string) => sql.raw(isoColumn(column));

const within = ({ shops, span }: Scoped, team: string | null) => sql`
  team_id = ${team} and shop_id = any(${[...shops]}::uuid[]) and day between ${span.from}::date and ${span.to}::date`;

const after = (place: RowPlace | null, at: string, id: string, no: RawBuilder<unknown>) =>
  place === null
    ? sql`true`
    : sql`(date_trunc('milliseconds', ${sql.ref(at)}), ${sql.ref(id)}, ${no}) < (${place[0]}::timestamptz, ${place[1]}::uuid, ${place[2]}::int)`;

const noMoney = sql`null::uuid as "orderId", null::bigint as "amountMinor", null::text as currency`;

/** Rounds, newest first. */
export const roundRows = (tx: Tx, scoped: Scoped, place: RowPlace | null, limit: number) =>
  run<RoundRow>(
    tx,
    sql`select ${iso('started_at')} as at, conversation_id as id, seq as no, shop_id as "shopId", conversation_id as "conversationId",
          message_id as "messageId", seq as "messageSeq", ${noMoney}, coalesce(human_by, holder_id) as "memberId", buyer_id as "buyerId",
          '' as state, conversation_id as talk, episode, seq, buyer_id as buyer, day::text as day, minute, ${ms('started_at')} as started,
          ${ms('chain_at')} as chain, continued, ${ms('reply_at')} as reply, reply_kind as kind, ${ms('human_at')} as human,
          human_by as by, ${ms('held_since')} as held, holder_id as holder, ${ms('bot_until')} as bot,
          dismissed_at is not null as dismissed, messages
        from insight_rounds where ${within(scoped, tx.team)}
          and (${scoped.member}::uuid is null or coalesce(human_by, holder_id) = ${scoped.member}::uuid)
          and ${after(place, 'started_at', 'conversation_id', sql`seq`)}
        order by date_trunc('milliseconds', started_at) desc, conversation_id desc, seq desc limit ${limit}`,
  );

/** Sessions, newest first. */
export const sessionRows = (tx: Tx, scoped: Scoped, place: RowPlace | null, limit: number) =>
  run<SessionRow>(
    tx,
    sql`select ${iso('started_at')} as at, conversation_id as id, episode as no, shop_id as "shopId", day::text as day,
          conversation_id as "conversationId", first_message_id as "messageId", null::int as "messageSeq", ${noMoney},
          coalesce(first_human_by, assigned_to) as "memberId", buyer_id as "buyerId",
          case when closed_at is not null then 'closed' when human_messages > 0 then 'served' else 'waiting' end as state, minute,
          ${ms('started_at')} as started, begun_by as begun, reopened, ${ms('first_customer_at')} as asked,
          ${ms('first_reply_at')} as reply, first_reply_kind as kind, ${ms('first_human_at')} as human, first_human_by as by,
          last_human_by as last, ${ms('assigned_at')} as assigned, assigned_to as holder, ${ms('bot_until')} as bot,
          ${ms('closed_at')} as closed, closed_kind as closer, closed_by as "closedBy", human_messages as people,
          auto_messages as machines
        from insight_sessions s where ${within(scoped, tx.team)} and not spam
          and (${scoped.member}::uuid is null or exists (select from insight_parts p where p.team_id = s.team_id
            and p.conversation_id = s.conversation_id and p.episode = s.episode and p.member_id = ${scoped.member}::uuid))
          and ${after(place, 'started_at', 'conversation_id', sql`episode`)}
        order by date_trunc('milliseconds', started_at) desc, conversation_id desc, episode desc limit ${limit}`,
  );

/** Money given, newest first. */
export const actRows = (
  tx: Tx,
  scoped: Scoped,
  place: RowPlace | null,
  limit: number,
  kind: string,
) =>
  run<PlainRow>(
    tx,
    sql`select ${iso('at')} as at, act_id as id, 0 as no, shop_id as "shopId", day::text as day, conversation_id as "conversationId",
          null::uuid as "messageId", null::int as "messageSeq", member_id as "memberId", null::uuid as "buyerId", act as state,
          order_id as "orderId", amount_minor as "amountMinor", currency
        from insight_acts where ${within(scoped, tx.team)} and kind = ${kind} and state in ('done', 'pending')
          and (${scoped.member}::uuid is null or member_id = ${scoped.member}::uuid)
          and ${after(place, 'at', 'act_id', sql`0`)}
        order by date_trunc('milliseconds', at) desc, act_id desc limit ${limit}`,
  );

/** Names of buyers, for readers who may see buyers. */
export async function buyerNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await run<{ id: string; name: string }>(
    tx,
    sql`select id, name from published.buyer_names where team_id = ${tx.team} and id = any(${[...ids]}::uuid[])`,
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
