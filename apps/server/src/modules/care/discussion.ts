import { isId } from '../../kernel/ids.ts';
import type { Tx } from '../../kernel/tx.ts';
import { findProducts } from '../catalog/index.ts';
import { type ConversationFacts, type Recent, recentOf } from '../conversations/index.ts';
import {
  type Code,
  codesIn,
  discussed,
  lastProductCard,
  openWords,
  type Signs,
} from './discussion.rules.ts';
import { productOfNewestOrder } from './discussion.store.ts';
import { productOnPage } from './topic.store.ts';

const lookedBack = 40;

/** A number points to a product when it is one product's and no other's. */
export async function named(
  tx: Tx,
  shopId: string,
  codes: readonly Code[],
): Promise<Signs['named']> {
  for (const { code, seq, by } of codes) {
    const found = await findProducts(tx, { shops: [shopId], q: code, limit: 2 });
    const [productId] = found;
    if (productId && found.length === 1) return { productId, seq, by };
  }
  return null;
}

async function onPage(tx: Tx, shopId: string, page: Recent['page']): Promise<string | null> {
  const name = page?.productId;
  if (!name) return null;
  const id = await productOnPage(tx, shopId, name);
  return id ?? (isId(name) ? name : null);
}

/** What the conversation is about, and the words that wait for an answer. */
export async function discussionOf(tx: Tx, conversation: ConversationFacts) {
  const { id, shopId, buyerId } = conversation;
  const { messages, page } = await recentOf(tx, id, lookedBack);
  const found = discussed({
    card: lastProductCard(messages),
    named: await named(tx, shopId, codesIn(messages)),
    page: await onPage(tx, shopId, page),
    order: await productOfNewestOrder(tx, buyerId, shopId),
  });
  return { found, ...openWords(messages) };
}
