import type { cards, InputOf, reviews, Static } from '@guitai/contract';
import { sql } from 'kysely';
import type { Locale, StaffActor } from '../../kernel/actor.ts';
import { can } from '../../kernel/can.ts';
import { now } from '../../kernel/clock.ts';
import { emit } from '../../kernel/events.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { run, type Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import { buyerFacts } from '../buyers/index.ts';
import { lockOrder, type OrderFacts } from '../orders/index.ts';
import { planMessage } from '../outreach/index.ts';
import { findShop } from '../shops/index.ts';
import { reviewInvited } from './events.ts';
import { reviewOf } from './receipt.store.ts';
import { reviewable } from './receipt.ts';
import { settingsOf } from './settings.ts';
import {
  filled,
  invitation,
  invitationLink,
  invitationTitle,
  localeFor,
  orderLabel,
} from './words.ts';

type Card = Static<typeof cards.InfoCard>;

const isWeb = (url: string | null): url is string => url !== null && /^https?:\/\//.test(url);

function cardOf(order: OrderFacts, text: string, locale: Locale): Card {
  return {
    type: 'info',
    id: order.id,
    kind: 'review_invitation',
    state: 'open',
    title: invitationTitle[locale],
    text,
    imageUrl: order.items[0]?.pictureUrl ?? null,
    lines: [{ label: orderLabel[locale], value: order.number }],
    links: isWeb(order.url) ? [{ label: invitationLink[locale], url: order.url }] : [],
    params: { orderNumber: order.number },
  };
}

/** Whether an order may be invited for; a card, a text and its language come of it. */
async function ground(actor: StaffActor, tx: Tx, orderId: string) {
  const order = await lockOrder(tx, orderId);
  const thing = order && { shop: order.shopId };
  if (!thing || can(actor, 'orders.read', thing) !== 'yes' || order.buyerId === null)
    return refuse('order.not_found');
  if (can(actor, 'reviews.reply', thing) !== 'yes')
    return refuse('access.denied', { permission: 'reviews.reply' });
  const settings = await settingsOf(tx, order.shopId);
  const here = await reviewable(tx, order.id, settings.windowDays);
  if (isRefusal(here)) return refuse(here.code === 'review.too_late' ? 'review.closed' : here.code);
  if (await reviewOf(tx, order.id)) return refuse('review.exists');
  const shop = await findShop(tx, order.shopId);
  const locale = localeFor((await buyerFacts(tx, order.buyerId))?.locale, shop?.locale);
  const text = filled(invitation[locale], { product: order.items[0]?.title ?? '' });
  return { order, buyerId: order.buyerId, locale, text };
}

/** Invites the buyer to review an order, once: opt-outs, quiet hours and caps of automatic messages hold. */
export async function inviteReview(
  actor: StaffActor,
  tx: Tx,
  { orderId }: InputOf<typeof reviews.inviteReview>,
) {
  const met = await ground(actor, tx, orderId);
  if (isRefusal(met)) return met;
  const { order, buyerId, locale, text } = met;
  const { shopId } = order;
  const message = await planMessage(actor, tx, {
    key: `review invitation ${order.id}`,
    ...{ shopId, buyerId, orderId, conversationId: null, topic: 'marketing' },
    channels: ['chat', 'sms', 'mail'],
    cause: { kind: 'review', id: order.id, step: 'invitation' },
    text,
    subject: invitationTitle[locale],
    card: cardOf(order, text, locale),
    recheck: 'reviews',
  });
  if (message.state === 'exists') return refuse('review.invited_already');
  await run(
    tx,
    sql`insert into review_invitations (team_id, order_id, shop_id, message_id, at)
        values (${tx.team}, ${order.id}, ${shopId}, ${message.id}, ${now()}) on conflict do nothing`,
  );
  record(tx, actor, {
    action: 'review.invited',
    subject: { kind: 'order', id: order.id },
    shop: shopId,
  });
  const data = { orderId, shopId, buyerId, messageId: message.id };
  emit(tx, reviewInvited, { subject: order.id, reach: { shop: shopId }, actor, data });
  return { messageId: message.id };
}
