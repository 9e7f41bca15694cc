import type { conversations, InputOf, scripts } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { can } from '../../kernel/can.ts';
import type { Taken } from '../../kernel/files/store.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { cardOfProduct, productFacts } from '../catalog/index.ts';
import { postCard, sayInTx, sayPictureInTx } from '../conversations/index.ts';
import { type Part, textIn } from './content.rules.ts';
import { speakCoupon } from './coupon.ts';
import { fill, unfilled } from './fill.rules.ts';
import { changedShare } from './split.rules.ts';
import { type Ground, valuesFor } from './values.ts';
import type { WordGuard } from './word.guard.ts';

export type Sending = InputOf<typeof scripts.sendScriptPart>;
type Card = conversations.Card;

/** A message that was said, as its author receives it. */
export interface Spoken {
  readonly messageId: string;
  readonly at: string;
  readonly json: string;
  readonly edited: number;
  /** False: it was there already, and what was brought along for it is not needed. */
  readonly taken: boolean;
}

export interface Saying {
  readonly input: Sending;
  readonly part: Part;
  readonly ground: Ground;
  readonly guard: WordGuard;
  /** A copy of the part's picture, for the chat to keep. */
  readonly picture: Taken | null;
}

/** Says one message of a script in the actor's name. */
export function speak(actor: StaffActor, tx: Tx, saying: Saying) {
  const { part } = saying;
  if (part.kind === 'text') return speakText(actor, tx, saying, part);
  if (part.kind === 'picture') return speakPicture(actor, tx, saying);
  if (part.kind === 'coupon') return speakCoupon(actor, tx, saying, part);
  return part.kind === 'order'
    ? speakOrder(actor, tx, saying)
    : speakProduct(actor, tx, saying, part);
}

/** SCR-06: what the shop does not say, also not by a script that was written before. */
function unsaid({ guard, input, ground }: Saying, team: string, text: string) {
  const found = guard.find(team, ground.conversation.shopId, text);
  const blocked = found.filter(({ level }) => level === 'block');
  const words = [...new Set((blocked.length > 0 ? blocked : found).map(({ word }) => word))];
  if (blocked.length > 0) return refuse('message.words_blocked', { words });
  return found.length > 0 && !input.sure ? refuse('message.words_warned', { words }) : null;
}

async function speakText(
  actor: StaffActor,
  tx: Tx,
  saying: Saying,
  part: Extract<Part, { kind: 'text' }>,
) {
  const { input, ground } = saying;
  const filled = fill(textIn(part.text, ground.locale), await valuesFor(actor, tx, ground));
  const text = input.text?.trim() || filled.text;
  const names = unfilled(text);
  if (names.length > 0) return refuse('script.value_missing', { names: [...new Set(names)] });
  const barred = unsaid(saying, actor.team, text);
  if (barred) return barred;
  const { conversationId, clientKey, seen = null } = input;
  const posted = await sayInTx(actor, tx, { conversationId, text, clientKey, seen });
  if (isRefusal(posted)) return posted;
  const { messageId, at, json } = posted;
  return { messageId, at, json, edited: changedShare(filled.text, text), taken: false };
}

async function speakPicture(actor: StaffActor, tx: Tx, { input, picture }: Saying) {
  if (!picture) return refuse('file.not_found');
  const { conversationId, clientKey, seen = null } = input;
  const said = await sayPictureInTx(actor, tx, { conversationId, clientKey, seen, taken: picture });
  if (isRefusal(said)) return said;
  const { messageId, at, json } = said.posted;
  return { messageId, at, json, edited: 0, taken: said.isNew };
}

async function speakCard(actor: StaffActor, tx: Tx, { input }: Saying, card: Card) {
  const { conversationId, clientKey } = input;
  const message = await postCard(actor, tx, { conversationId, card, key: clientKey });
  if (isRefusal(message)) return message;
  const { id: messageId, at } = message;
  return { messageId, at, json: JSON.stringify(message), edited: 0, taken: false };
}

function speakOrder(actor: StaffActor, tx: Tx, saying: Saying) {
  const { order } = saying.ground;
  if (!order) return refuse('script.no_order');
  return speakCard(actor, tx, saying, { type: 'order', id: order.id, order: order.card });
}

async function speakProduct(
  actor: StaffActor,
  tx: Tx,
  saying: Saying,
  { productId }: Extract<Part, { kind: 'product' }>,
) {
  const product = await productFacts(tx, productId);
  const { shopId } = saying.ground.conversation;
  const seen = product && can(actor, 'catalog.read', { shop: product.shopId }) === 'yes';
  if (!seen || product.shopId !== shopId) return refuse('product.not_found');
  return speakCard(actor, tx, saying, cardOfProduct(product));
}
