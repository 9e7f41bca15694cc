import type pg from 'pg';
import { instants, ints, texts, uuids } from './post.arrays.ts';
import type { Placed, Standing } from './post.rules.ts';

/** One message on its way into the log, with its conversation before and after. */
export interface Posting {
  readonly placed: Placed;
  readonly after: Standing;
  readonly actorKind: string;
  readonly actorId: string | null;
}

/** What a batch does to one conversation. */
export interface Touched {
  readonly version: number;
  after: Standing;
}

/** The row is changed only if nobody changed it since it was read; a message is written only where its conversation was. */
const many = `
with touched as materialized (
  update conversations c set version = t.new_version, last_seq = t.last_seq, last_text = t.last_text,
    last_kind = t.last_kind, last_author_kind = t.last_author_kind, last_at = t.last_at,
    waiting_since = t.waiting_since, inbound = t.inbound, outbound = t.outbound,
    reply_seq = t.reply_seq, reply_by = t.reply_by
  from unnest($2::uuid[], $3::int[], $4::int[], $5::int[], $6::text[], $7::text[], $8::text[], $9::timestamptz[],
    $10::timestamptz[], $11::int[], $12::int[], $13::int[], $14::uuid[])
    as t(id, version, new_version, last_seq, last_text, last_kind, last_author_kind, last_at,
      waiting_since, inbound, outbound, reply_seq, reply_by)
  where c.team_id = $1 and c.id = t.id and c.version = t.version
  returning c.id
), posted as materialized (
  select p.* from unnest($15::uuid[], $16::uuid[], $17::int[], $18::text[], $19::text[], $20::uuid[], $21::text[],
    $22::text[], $23::text[], $24::text[], $25::timestamptz[], $26::timestamptz[], $27::int[], $28::int[], $29::text[],
    $30::uuid[]) with ordinality
    as p(id, conversation_id, seq, kind, author_kind, author_id, author_name, text, file, client_key, at,
      waiting_since, inbound, outbound, actor_kind, actor_id, n)
  where p.conversation_id in (select id from touched)
), written as (
  insert into messages (team_id, conversation_id, seq, id, kind, author_kind, author_id, author_name, text, file,
    client_key, at, waiting_since, inbound, outbound)
  select $1, conversation_id, seq, id, kind, author_kind, author_id, author_name, text, file::json,
    client_key, at, waiting_since, inbound, outbound from posted
), clock as (
  update team_clocks set seq = seq + said.count
  from (select count(*) from posted) as said
  where team_id = $1 and said.count > 0 returning seq - said.count as base
), told as (
  insert into events (team_id, seq, type, subject, topic, actor_kind, actor_id, data, at)
  select $1, clock.base + row_number() over (order by n), 'message.posted', id, conversation_id,
    actor_kind, actor_id, 'null', at
  from clock, posted
)
select coalesce((select base from clock), 0) as base,
  case when (select count(*) from touched) < $31 then (select coalesce(array_agg(id::text), '{}') from touched) end as touched`;

const one = `
with touched as (
  update conversations set version = $4, last_seq = $5, last_text = $6, last_kind = $7, last_author_kind = $8,
    last_at = $9, waiting_since = $10, inbound = $11, outbound = $12, reply_seq = $13, reply_by = $14
  where team_id = $1 and id = $2 and version = $3 returning 1
), written as (
  insert into messages (team_id, conversation_id, seq, id, kind, author_kind, author_id, author_name, text, file,
    client_key, at, waiting_since, inbound, outbound)
  select $1, $2, $5, $15, $16, $17, $18, $19, $20, $21, $22, $23, $10, $11, $12 from touched
), clock as (
  update team_clocks set seq = seq + 1 where team_id = $1 and exists (select from touched) returning seq
), told as (
  insert into events (team_id, seq, type, subject, topic, actor_kind, actor_id, data, at)
  select $1, clock.seq, 'message.posted', $15, $2, $24, $25, 'null', $23 from clock
)
select seq - 1 as base from clock`;

/** Number of the event before the batch's first, and the conversations that were as expected; null = all. */
export interface Written {
  readonly base: number;
  readonly fresh: ReadonlySet<string> | null;
}

const fileJson = ({ placed }: Posting): string | null =>
  placed.file === null ? null : JSON.stringify(placed.file);

async function writeOne(
  client: pg.Client,
  team: string,
  p: Posting,
  version: number,
): Promise<Written> {
  const { placed: m, after: s } = p;
  const result = await client.query<{ base: number }>({
    name: 'post-one',
    text: one,
    values: [
      team,
      s.id,
      version,
      s.version,
      s.lastSeq,
      s.lastText,
      s.lastKind,
      s.lastAuthorKind,
      s.lastAt,
      s.waitingSince,
      s.inbound,
      s.outbound,
      s.replySeq,
      s.replyBy,
      m.id,
      m.kind,
      m.authorKind,
      m.authorId,
      m.authorName,
      m.text,
      fileJson(p),
      m.clientKey,
      m.at,
      p.actorKind,
      p.actorId,
    ],
  });
  const [clock] = result.rows;
  return { base: clock?.base ?? 0, fresh: clock ? null : new Set() };
}

/**
 * Writes a batch as one statement that commits by itself: conversations, messages, the team's clock, events.
 * Messages of a conversation that changed meanwhile are left out and named by their absence in `fresh`.
 */
export async function writeBatch(
  client: pg.Client,
  team: string,
  postings: readonly Posting[],
  touched: readonly Touched[],
): Promise<Written> {
  const [single] = postings;
  if (single && postings.length === 1)
    return writeOne(client, team, single, (touched[0] as Touched).version);
  const t = <V>(of: (s: Standing) => V): V[] => touched.map(({ after }) => of(after));
  const m = <V>(of: (placed: Placed) => V): V[] => postings.map(({ placed }) => of(placed));
  const p = <V>(of: (posting: Posting) => V): V[] => postings.map(of);
  const result = await client.query<{ base: number; touched: string[] | null }>({
    name: 'post-many',
    text: many,
    values: [
      team,
      uuids(t((s) => s.id)),
      ints(touched.map(({ version }) => version)),
      ints(t((s) => s.version)),
      ints(t((s) => s.lastSeq)),
      texts(t((s) => s.lastText)),
      texts(t((s) => s.lastKind)),
      texts(t((s) => s.lastAuthorKind)),
      instants(t((s) => s.lastAt)),
      instants(t((s) => s.waitingSince)),
      ints(t((s) => s.inbound)),
      ints(t((s) => s.outbound)),
      ints(t((s) => s.replySeq)),
      uuids(t((s) => s.replyBy)),
      uuids(m((w) => w.id)),
      uuids(p(({ after }) => after.id)),
      ints(m((w) => w.seq)),
      texts(m((w) => w.kind)),
      texts(m((w) => w.authorKind)),
      uuids(m((w) => w.authorId)),
      texts(m((w) => w.authorName)),
      texts(m((w) => w.text)),
      texts(p(fileJson)),
      texts(m((w) => w.clientKey)),
      instants(m((w) => w.at)),
      instants(p(({ after }) => after.waitingSince)),
      ints(p(({ after }) => after.inbound)),
      ints(p(({ after }) => after.outbound)),
      texts(p((x) => x.actorKind)),
      uuids(p((x) => x.actorId)),
      touched.length,
    ],
  });
  const [row] = result.rows;
  if (!row) throw new Error('a batch of messages came back without an answer');
  return { base: row.base, fresh: row.touched === null ? null : new Set(row.touched) };
}
