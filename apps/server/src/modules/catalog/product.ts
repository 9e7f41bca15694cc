import type { catalog, InputOf } from '@guitai/contract';
import type { Actor, StaffActor } from '../../kernel/actor.ts';
import { can, sightOf } from '../../kernel/can.ts';
import { pageOf, readCursor } from '../../kernel/cursor.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import {
  type Listed,
  type ListQuery,
  readMatches,
  readNear,
  readNewest,
  readProduct,
  type Shops,
} from './product.store.ts';
import { type Alike, planNear, planSearch, type SearchPlan } from './query.rules.ts';
import { speaker } from './speak.ts';
import { wordsAlike } from './synonyms.alike.ts';

const shopsSeen = (actor: Actor): Shops => (sightOf(actor, 'catalog.read') ?? { shops: [] }).shops;

/** The reader's shops, narrowed to one where one was asked for. */
const narrowed = (shops: Shops, shopId: string | undefined): Shops =>
  shopId === undefined ? shops : shops === null || shops.includes(shopId) ? [shopId] : [];

const strictly = ({ strict }: SearchPlan) => JSON.stringify({ terms: strict });
const loosely = ({ loose }: SearchPlan) => JSON.stringify({ terms: [], ...loose });

type Input = InputOf<typeof catalog.searchProducts>;

type Way = 'strict' | 'loose' | 'near';
type After = readonly [number, string] | null;

/** One way of looking: the words as they stand, their characters one by one, or most of them by sound and parts. */
async function lookBy(
  way: Way,
  tx: Tx,
  typed: string,
  alike: Alike,
  query: ListQuery,
  after: After,
): Promise<Listed[]> {
  const team = tx.team ?? '';
  if (way === 'near') {
    const plan = planNear(team, typed, alike, await speaker());
    return plan === null ? [] : readNear(tx, plan, query, after);
  }
  const plan = planSearch(team, typed, alike);
  if (plan === null || (way === 'loose' && plan.loose.allOf.length === 0)) return [];
  return readMatches(tx, way === 'strict' ? strictly(plan) : loosely(plan), query, after);
}

const isWay = (text: string | undefined): text is Way =>
  text === 'strict' || text === 'loose' || text === 'near';

/** The first way that finds something; a further page goes on in the way of the first. */
async function look(
  tx: Tx,
  typed: string,
  shops: Shops,
  query: ListQuery,
  place: readonly [string, number, string] | null,
): Promise<{ way: Way; rows: Listed[] }> {
  const alike = await wordsAlike(tx, shops);
  const after: After = place ? [place[1], place[2]] : null;
  if (place && isWay(place[0]))
    return { way: place[0], rows: await lookBy(place[0], tx, typed, alike, query, after) };
  for (const way of ['strict', 'loose'] as const) {
    const rows = await lookBy(way, tx, typed, alike, query, null);
    if (rows.length > 0) return { way, rows };
  }
  return { way: 'near', rows: await lookBy('near', tx, typed, alike, query, null) };
}

/** SHOP-09: products by what somebody typed: as it stands, else character by character, else by sound and parts. */
export async function searchProducts(actor: StaffActor, tx: Tx, input: Input) {
  const limit = input.limit ?? 20;
  const query: ListQuery = {
    shops: narrowed(shopsSeen(actor), input.shopId),
    available: input.available ?? false,
    buyerId: input.buyerId ?? null,
    limit: limit + 1,
  };
  const typed = input.q ?? '';
  if (typed.trim() === '') return listNewest(tx, input, query, limit);
  const kinds = ['text', 'integer', 'id'];
  const place = readCursor<[string, number, string]>('matches', kinds, input.cursor);
  if (isRefusal(place)) return place;
  if (planSearch(tx.team ?? '', typed) === null) return { items: [], next: null };
  const { way, rows } = await look(tx, typed, query.shops, query, place);
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
