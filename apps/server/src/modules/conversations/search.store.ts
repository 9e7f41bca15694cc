import type { conversations } from '@guitai/contract';
import { sql } from 'kysely';
import type { TeamActor } from '../../kernel/actor.ts';
import { isoColumn } from '../../kernel/events.ts';
import { run, type Tx } from '../../kernel/tx.ts';
import { isAuditor, readable } from './reading.store.ts';

/** One of them. */
export interface Candidate {
  readonly seq: number;
  readonly id: string;
  readonly conversationId: string;
}

/** Neighbouring messages some of which may hold what is asked. */
export interface Candidates {
  readonly last: number;
  readonly seqs: readonly number[];
  readonly messages: readonly string[];
  readonly conversations: readonly string[];
  readonly signs: Buffer;
}

/** Blocks of the index that hold all tokens, newest first. `shops` null: of every shop. */
export const readBlocks = (
  tx: Tx,
  asked: {
    readonly tokens: readonly number[];
    readonly shops: readonly string[] | null;
    readonly below: number;
    readonly beforeLast: number;
    readonly most: number;
  },
): Promise<Candidates[]> =>
  run<Candidates>(
    tx,
    sql`select last, seqs::float8[] as seqs, messages, conversations, signs from message_blocks(${[...asked.tokens]}::int[],
          ${asked.shops === null ? null : [...asked.shops]}::uuid[], ${asked.below}, ${asked.beforeLast}, ${asked.most})`,
  );

export interface SearchFilter {
  readonly shopId?: string | undefined;
  readonly buyerId?: string | undefined;
  readonly conversationId?: string | undefined;
  readonly memberId?: string | undefined;
  readonly author?: 'buyer' | 'member' | undefined;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

/** A message as the search compares and shows it. */
export interface Looked {
  readonly seq: number;
  readonly text: string;
  readonly file: { readonly name: string } | null;
  readonly card: unknown;
  readonly found: Omit<conversations.FoundMessage, 'snippet' | 'marks'>;
}

const foundJson = sql`json_build_object('messageId', m.id, 'conversationId', m.conversation_id, 'seq', m.seq, 'kind', m.kind,
  'author', json_build_object('kind', m.author_kind, 'id', m.author_id, 'name', m.author_name),
  'at', ${sql.raw(isoColumn('m.at'))}, 'buyerId', c.buyer_id, 'buyerName', c.buyer_name, 'shopId', c.shop_id,
  'shopName', c.shop_name, 'state', c.state)`;

const when = (value: string | undefined, condition: (value: string) => ReturnType<typeof sql>) =>
  value === undefined ? [] : [condition(value)];

/** Those of the messages the reader may see, as they are now: what was recalled or erased is not among them. */
export function readCandidates(
  actor: TeamActor,
  tx: Tx,
  candidates: readonly Candidate[],
  below: number,
  filter: SearchFilter,
): Promise<Looked[]> {
  const conditions = [
    sql`f.seq < ${below}`,
    readable(actor),
    sql`m.recalled_at is null`,
    ...(isAuditor(actor) ? [] : [sql`not m.hidden`]),
    ...when(filter.shopId, (id) => sql`c.shop_id = ${id}`),
    ...when(filter.buyerId, (id) => sql`c.buyer_id = ${id}`),
    ...when(filter.conversationId, (id) => sql`c.id = ${id}`),
    ...when(filter.memberId, (id) => sql`m.author_id = ${id} and m.author_kind = 'member'`),
    ...when(filter.author, (kind) => sql`m.author_kind = ${kind}`),
    ...when(filter.since, (at) => sql`m.at >= ${at}::timestamptz`),
    ...when(filter.until, (at) => sql`m.at < ${at}::timestamptz`),
  ];
  return run<Looked>(
    tx,
    sql`select f.seq, m.text, m.file, m.card, ${foundJson} as found
        from unnest(${candidates.map(({ seq }) => seq)}::bigint[], ${candidates.map(({ id }) => id)}::uuid[],
          ${candidates.map(({ conversationId }) => conversationId)}::uuid[]) as f(seq, message, conversation)
        join conversations c on c.team_id = ${tx.team} and c.id = f.conversation
        join messages m on m.team_id = ${tx.team} and m.id = f.message
        where ${sql.join(conditions, sql` and `)}
        order by f.seq desc`,
  );
}
