import type { channels, InputOf } from '@guitai/contract';
import type { BuyerActor } from '../../kernel/actor.ts';
import { JsonText } from '../../kernel/answer.ts';
import type { Limiter } from '../../kernel/rate.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Bare } from '../../kernel/route.ts';
import type { Tx } from '../../kernel/tx.ts';
import { productFacts, recordProductView } from '../catalog/index.ts';
import { enterVisitor, isKnown, type KnownVisitor } from '../channels/index.ts';
import { orderFacts } from '../orders/index.ts';
import { type BuyerWords, sayAsBuyer } from './chat.say.ts';
import { attachFile, lockLoose } from './chat-file.store.ts';
import { findNewest } from './conversation.store.ts';
import { firstMessage } from './first-message.ts';
import { messageId } from './post.id.ts';
import { chatJson } from './post.json.ts';
import type { Lanes } from './post.lanes.ts';
import type { Posted } from './post.news.ts';
import { post } from './send.ts';

type Input = InputOf<typeof channels.sendChatMessage>;
type Said = Pick<BuyerWords, 'kind' | 'text' | 'card' | 'file'>;

export interface ChatLimits {
  readonly words: Limiter;
  readonly arrivals: Limiter;
}

const isEmpty = ({ text = '', fileId, productId, orderId }: Input): boolean =>
  text.trim() === '' && !fileId && !productId && !orderId;

/** Refuses a flood: many words of one visitor, many first words from one address. */
export const tooMany = (actor: BuyerActor, limits: ChatLimits) =>
  actor.visitor === null ? limits.arrivals(actor.from?.address ?? '') : limits.words(actor.visitor);

async function productCard(actor: KnownVisitor, tx: Tx, productId: string): Promise<Said | null> {
  const product = await productFacts(tx, productId);
  if (!product || product.shopId !== actor.shop) return null;
  await recordProductView(tx, actor.buyer, product.id);
  const { id, title, currency, priceMinor, stock, url } = product;
  const shown = { imageUrl: product.pictureUrl, inSale: product.onSale };
  const card = { type: 'product' as const, id, title, url, currency, priceMinor, stock, ...shown };
  return { kind: 'card', text: '', card, file: null };
}

/** An order of the buyer's own, as the shop vouches for them. */
async function orderCard(actor: KnownVisitor, tx: Tx, orderId: string): Promise<Said | null> {
  if (!actor.verified) return null;
  const order = await orderFacts(tx, orderId);
  if (!order || order.buyerId !== actor.buyer) return null;
  return {
    kind: 'card',
    text: '',
    card: { type: 'order', id: order.id, order: order.card },
    file: null,
  };
}

async function uploaded(
  actor: KnownVisitor,
  tx: Tx,
  fileId: string,
  text: string,
): Promise<Said | null> {
  const newest = await findNewest(tx, actor.channel, actor.buyer);
  const row = await lockLoose(tx, actor, fileId, newest?.id ?? null);
  if (!row) return null;
  const { key: _key, thumbnailKey: _thumbnail, ...file } = row;
  return { kind: file.mime.startsWith('image/') ? 'image' : 'file', text, card: null, file };
}

async function meant(actor: KnownVisitor, tx: Tx, input: Input) {
  const { text = '', fileId, productId, orderId } = input;
  if (fileId) return (await uploaded(actor, tx, fileId, text)) ?? refuse('chat.file_not_found');
  if (productId)
    return (await productCard(actor, tx, productId)) ?? refuse('chat.product_not_found');
  if (orderId) return (await orderCard(actor, tx, orderId)) ?? refuse('chat.order_not_found');
  return { kind: 'text' as const, text, card: null, file: null };
}

/** The long way: the first word, a file, a card, a new page. */
async function sayLong(actor: BuyerActor, tx: Tx, input: Input) {
  const visitor = await enterVisitor(actor, tx, input.contact ?? {}, input.locale);
  if (isRefusal(visitor)) return visitor;
  const id = messageId(visitor, '', input.clientKey);
  const first = await firstMessage({ actor }, tx, id);
  if (first) return first;
  const said = await meant(visitor, tx, input);
  if (isRefusal(said)) return said;
  const page = input.page ?? null;
  const result = await sayAsBuyer(visitor, tx, { ...said, id, clientKey: input.clientKey }, page);
  if (said.file) await attachFile(tx, said.file.id, result.standing.id, result.messageId);
  return result;
}

/** A plain word in a running conversation goes with the others; null when it needs the long way. */
async function sayShort(lanes: Lanes, actor: BuyerActor, { db }: Bare, input: Input) {
  const { text, fileId, productId, orderId, contact, page } = input;
  if (!isKnown(actor) || !text || fileId || productId || orderId || contact) return null;
  const standing = await db.read(actor, (tx) => findNewest(tx, actor.channel, actor.buyer));
  if (!standing || standing.state === 'resolved' || standing.blocked) return null;
  if (page && JSON.stringify(page) !== JSON.stringify(standing.page)) return null;
  return post(lanes, {
    actor,
    conversationId: standing.id,
    kind: 'text',
    text,
    file: null,
    clientKey: input.clientKey,
    seen: null,
  });
}

const replyOf = ({ json, standing }: Posted): JsonText =>
  new JsonText(`{"message":${json},"conversation":${chatJson(standing)}}`);

/** A word of the buyer. The first makes visitor, buyer and conversation; the same client key again returns the first message. */
export const sendChatMessageWith =
  (lanes: Lanes, limits: ChatLimits) => async (actor: BuyerActor, bare: Bare, input: Input) => {
    if (isEmpty(input)) return refuse('chat.empty_message');
    const flood = tooMany(actor, limits);
    if (flood) return flood;
    const result =
      (await sayShort(lanes, actor, bare, input)) ??
      (await bare.db.write(actor, (tx) => sayLong(actor, tx, input)));
    if (!isRefusal(result)) return replyOf(result);
    // A chat that moved on between two looks is no news to the buyer: they may try again.
    return isTheirs(result) ? result : refuse('server.busy', { seconds: 1 });
  };

type Theirs = Refusal<
  'visitor.unknown' | 'chat.file_not_found' | 'chat.product_not_found' | 'chat.order_not_found'
>;

const isTheirs = (refusal: Refusal): refusal is Theirs =>
  refusal.code === 'visitor.unknown' || refusal.code.startsWith('chat.');
