import type { care, offers, Static } from '@guitai/contract';
import type { Heard } from '../../kernel/reactions.ts';
import type { Told, ToldConversation, ToldTopic, TopicWhy } from './fold.types.ts';

type Event = Pick<Heard<unknown>, 'seq' | 'type' | 'at' | 'actor' | 'data' | 'gone'>;
type Shown = Pick<Static<typeof care.CardSent>, 'conversationId' | 'productIds' | 'seq'> & {
  readonly card?: string;
};
type Coupon = Static<(typeof offers.offerEvents)['coupon.sent']>;

/** What an event tells of the products under discussion; events of before they told products tell nothing. */
function topicOf({ seq, type, at, data }: Event): ToldTopic | null {
  const about = (
    talkId: string | null,
    since: number | undefined,
    products: readonly string[],
    why: TopicWhy,
  ) =>
    talkId === null || products.length === 0
      ? null
      : { seq, at, talkId, about: { seq: since ?? null, products, why } };
  if (type === 'product.discussed') {
    const { conversationId, seq: since, productId, why } = data as care.ProductDiscussed;
    return about(conversationId, since, [productId], why);
  }
  if (type === 'coupon.sent') {
    const { conversationId, productIds = [] } = data as Coupon;
    return about(conversationId, undefined, productIds, 'coupon');
  }
  if (type === 'card.sent' || type === 'reminder.sent' || type === 'order_check.asked') {
    const { conversationId, productIds = [], seq: since, card } = data as Shown;
    return about(conversationId, since, productIds, card === 'product' ? 'card' : 'order');
  }
  return null;
}

/** An event of the log as facts of its conversation are made of it; null for what is no more, and what tells of no conversation. */
export function toldOf(event: Event): Told | ToldTopic | null {
  const { seq, type, at, actor, data, gone } = event;
  if (gone || data === null) return null;
  if (!type.startsWith('conversation.') && type !== 'message.posted') return topicOf(event);
  const { conversation, message } = data as Partial<Told> & { conversation?: ToldConversation };
  return conversation ? { seq, type, at, actor, conversation, message: message ?? null } : null;
}

/** The conversation it tells of. */
export const talkIdOf = (told: Told | ToldTopic): string =>
  'about' in told ? told.talkId : told.conversation.id;
