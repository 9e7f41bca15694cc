import type { aftersales, InputOf } from '@guitai/contract';
import type { BuyerActor, StaffActor } from '../../kernel/actor.ts';
import { pageOf, readCursor } from '../../kernel/cursor.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { can, sightOf } from '../access/index.ts';
import { countCases, readBuyerCases, readCard, readCases, readSteps } from './list.store.ts';
import { inChat, shownTo } from './shown.ts';

/** SHOP-07: the queue, the nearest deadline first. */
export async function listCases(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof aftersales.listCases>,
) {
  const list = input.tab === 'done' ? 'cases-done' : 'cases';
  const place = readCursor<[string, string]>(list, ['instant', 'id'], input.cursor);
  if (isRefusal(place)) return place;
  const limit = input.limit ?? 50;
  const { shops } = sightOf(actor, 'aftersales.read') ?? { shops: [] };
  const rows = await readCases(tx, { ...input, shops }, place, limit + 1);
  const page = pageOf(list, rows, limit, (row) => [row.place, row.id]);
  const counts = await countCases(tx, shops);
  return { items: page.items.map((row) => shownTo(actor, row.card)), next: page.next, counts };
}

/** One case with its whole way. */
export async function getCase(
  actor: StaffActor,
  tx: Tx,
  { caseId }: InputOf<typeof aftersales.getCase>,
) {
  const card = await readCard(tx, caseId);
  if (!card || can(actor, 'aftersales.read', { shop: card.shopId }) !== 'yes')
    return refuse('case.not_found');
  return { ...shownTo(actor, card), steps: await readSteps(tx, caseId) };
}

/** The verified buyer's own cases. */
export async function listChatCases(
  actor: BuyerActor,
  tx: Tx,
  { orderId }: InputOf<typeof aftersales.listChatCases>,
) {
  if (!actor.verified || actor.buyer === null) return refuse('visitor.identity_needed');
  const cards = await readBuyerCases(tx, actor.shop, actor.buyer, orderId);
  return { items: cards.map((card) => inChat(card, actor.locale)) };
}
