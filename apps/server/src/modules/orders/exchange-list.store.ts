import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';
import type { OrderItemFacts } from './facts.store.ts';

/** Product ids (of the shop) a line's product may be exchanged for: those its exchange list names. */
export async function exchangeListOf(
  tx: Tx,
  shopId: string,
  item: Pick<OrderItemFacts, 'productId'>,
  topic: string,
): Promise<string[]> {
  const rows = await run<{ body: string }>(
    tx,
    sql`select k.text ->> 'body' as body from published.products p
        join published.knowledge_texts k on k.team_id = p.team_id and k.shop_id = p.shop_id
          and k.product_external_id = p.external_id and k.text ->> 'topic' = ${topic}
        where p.team_id = ${tx.team} and p.id = ${item.productId} and p.shop_id = ${shopId}`,
  );
  return rows.flatMap(({ body }) => body.match(/[\w-]{4,}/g) ?? []);
}
