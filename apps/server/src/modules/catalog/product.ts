import type { catalog, InputOf } from '@guitai/contract';
import type { Actor, StaffActor } from '../../kernel/actor.ts';
import { can, sightOf } from '../../kernel/can.ts';
import { pageOf, readCursor } from '../../kernel/cursor.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import {
  type ListQuery,
  readMatches,
  readNewest,
  readProduct,
  type Shops,
} from './product.store.ts';
import { planSearch, type SearchPlan } from './query.rules.ts';

const shopsSeen = (actor: Actor): Shops => (sightOf(actor, 'catalog.read') ?? { shops: [] }).shops;

/** The reader's shops, narrowed to one where one was asked for. */
const narrowed = (shops: Shops, shopId: string | undefined): Shops =>
  shopId === undefined ? shops : shops === null || shops.includes(shopId) ? [shopId] : [];

const strictly = ({ strict }: SearchPlan) => JSON.stringify({ terms: strict });
const loosely = ({ loose }: SearchPlan) => JSON.stringify({ terms: [], ...loose });

type Input = InputOf<typeof catalog.searchProducts>;

/** Products by what somebody typed. Where the words as typed find nothing, their characters are looked for one by one. */
export async function searchProducts(actor: StaffActor, tx: Tx, input: Input) {
  const limit = input.limit ?? 20;
  const query: ListQuery = {
    shops: narrowed(shopsSeen(actor), input.shopId),
    available: input.available ?? false,
    buyerId: input.buyerId ?? null,
    limit: limit + 1,
  };
  if ((input.q ?? '').trim() === '') return listNewest(tx, input, query, limit);
  const plan = planSearch(tx.team ?? '', input.q ?? '');
  if (plan === null) return { items: [], next: null };
  const place = readCursor<[string, number, string]>(
    'matches',
    ['text', 'integer', 'id'],
    input.cursor,
  );
  if (isRefusal(place)) return place;
  const after = place ? ([place[1], place[2]] as const) : null;
  let way = place?.[0] ?? 'strict';
  let rows = way === 'strict' ? await readMatches(tx, strictly(plan), query, after) : [];
  if (rows.length === 0 && (way === 'loose' || place === null) && plan.loose.allOf.length > 0) {
    way = 'loose';
    rows = await readMatches(tx, loosely(plan), query, after);
  }
  const page = pageOf('matches', rows, limit, (row) => [way, row.score, row.id]);
  return { items: page.items.map((row) => row.summary as never), next: page.next };
}

async function listNewest(tx: Tx, input: Input, query: ListQuery, limit: number) {
  const place = readCursor<[number, string, string]>(
    'products',
    ['integer', 'instant', 'id'],
    input.cursor,
  );
  if (isRefusal(place)) return place;
  const rows = await readNewest(tx, query, place);
  const page = pageOf('products', rows, limit, (row) => [row.score, row.at, row.id]);
  return { items: page.items.map((row) => row.summary as never), next: page.next };
}

/** One product with all variants. */
export async function getProduct(
  actor: StaffActor,
  tx: Tx,
  { productId }: InputOf<typeof catalog.getProduct>,
) {
  const acts = can(actor, 'conversations.reply') === 'yes' ? ['sendProductCard'] : [];
  return (await readProduct(tx, productId, shopsSeen(actor), acts)) ?? refuse('product.not_found');
}
