import type { knowledge } from '@guitai/contract';
import { sql } from 'kysely';
import { first, run, type Tx } from '../../kernel/tx.ts';

interface TextRow {
  readonly id: string;
  readonly shop_id: string;
  readonly text: knowledge.KnowledgeTextShape;
}

export interface TextQuery {
  readonly shops: readonly string[] | null;
  readonly shopId?: string | undefined;
  /** Null: texts about a whole shop. */
  readonly productExternalId: string | null;
  readonly after: string | null;
  readonly limit: number;
}

/** Texts in the order in which they came. */
export function readTexts(tx: Tx, query: TextQuery): Promise<TextRow[]> {
  const { shops, shopId, productExternalId, after } = query;
  const wanted = [
    sql`team_id = ${tx.team}`,
    ...(shops === null ? [] : [sql`shop_id = any(${[...shops]}::uuid[])`]),
    ...(shopId ? [sql`shop_id = ${shopId}`] : []),
    productExternalId === null
      ? sql`product_external_id is null`
      : sql`product_external_id = ${productExternalId}`,
    ...(after ? [sql`id > ${after}::uuid`] : []),
  ];
  return run<TextRow>(
    tx,
    sql`select id, shop_id, text from published.knowledge_texts where ${sql.join(wanted, sql` and `)}
        order by id limit ${query.limit}`,
  );
}

export const readText = (tx: Tx, id: string) =>
  first<TextRow>(
    tx,
    sql`select id, shop_id, text from published.knowledge_texts where team_id = ${tx.team} and id = ${id}`,
  );
