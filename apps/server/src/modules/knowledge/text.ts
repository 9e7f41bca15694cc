import type { InputOf, knowledge } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { can, sightOf } from '../../kernel/can.ts';
import { pageOf, readCursor } from '../../kernel/cursor.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { readText, readTexts } from './text.store.ts';

/** Texts about one product of a shop, or about the shop itself where no product is named. */
export async function listKnowledgeTexts(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof knowledge.listKnowledgeTexts>,
) {
  const place = readCursor<[string]>('knowledge', ['id'], input.cursor);
  if (isRefusal(place)) return place;
  const limit = input.limit ?? 50;
  const rows = await readTexts(tx, {
    shops: (sightOf(actor, 'knowledge.read') ?? { shops: [] }).shops,
    shopId: input.shopId,
    productExternalId: input.productExternalId ?? null,
    after: place?.[0] ?? null,
    limit: limit + 1,
  });
  const page = pageOf('knowledge', rows, limit, (row) => [row.id]);
  return { items: page.items.map((row) => row.text), next: page.next };
}

/** One text. */
export async function getKnowledgeText(
  actor: StaffActor,
  tx: Tx,
  { knowledgeTextId }: InputOf<typeof knowledge.getKnowledgeText>,
) {
  const row = await readText(tx, knowledgeTextId);
  const seen = row && can(actor, 'knowledge.read', { shop: row.shop_id }) === 'yes';
  return seen ? row.text : refuse('knowledge.not_found');
}
