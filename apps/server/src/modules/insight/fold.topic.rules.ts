import { cardProducts } from './fold.message.rules.ts';
import type { Talk, Told, ToldTopic, Topic } from './fold.types.ts';

/**
 * What an event tells of the products under discussion: the page a conversation was opened from, a product's card, whoever sent it,
 * and what `care` and `offers` told: a product named, the page of a later word, an order shown, a coupon for a product.
 */
export function topicsIn(before: Talk, now: Talk, told: Told | ToldTopic): Topic[] {
  const { episode } = now.session;
  if ('about' in told) {
    const { products, why, seq } = told.about;
    const { at } = told;
    return products.map((productId) => ({ seq: seq ?? now.lastSeq, episode, productId, why, at }));
  }
  const opened = before.seq === 0 ? before.session.products : [];
  const { startedAt: at } = now.session;
  const page = opened.map((productId) => ({
    ...{ seq: 0, episode: 1, productId, why: 'page' as const, at },
  }));
  const { message } = told;
  if (!message || message.kind === 'line' || message.kind === 'note') return page;
  const { seq } = message;
  const cards = cardProducts(message).map((productId) => ({
    ...{ seq, episode, productId, why: 'card' as const, at: message.at },
  }));
  return [...page, ...cards];
}
