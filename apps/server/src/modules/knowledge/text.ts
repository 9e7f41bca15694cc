import type { InputOf, knowledge } from '@guitai/contract';
import { sql } from 'kysely';
import type { Actor, StaffActor } from '../../kernel/actor.ts';
import { can, sightOf } from '../../kernel/can.ts';
import { pageOf, readCursor } from '../../kernel/cursor.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';

type Row = { id: string; shop_id: string; text: knowledge.KnowledgeTextShape };

const shopsSeen = (actor: Actor) => (sightOf(actor, 'knowledge.read') ?? { shops: [] }).shops;

/** Texts about one product of a shop, or about the shop itself where no product is named. */
export async function listKnowledgeTexts(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof knowledge.listKnowledgeTexts>,
) {
  const place = readCursor<[string]>('knowledge', ['id'], input.cursor);
  if (isRefusal(place)) return place;
  const shops = shopsSeen(actor);
  const { shopId, productExternalId } = input;
  const wanted = [
    sql`team_id = ${tx.team}`,
    ...(shops === null ? [] : [sql`shop_id = any(${[...shops]}::uuid[])`]),
    ...(shopId ? [sql`shop_id = ${shopId}`] : []),
    productExternalId === undefined
      ? sql`product_external_id is null`
      : sql`product_external_id = ${productExternalId}`,
    ...(place ? [sql`id > ${place[0]}::uuid`] : []),
  ];
  const limit = input.limit ?? 50;
  const rows = await run<Row>(
    tx,
    sql`select id, shop_id, text from published.knowledge_texts where ${sql.join(wanted, sql` and `)}
        order by id limit ${limit + 1}`,
  );
  const page = pageOf('knowledge', rows, limit, (row) => [row.id]);
  return { items: page.items.map((row) => row.text), next: page.next };
}

/** One text. */
export async function getKnowledgeText(
  actor: StaffActor,
  tx: Tx,
  { knowledgeTextId }: InputOf<typeof knowledge.getKnowledgeText>,
) {
  const row = await first<Row>(
    tx,
    sql`select id, shop_id, text from published.knowledge_texts where team_id = ${tx.team} and id = ${knowledgeTextId}`,
  );
  if (!row || can(actor, 'knowledge.read', { shop: row.shop_id }) !== 'yes') {
    return refuse('knowledge.not_found');
  }
  return row.text;
}
