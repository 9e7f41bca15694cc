/** What a buyer wants to be told of: that something is back, or cheaper. */
import { ofConversation } from './conversations.parts.ts';
import { endpoint, Strict } from './endpoint.ts';
import { WishChoice } from './followups.shapes.ts';
import { WishKind } from './followups.words.ts';
import { Id, Type } from './schema.ts';

const wish = {
  variantId: Id,
  kind: WishKind,
  belowMinor: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: 1e12,
      description: 'This price or less; else any less than now.',
    }),
  ),
};

const Wishes = Type.Object({ items: Type.Array(WishChoice) });

const wishErrors = [
  'conversation.not_found',
  'followup.subject_foreign',
  'followup.wish_holds',
  'followup.wishes_too_many',
] as const;

export const listWishes = endpoint({
  id: 'listWishes',
  method: 'GET',
  path: '/conversations/:conversationId/products/:productId/wishes',
  summary: 'Variants of a product with what the buyer of a conversation waits for',
  params: Strict({ conversationId: Id, productId: Id }),
  reply: Wishes,
  errors: ['conversation.not_found', 'followup.subject_foreign'],
});

export const makeWish = endpoint({
  id: 'makeWish',
  method: 'POST',
  path: '/conversations/:conversationId/wishes',
  summary: 'Notes that the buyer wants to be told; said twice it is one wish',
  params: ofConversation,
  body: Strict(wish),
  reply: Wishes,
  errors: [...wishErrors],
});

export const withdrawWish = endpoint({
  id: 'withdrawWish',
  method: 'DELETE',
  path: '/conversations/:conversationId/wishes/:followupId',
  summary: 'The buyer no longer wants to be told',
  params: Strict({ conversationId: Id, followupId: Id }),
  reply: Wishes,
  errors: ['conversation.not_found', 'followup.not_found', 'followup.not_now'],
});

const shopperErrors = ['visitor.identity_needed', 'followup.subject_foreign'] as const;

export const listOwnWishes = endpoint({
  id: 'listOwnWishes',
  method: 'GET',
  path: '/storefront/products/:productId/wishes',
  summary: 'Variants of a product with what the shopper waits for',
  params: Strict({ productId: Id }),
  reply: Wishes,
  errors: [...shopperErrors],
});

export const makeOwnWish = endpoint({
  id: 'makeOwnWish',
  method: 'POST',
  path: '/storefront/wishes',
  summary: 'The shopper wants to be told',
  body: Strict(wish),
  reply: Wishes,
  errors: [...shopperErrors, 'followup.wish_holds', 'followup.wishes_too_many'],
});

export const withdrawOwnWish = endpoint({
  id: 'withdrawOwnWish',
  method: 'DELETE',
  path: '/storefront/wishes/:followupId',
  summary: 'The shopper no longer wants to be told',
  params: Strict({ followupId: Id }),
  reply: Wishes,
  errors: ['visitor.identity_needed', 'followup.not_found', 'followup.not_now'],
});
