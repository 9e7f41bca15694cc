import type { conversations, InputOf, workbench } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { JsonText } from '../../kernel/answer.ts';
import { sightOf } from '../../kernel/can.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { can } from '../access/index.ts';
import { listBuyers } from '../buyers/index.ts';
import { searchProducts } from '../catalog/index.ts';
import { conversationsOfBuyers, searchMessages } from '../conversations/index.ts';
import { findKnowledge, summaryOf } from '../knowledge/index.ts';
import { listOrders } from '../orders/index.ts';
import { findScripts } from '../scripts/index.ts';

type Everything = workbench.EverythingShape;
type Asked = { readonly q: string; readonly limit: number; readonly shopId?: string };

/** Items of a list whatever form it comes in; a kind the reader may not see, or that refuses the words, is empty. */
async function itemsOf<T>(list: Promise<unknown>): Promise<T[]> {
  const found = await list;
  if (isRefusal(found)) return [];
  const page = (found instanceof JsonText ? JSON.parse(found.text) : found) as { items: T[] };
  return page.items;
}

const onlyIf = <T>(may: boolean, look: () => Promise<T[]>): Promise<T[]> =>
  may ? look() : Promise.resolve([]);

async function knowledgeOf(actor: StaffActor, tx: Tx, { q, limit, shopId }: Asked) {
  const { shops } = sightOf(actor, 'knowledge.read') ?? { shops: [] as string[] };
  const seen =
    shopId === undefined ? shops : shops === null || shops.includes(shopId) ? [shopId] : [];
  const found = await findKnowledge(tx, { shops: seen, text: q, limit });
  return found.map(({ row }) => summaryOf(row, actor.locale));
}

/** SRCH-02: one box over everything; each kind is asked as its own page asks it, so no box shows what a page would not. */
export async function searchEverything(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof workbench.searchEverything>,
): Promise<Everything> {
  const q = input.q.trim();
  const limit = input.limit ?? 5;
  const asked: Asked = { q, limit, ...(input.shopId ? { shopId: input.shopId } : {}) };
  const may = (permission: string) => [...q].length >= 1 && can(actor, permission) === 'yes';
  const buyers = await onlyIf(may('buyers.read'), () =>
    itemsOf<Everything['buyers'][number]>(listBuyers(actor, tx, asked)),
  );
  const ids = buyers.map(({ id }) => id);
  return {
    buyers,
    conversations: await onlyIf(may('conversations.read'), () =>
      conversationsOfBuyers(actor, tx, ids, limit),
    ),
    messages: await onlyIf(may('conversations.read'), () =>
      itemsOf<conversations.FoundMessage>(searchMessages(actor, tx, asked)),
    ),
    orders: await onlyIf(may('orders.read'), () =>
      itemsOf<Everything['orders'][number]>(listOrders(actor, tx, asked)),
    ),
    products: await onlyIf(may('catalog.read'), () =>
      itemsOf<Everything['products'][number]>(searchProducts(actor, tx, asked)),
    ),
    knowledge: await onlyIf(may('knowledge.read'), () => knowledgeOf(actor, tx, asked)),
    scripts: await onlyIf(may('scripts.read'), () => findScripts(actor, tx, asked)),
  };
}
