import type { care, conversations } from '@guitai/contract';
import type { SystemActor } from '../../kernel/actor.ts';
import { emit } from '../../kernel/events.ts';
import type { Heard } from '../../kernel/reactions.ts';
import type { Tx } from '../../kernel/tx.ts';
import { codesIn } from './discussion.rules.ts';
import { named } from './discussion.ts';
import { productDiscussed } from './events.ts';
import { keepPages, type PageSeen, productOnPage } from './topic.store.ts';

type Posted = Heard<Pick<conversations.MessagePosted, 'message' | 'conversation'> | null>;
type Discussed = care.ProductDiscussed;
type Found = Pick<Discussed, 'productId' | 'why'>;

/** So many numbers of a batch are looked up at most; a batch with more is a storm or a list. */
const mostNames = 100;

const placeOf = ({ message, conversation }: NonNullable<Posted['data']>) => ({
  ...{ conversationId: conversation.id, messageId: message.id, seq: message.seq },
  shopId: conversation.shopId,
});

/** Of each conversation the product's page its buyer wrote from, as it stands after the batch. */
function pagesIn(said: readonly NonNullable<Posted['data']>[]): PageSeen[] {
  const pages = new Map<string, PageSeen>();
  for (const { conversation } of said) {
    const page = conversation.page?.productId;
    if (page === undefined) continue;
    pages.set(conversation.id, {
      conversationId: conversation.id,
      shopId: conversation.shopId,
      page,
    });
  }
  return [...pages.values()];
}

/** The same number in the same shop is looked up once a batch. */
function lookup(tx: Tx) {
  const known = new Map<string, Promise<Found | null>>();
  return (shopId: string, text: string, seq: number): Promise<Found | null> => {
    const codes = codesIn([{ seq, author: 'buyer', text, card: null }]);
    const key = `${shopId} ${codes.map(({ code }) => code).join(' ')}`;
    if (codes.length === 0 || (!known.has(key) && known.size >= mostNames))
      return Promise.resolve(null);
    const asked =
      known.get(key) ??
      named(tx, shopId, codes).then(
        (found) => found && { productId: found.productId, why: found.by },
      );
    known.set(key, asked);
    return asked;
  };
}

/**
 * Tells which product is under discussion where the log would not tell by itself: a number or link in a buyer's words, and the page of
 * the shop they write from. Told once, as it was understood then: whoever counts by it later comes to the same.
 */
export async function tellTopics(actor: SystemActor, tx: Tx, events: readonly Posted[]) {
  const said = events.flatMap(({ data }) => (data?.message.author.kind === 'buyer' ? [data] : []));
  const pages = pagesIn(said);
  const turned = await keepPages(tx, pages);
  const find = lookup(tx);
  const told: Discussed[] = [];
  // From the last word on, so that the page belongs to the word it was last written from.
  for (const one of [...said].reverse()) {
    const { message, conversation } = one;
    const { shopId } = conversation;
    const page = turned.delete(conversation.id) ? conversation.page?.productId : undefined;
    const onPage = page === undefined ? null : await productOnPage(tx, shopId, page);
    const found: Found | null =
      (message.kind === 'text' ? await find(shopId, message.text, message.seq) : null) ??
      (onPage === null ? null : { productId: onPage, why: 'page' });
    if (found) told.unshift({ ...placeOf(one), ...found });
  }
  for (const data of told) {
    const { messageId, conversationId, shopId } = data;
    const place = { subject: messageId, topic: conversationId, reach: { shop: shopId } };
    emit(tx, productDiscussed, { ...place, actor, data });
  }
}
