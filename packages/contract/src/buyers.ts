/** Buyers: who they are, what the team knows of them, and who may see behind the mask. */
import { AddressInput, RevealReason } from './address.ts';
import {
  Buyer,
  BuyerCandidate,
  BuyerSummary,
  BuyerTag,
  Friendliness,
  RevealedField,
} from './buyers.shapes.ts';
import { endpoint, Strict } from './endpoint.ts';
import { Id, Instant, Nullable, OneOf, Page, PageQuery, Text, Type } from './schema.ts';

export * from './buyers.errors.ts';
export * from './buyers.events.ts';
export * from './buyers.merge.ts';
export * from './buyers.shapes.ts';

const params = Strict({ buyerId: Id });

export const listBuyers = endpoint({
  id: 'listBuyers',
  method: 'GET',
  path: '/buyers',
  summary: 'Buyers by name, phone number (whole or last four digits), e-mail, account or tag.',
  query: Strict({
    q: Type.Optional(
      Text(200, 0, 'Name, whole phone number or its last 4 digits, e-mail, account.'),
    ),
    shopId: Type.Optional(Id),
    tag: Type.Optional(BuyerTag),
    blocked: Type.Optional(Type.Boolean()),
    ...PageQuery,
  }),
  reply: Page(BuyerSummary),
});

export const exportBuyers = endpoint({
  id: 'exportBuyers',
  method: 'GET',
  path: '/buyers/export',
  summary:
    'The list as it is filtered, as CSV that no spreadsheet calculates and that can be imported again.',
  query: Strict({
    q: Type.Optional(Text(200)),
    shopId: Type.Optional(Id),
    tag: Type.Optional(BuyerTag),
    blocked: Type.Optional(Type.Boolean()),
    open: Type.Optional(
      Type.Boolean({
        description: 'With whole phone numbers and addresses of mail; needs a reason.',
      }),
    ),
    reason: Type.Optional(Text(300)),
  }),
  transfer: 'bytes',
  reply: Type.Unknown(),
  errors: ['buyer.export_needs_reason'],
});

export const getBuyer = endpoint({
  id: 'getBuyer',
  method: 'GET',
  path: '/buyers/:buyerId',
  summary: 'The profile of one buyer.',
  params,
  reply: Buyer,
  errors: ['buyer.not_found'],
});

export const listBuyerHistory = endpoint({
  id: 'listBuyerHistory',
  method: 'GET',
  path: '/buyers/:buyerId/history',
  summary: 'What was changed of a profile, by whom and why, newest first.',
  params,
  query: Strict(PageQuery),
  reply: Page(
    Type.Object({
      id: Type.String(),
      at: Instant,
      action: Type.String({ description: 'e.g. buyer.changed, buyer.tagged, buyer.blocked.' }),
      byName: Type.String(),
      byRule: Type.Boolean({ description: 'The product did it by itself, e.g. a rule.' }),
      reason: Nullable(Type.String()),
      changes: Type.Array(
        Type.Object({
          field: OneOf([
            'name',
            'level',
            'friendliness',
            'remark',
            'tags',
            'phone',
            'email',
            'address',
          ] as const),
          before: Nullable(Type.String({ description: 'Contacts covered.' })),
          after: Nullable(Type.String()),
        }),
      ),
    }),
  ),
  errors: ['buyer.not_found', 'list.cursor_invalid'],
});

export const updateBuyer = endpoint({
  id: 'updateBuyer',
  method: 'PATCH',
  path: '/buyers/:buyerId',
  summary: 'Changes what is given and leaves the rest; two people changing two fields keep both.',
  params,
  body: Strict({
    name: Type.Optional(Text(100)),
    phone: Type.Optional(Nullable(Text(40))),
    email: Type.Optional(Nullable(Text(254))),
    level: Type.Optional(Nullable(Text(40))),
    friendliness: Type.Optional(Nullable(Friendliness)),
    remark: Type.Optional(Text(2000)),
    address: Type.Optional(AddressInput),
  }),
  reply: Buyer,
  errors: ['buyer.not_found', 'buyer.email_invalid', 'buyer.phone_invalid'],
});

export const setBuyerTags = endpoint({
  id: 'setBuyerTags',
  method: 'PATCH',
  path: '/buyers/:buyerId/tags',
  summary: 'Adds and removes tags; what a colleague changed meanwhile stays.',
  params,
  body: Strict({
    add: Type.Optional(Type.Array(BuyerTag, { maxItems: 50 })),
    remove: Type.Optional(Type.Array(BuyerTag, { maxItems: 50 })),
  }),
  reply: Buyer,
  errors: ['buyer.not_found', 'buyer.too_many_tags'],
});

export const setBuyerBlock = endpoint({
  id: 'setBuyerBlock',
  method: 'PUT',
  path: '/buyers/:buyerId/blocklisting',
  summary: 'Puts the buyer on the blocklist with a reason.',
  params,
  body: Strict({ reason: Text(500, 2) }),
  reply: Buyer,
  errors: ['buyer.not_found', 'buyer.already_blocked'],
});

export const removeBuyerBlock = endpoint({
  id: 'removeBuyerBlock',
  method: 'DELETE',
  path: '/buyers/:buyerId/blocklisting',
  summary: 'Takes the buyer off the blocklist.',
  params,
  reply: Buyer,
  errors: ['buyer.not_found', 'buyer.not_blocked'],
});

export const revealBuyerField = endpoint({
  id: 'revealBuyerField',
  method: 'POST',
  path: '/buyers/:buyerId/reveals',
  summary:
    'Shows one covered field to this reader. Logged with the reason; 60 an hour for each reader.',
  params,
  body: Strict({
    field: OneOf(['phone', 'email', 'address'] as const),
    addressId: Type.Optional(Id),
    reason: RevealReason,
  }),
  reply: RevealedField,
  errors: ['buyer.not_found', 'buyer.field_empty', 'buyer.reveal_budget_spent'],
});

export const listBuyerCandidates = endpoint({
  id: 'listBuyerCandidates',
  method: 'GET',
  path: '/buyers/:buyerId/candidates',
  summary: 'Known buyers who may be the same person as this visitor, for a colleague to confirm.',
  params,
  reply: Type.Object({ items: Type.Array(BuyerCandidate) }),
  errors: ['buyer.not_found'],
});

export const confirmBuyerMatch = endpoint({
  id: 'confirmBuyerMatch',
  method: 'PUT',
  path: '/buyers/:buyerId/match',
  summary:
    'States that this visitor is that known buyer: the desk shows both orders; the visitor gains no rights.',
  params,
  body: Strict({ matchedBuyerId: Id, reason: Text(300, 2) }),
  reply: Buyer,
  errors: ['buyer.not_found', 'buyer.match_impossible'],
});

export const removeBuyerMatch = endpoint({
  id: 'removeBuyerMatch',
  method: 'DELETE',
  path: '/buyers/:buyerId/match',
  summary: 'Takes the statement back.',
  params,
  reply: Buyer,
  errors: ['buyer.not_found', 'buyer.not_matched'],
});
