import type { Locale, TeamActor } from '../../kernel/actor.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { buyerFacts } from '../buyers/index.ts';
import { plainMessage, postCard, updateCard } from '../conversations/index.ts';
import { findShop } from '../shops/index.ts';
import { couponCard } from './card.rules.ts';
import { type CouponRow, readCoupon, writeMessage } from './coupon.store.ts';
import { couponSent } from './events.ts';
import { tellCoupon } from './tell.ts';

const isLocale = (text: string | null | undefined): text is Locale =>
  text === 'zh-CN' || text === 'zh-TW' || text === 'en';

async function cardFor(tx: Tx, row: CouponRow) {
  const shop = await findShop(tx, row.shopId);
  const own = (await buyerFacts(tx, row.buyerId))?.locale;
  const locale = isLocale(own) ? own : (shop?.locale ?? 'zh-CN');
  return couponCard(row, locale, shop?.timezone ?? 'UTC');
}

/** The client key of the message that shows a coupon first. */
export const couponKey = (couponId: string): string => `coupon ${couponId}`;

/** Shows the buyer the coupon in the conversation, in the buyer's language. */
export async function sendCoupon(actor: TeamActor, tx: Tx, row: CouponRow, conversationId: string) {
  const message = await postCard(actor, tx, {
    conversationId,
    card: await cardFor(tx, row),
    key: couponKey(row.id),
  });
  if (isRefusal(message)) return message;
  await writeMessage(tx, row.id, conversationId, message.id);
  tellCoupon(actor, tx, couponSent, { ...row, conversationId });
  return message;
}

/** A coupon in one line, and its card, in the buyer's language. */
export async function couponWords(tx: Tx, row: CouponRow) {
  const card = await cardFor(tx, row);
  return { title: card.title, card };
}

/** A coupon went to its buyer with words of a message that nobody typed; from now on its card follows it. */
export async function noteShown(
  actor: TeamActor,
  tx: Tx,
  couponId: string,
  { conversationId, messageId }: { readonly conversationId: string; readonly messageId: string },
): Promise<void> {
  const row = await readCoupon(tx, couponId);
  if (!row || row.messageId) return;
  await writeMessage(tx, couponId, conversationId, messageId);
  tellCoupon(actor, tx, couponSent, { ...row, conversationId });
  if (row.state !== 'issued') await refreshCoupon(actor, tx, couponId);
}

/** Words that came with a card stay above what it says of itself, which is one line. */
async function leadOf(tx: Tx, messageId: string): Promise<string> {
  const { card } = await plainMessage(tx, messageId);
  const text = card?.type === 'info' ? card.text : '';
  return text.slice(0, text.lastIndexOf('\n') + 1);
}

/** The card of a coupon shows what became of it. */
export async function refreshCoupon(actor: TeamActor, tx: Tx, couponId: string): Promise<void> {
  const row = await readCoupon(tx, couponId);
  if (!row?.messageId) return;
  const card = await cardFor(tx, row);
  const text = `${await leadOf(tx, row.messageId)}${card.text}`.slice(0, 4_000);
  await updateCard(actor, tx, { messageId: row.messageId, card: { ...card, text } });
}
