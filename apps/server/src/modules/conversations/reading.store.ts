import { type RawBuilder, sql } from 'kysely';
import { actorRef, type TeamActor } from '../../kernel/actor.ts';
import { can, type Sight, sightOf } from '../../kernel/can.ts';
import { isoColumn } from '../../kernel/events.ts';
import { canTable } from './can.rules.ts';
import { id, instant, orNull, word } from './json-text.ts';
import { messageJsonOf, messageJsonText } from './message.json.ts';

type Fragment = RawBuilder<unknown>;

const iso = (column: string): Fragment => sql.raw(isoColumn(column));

/** Only conversations (`c`) the reader may see; the same rule for lists, counts, messages and files. */
export function inSight(sight: Sight): Fragment {
  const shops =
    sight.shops === null ? sql`true` : sql`c.shop_id = any(${[...sight.shops]}::uuid[])`;
  if (sight.holder === undefined) return shops;
  return sql`(${shops} and (c.assignee_id is null or c.assignee_id = ${sight.holder}))`;
}

/** The reader's sight as a condition on `c`; nothing at all for who may not read. */
export function readable(actor: TeamActor): Fragment {
  const sight = sightOf(actor, 'conversations.read');
  return sight === null ? sql`false` : inSight(sight);
}

/** Whether the reader also sees what was recalled or hidden. */
export const isAuditor = (actor: TeamActor): boolean => can(actor, 'audit.read') === 'yes';

const memberOf = (actor: TeamActor): string | null =>
  actor.kind === 'member' ? actorRef(actor).id : null;

/** The reader's own mark `r` beside a conversation `c`. */
export const withMark = (actor: TeamActor): Fragment =>
  sql`left join read_marks r on r.team_id = c.team_id and r.conversation_id = c.id and r.member_id = ${memberOf(actor)}::uuid`;

const conversationHead = `'{"id":"', c.id, '","shopId":"', c.shop_id, '","shopName":', ${word('c.shop_name')}, ',"channelId":"', c.channel_id,
  '","channelKind":', ${word('c.channel_kind')}, ',"buyerId":"', c.buyer_id, '","buyerName":', ${word('c.buyer_name')},
  ',"previousConversationId":', ${id('c.previous_id')}, ',"openedAt":', ${instant('c.opened_at')}, ',"page":', ${orNull('c.page')},
  ',"state":', ${word('c.state')}, ',"assigneeId":', ${id('c.assignee_id')}, ',"waitingSince":', ${instant('c.waiting_since')},
  ',"snoozedUntil":', ${instant('c.snoozed_until')}, ',"lastSeq":', c.last_seq, ',"lastText":', ${word('c.last_text')},
  ',"lastKind":', ${word('c.last_kind')}, ',"lastAuthorKind":', ${word('c.last_author_kind')}, ',"lastAt":', ${instant('c.last_at')},
  ',"buyerReadSeq":', c.buyer_read_seq, ',"buyerUnread":', greatest(0, c.outbound - c.buyer_read_outbound),
  ',"staffReadSeq":', c.staff_read_seq, ',"resolvedAt":', ${instant('c.resolved_at')}, ',"unread":'`;

/**
 * Conversation `c` with mark `r` as JSON text for this reader (`Conversation`), and what the reader may do alone. What may be done is a constant of the statement, read once;
 * as a parameter it would be read anew for each row.
 */
export function conversationParts(actor: TeamActor): {
  readonly json: Fragment;
  readonly may: Fragment;
} {
  const shops = actor.kind === 'member' || actor.kind === 'key' ? actor.shops : null;
  const whose = sql`case when c.assignee_id is null then 'none' when c.assignee_id = ${memberOf(actor)}::uuid then 'mine' else 'other' end`;
  const place =
    shops === null
      ? sql`'in'`
      : sql`case when c.shop_id = any(${[...shops]}::uuid[]) then 'in' else 'out' end`;
  const may = sql`${sql.lit(JSON.stringify(canTable(actor)))}::jsonb -> c.state -> (${whose}) -> (${place})`;
  return {
    json: sql`concat(${sql.raw(conversationHead)}, greatest(0, c.inbound - coalesce(r.inbound, 0)),
    ',"readSeq":', coalesce(r.seq, 0), ',"can":', ${may}, '}')`,
    may,
  };
}

/** Conversation `c` with mark `r` as JSON text for this reader. */
export const conversationJson = (actor: TeamActor): Fragment => conversationParts(actor).json;

/** Message `m` as JSON text for the team (`Message`). What was recalled stays readable for auditors. */
export const messageJsonSql = (auditor: boolean): Fragment =>
  sql.raw(auditor ? messageJsonOf('true') : messageJsonText);

/** Message `m` as JSON for its buyer (`ChatMessage`): no keys of others, nothing of what was recalled. */
export const chatMessageJsonSql: Fragment = sql`json_build_object(
    'id', m.id, 'conversationId', m.conversation_id, 'seq', m.seq, 'kind', m.kind,
    'author', json_build_object('kind', m.author_kind, 'id', m.author_id, 'name', m.author_name),
    'text', case when m.recalled_at is null then m.text else '' end,
    'card', case when m.recalled_at is null then m.card end,
    'file', case when m.recalled_at is null then m.file end, 'line', null,
    'clientKey', case when m.author_kind = 'buyer' then m.client_key end,
    'at', ${iso('m.at')}, 'recalledAt', ${iso('m.recalled_at')})`;

/** What a buyer may see of `m`: their own words, also those of a time when they were blocked, and the public ones; none twice. */
export const forBuyer: Fragment = sql`m.kind not in ('note', 'line') and m.carried_to is null`;

/** Messages around a number, as JSON text of `listMessages`; `id` must have been found readable before. */
export function messagesJson(
  actor: TeamActor,
  id: string | Fragment,
  page: {
    readonly before?: number | undefined;
    readonly after?: number | undefined;
    readonly limit: number;
  },
): Fragment {
  const auditor = isAuditor(actor);
  const rising = page.after !== undefined;
  const from = rising
    ? sql`and m.seq > ${page.after}`
    : page.before === undefined
      ? sql``
      : sql`and m.seq < ${page.before}`;
  const hidden = auditor ? sql`` : sql`and not m.hidden`;
  const { limit } = page;
  const before = rising
    ? sql`min(p.seq) filter (where p.seq > 1)`
    : sql`case when count(*) > ${limit} then min(p.seq) filter (where p.n <= ${limit}) end`;
  const after = rising
    ? sql`case when count(*) > ${limit} then max(p.seq) filter (where p.n <= ${limit}) end`
    : page.before === undefined
      ? sql`null`
      : sql`max(p.seq)`;
  return sql`(select concat('{"items":[', string_agg(p.json, ',' order by p.seq) filter (where p.n <= ${limit}),
      '],"before":', coalesce((${before})::text, 'null'), ',"after":', coalesce((${after})::text, 'null'), '}')
    from (
      select m.seq, ${messageJsonSql(auditor)} as json, row_number() over (order by m.seq ${rising ? sql`asc` : sql`desc`}) as n
      from messages m
      where m.team_id = ${actor.team} and m.conversation_id = ${id} ${from} ${hidden}
      order by m.seq ${rising ? sql`asc` : sql`desc`} limit ${limit + 1}
    ) p)`;
}

/** The reader's own drafts of a conversation, as JSON. */
export const draftsJson = (actor: TeamActor, id: string): Fragment =>
  sql`(select json_build_object('reply', coalesce(max(text) filter (where kind = 'reply'), ''),
      'note', coalesce(max(text) filter (where kind = 'note'), ''))
    from drafts where team_id = ${actor.team} and member_id = ${memberOf(actor)}::uuid and conversation_id = ${id})`;
