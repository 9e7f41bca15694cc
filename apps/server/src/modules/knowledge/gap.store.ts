import type { knowledge } from '@guitai/contract';
import { sql } from 'kysely';
import { isoColumn } from '../../kernel/events.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';

/** One at a time in a shop: two who ask the same at once make one gap. */
export const lockGaps = (tx: Tx, shopId: string) =>
  run(tx, sql`select pg_advisory_xact_lock(hashtextextended('knowledge_gaps ' || ${shopId}, 0))`);

export interface KnownGap {
  readonly id: string;
  readonly tokens: readonly number[];
}

const remembered = 1_000;

/** Gaps a question may be one of: also those dismissed, which stay so. Asked last first. */
export const readKnownGaps = (tx: Tx, shopId: string): Promise<KnownGap[]> =>
  run(
    tx,
    sql`select id, tokens from knowledge_gaps where team_id = ${tx.team} and shop_id = ${shopId}
        order by last_at desc limit ${remembered}`,
  );

export interface Noted {
  readonly question: string;
  readonly productExternalId: string | null;
  readonly conversationId: string | null;
  readonly seq: number | null;
}

export const insertGap = (
  tx: Tx,
  gap: Noted & {
    readonly id: string;
    readonly shopId: string;
    readonly source: string;
    readonly tokens: readonly number[];
  },
) =>
  run(
    tx,
    sql`insert into knowledge_gaps (team_id, id, shop_id, source, question, tokens, product_external_id, conversation_id, seq)
        values (${tx.team}, ${gap.id}, ${gap.shopId}, ${gap.source}, ${gap.question}, ${[...gap.tokens]}::int[],
          ${gap.productExternalId}, ${gap.conversationId}::uuid, ${gap.seq})`,
  );

export const countGap = (tx: Tx, id: string, { question, conversationId, seq }: Noted) =>
  run(
    tx,
    sql`update knowledge_gaps set count = count + 1, last_at = now(), question = ${question},
          conversation_id = coalesce(${conversationId}::uuid, conversation_id),
          seq = case when ${conversationId}::uuid is null then seq else ${seq} end
        where team_id = ${tx.team} and id = ${id}`,
  );

export const closeGap = (tx: Tx, id: string, shopId: string, entryId: string) =>
  run(
    tx,
    sql`update knowledge_gaps set entry_id = ${entryId} where team_id = ${tx.team} and id = ${id} and shop_id = ${shopId}`,
  );

export interface GapRow {
  readonly gap: knowledge.KnowledgeGapShape;
  readonly id: string;
  readonly count: number;
  readonly shopId: string;
}

const iso = (column: string) => sql.raw(isoColumn(column));

const gapJson = sql`g.id, g.count, g.shop_id as "shopId", json_build_object('id', g.id, 'shopId', g.shop_id, 'question', g.question,
  'source', g.source, 'count', g.count, 'productId', p.id, 'productExternalId', g.product_external_id,
  'productTitle', coalesce(p.title, ''), 'conversationId', g.conversation_id, 'seq', g.seq,
  'firstAt', ${iso('g.first_at')}, 'lastAt', ${iso('g.last_at')}) as gap`;

const joined = sql`knowledge_gaps g left join published.products p
  on p.team_id = g.team_id and p.shop_id = g.shop_id and p.external_id = g.product_external_id`;

/** What is to be written, asked most first. */
export const readGaps = (
  tx: Tx,
  shops: readonly string[] | null,
  after: readonly [number, string] | null,
  limit: number,
): Promise<GapRow[]> =>
  run<GapRow>(
    tx,
    sql`select ${gapJson} from ${joined}
        where g.team_id = ${tx.team} and g.dismissed_at is null and g.entry_id is null
          and ${shops === null ? sql`true` : sql`g.shop_id = any(${[...shops]}::uuid[])`}
          and ${after === null ? sql`true` : sql`(g.count, g.id) < (${after[0]}, ${after[1]}::uuid)`}
        order by g.count desc, g.id desc limit ${limit}`,
  );

export const setDismissed = (tx: Tx, id: string, dismissed: boolean) =>
  run(
    tx,
    sql`update knowledge_gaps set dismissed_at = ${dismissed ? sql`now()` : sql`null`} where team_id = ${tx.team} and id = ${id}`,
  );

export const readGap = (tx: Tx, id: string): Promise<GapRow | undefined> =>
  first(tx, sql`select ${gapJson} from ${joined} where g.team_id = ${tx.team} and g.id = ${id}`);
