import { type RawBuilder, sql } from 'kysely';
import type { TeamActor } from '../../kernel/actor.ts';
import { isoColumn } from '../../kernel/events.ts';
import { run, runPrepared, type Tx } from '../../kernel/tx.ts';
import { conversationJson, readable, withMark } from './reading.store.ts';

export type View = 'mine' | 'queue' | 'all' | 'snoozed' | 'resolved' | 'spam';

export interface Filter {
  readonly view: View;
  readonly shopId?: string | undefined;
  readonly buyerId?: string | undefined;
  readonly assigneeId?: string | undefined;
  readonly channelId?: string | undefined;
  /** A tag of the buyer. */
  readonly tag?: string | undefined;
  /** The buyer has an order in this state in the shop. */
  readonly orderStatus?: string | undefined;
  /** The last word is not older, and older than. */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

/** Where a page of a moving list ended: sort values as they were at `asOf`. */
export interface Place {
  readonly asOf: string;
  readonly waiting: string | null;
  readonly at: string;
  readonly id: string;
}

export interface ListRow {
  readonly id: string;
  readonly waiting: string | null;
  readonly at: string;
  readonly json: string;
}

const iso = (column: string) => sql.raw(isoColumn(column));

function viewOf(actor: TeamActor, view: View): RawBuilder<unknown> {
  const member = actor.kind === 'member' ? actor.member : null;
  switch (view) {
    case 'mine':
      return sql`c.state in ('open', 'pending') and c.assignee_id = ${member}::uuid`;
    case 'queue':
      return sql`c.state = 'open' and c.assignee_id is null`;
    case 'all':
      return sql`c.state in ('open', 'pending')`;
    default:
      return sql`c.state = ${sql.lit(view)}`;
  }
}

const withOrder = (status: string) => sql`exists (select from published.order_facts o
  where o.team_id = c.team_id and o.buyer_id = c.buyer_id and o.shop_id = c.shop_id and o.status = ${status})`;

const withTag = (tag: string) => sql`exists (select from published.buyer_facts b
  where b.team_id = c.team_id and b.id = c.buyer_id and ${tag} = any(b.tags))`;

const filtered = (actor: TeamActor, { view, shopId, buyerId, ...more }: Filter) =>
  sql.join(
    [
      sql`c.team_id = ${actor.team}`,
      viewOf(actor, view),
      readable(actor),
      ...(shopId ? [sql`c.shop_id = ${shopId}`] : []),
      ...(buyerId
        ? [
            sql`(c.buyer_id = ${buyerId} or c.buyer_id = any(array(select s.same_id from published.buyer_same s
          where s.team_id = ${actor.team} and s.buyer_id = ${buyerId})))`,
          ]
        : []),
      ...(more.assigneeId ? [sql`c.assignee_id = ${more.assigneeId}`] : []),
      ...(more.channelId ? [sql`c.channel_id = ${more.channelId}`] : []),
      ...(more.since ? [sql`c.last_at >= ${more.since}::timestamptz`] : []),
      ...(more.until ? [sql`c.last_at < ${more.until}::timestamptz`] : []),
      ...(more.tag ? [withTag(more.tag)] : []),
      ...(more.orderStatus ? [withOrder(more.orderStatus)] : []),
    ],
    sql` and `,
  );

/** What the conversation's last message of that moment says; `c.last_at` and `c.waiting_since` where nothing came since. */
const asItStood = (now: string, then: string, asOf: string) => sql`
  case when c.last_at <= ${asOf} then ${sql.raw(now)} else (
    select ${sql.raw(then)} from messages m where m.team_id = c.team_id and m.conversation_id = c.id
      and m.at <= ${asOf} and m.kind <> 'line' order by m.seq desc limit 1) end`;

const beyond = ({ waiting, at, id }: Place) => sql`
  (rest, coalesce(waiting, 'infinity')) >= (${waiting === null ? 1 : 0}, coalesce(${waiting}::timestamptz, 'infinity'))
  and ((rest, coalesce(waiting, 'infinity')) > (${waiting === null ? 1 : 0}, coalesce(${waiting}::timestamptz, 'infinity'))
    or at < ${at}::timestamptz or (at = ${at}::timestamptz and id > ${id}::uuid))`;

/**
 * A page of a list whose rows move while it is read. All pages are read as the list stood at `asOf`: a conversation
 * that got a word since is taken with the clock and time of its last message before. So nothing is skipped or repeated.
 */
export const movingRows = (
  actor: TeamActor,
  tx: Tx,
  filter: Filter,
  asOf: string,
  after: Place | null,
  limit: number,
): Promise<ListRow[]> =>
  runPrepared(
    tx,
    'conversations-moving',
    sql`
  with stood as (
    select k.*, (k.waiting is null)::int as rest
    from (select c.id, ${asItStood('c.waiting_since', 'm.waiting_since', asOf)} as waiting,
        ${asItStood('c.last_at', 'm.at', asOf)} as at
      from conversations c where ${filtered(actor, filter)}) k
    where k.at is not null
  ), page as (
    select * from stood where ${after === null ? sql`true` : beyond(after)}
    order by rest, coalesce(waiting, 'infinity'), at desc, id limit ${limit}
  )
  select p.id, ${iso('p.waiting')} as waiting, ${iso('p.at')} as at, ${conversationJson(actor)}::text as json
  from page p join conversations c on c.team_id = ${actor.team} and c.id = p.id ${withMark(actor)}
  order by p.rest, coalesce(p.waiting, 'infinity'), p.at desc, p.id`,
  );

/** A page of the resolved ones, newest first. Reopened ones leave the list; nothing else moves. */
export const resolvedRows = (
  actor: TeamActor,
  tx: Tx,
  filter: Filter,
  after: { readonly at: string; readonly id: string } | null,
  limit: number,
): Promise<ListRow[]> =>
  runPrepared(
    tx,
    'conversations-resolved',
    sql`
  select c.id, null as waiting, ${iso('c.resolved_at')} as at, ${conversationJson(actor)}::text as json
  from conversations c ${withMark(actor)}
  where ${filtered(actor, filter)}
    and ${after === null ? sql`true` : sql`(c.resolved_at, c.id) < (${after.at}, ${after.id}::uuid)`}
  order by c.resolved_at desc, c.id desc limit ${limit}`,
  );

/** How many conversations the reader may see in each view, as JSON of `ConversationCounts`. */
export async function countViews(actor: TeamActor, tx: Tx): Promise<string> {
  const member = actor.kind === 'member' ? actor.member : null;
  const [row] = await runPrepared<{ counts: string }>(
    tx,
    'conversations-counts',
    sql`select json_build_object(
        'mine', count(*) filter (where c.state in ('open', 'pending') and c.assignee_id = ${member}::uuid),
        'queue', count(*) filter (where c.state = 'open' and c.assignee_id is null),
        'all', count(*) filter (where c.state in ('open', 'pending')),
        'snoozed', count(*) filter (where c.state = 'snoozed'))::text as counts
      from conversations c
      where c.team_id = ${actor.team} and c.state in ('open', 'pending', 'snoozed') and ${readable(actor)}`,
  );
  return row?.counts ?? 'null';
}

/** Nobody reads a larger number in a row of views: counting stops there. */
const mostCounted = 1000;

/** How many conversations each of these filters leaves for the reader, in their order, in one statement. */
export async function countFiltered(
  actor: TeamActor,
  tx: Tx,
  filters: readonly Filter[],
): Promise<number[]> {
  if (filters.length === 0) return [];
  const counts = filters.map(
    (filter) => sql`(select count(*)::int from (
      select from conversations c where ${filtered(actor, filter)} limit ${mostCounted}) k)`,
  );
  const [row] = await run<{ n: number[] }>(tx, sql`select array[${sql.join(counts)}] as n`);
  return row?.n ?? [];
}
