/** What every way of giving something has: asking for an approval, looking first, and its refusals. */

import { ActLimit } from './orders.acts.shapes.ts';
import { Id, Nullable, OneOf, Text, Type } from './schema.ts';

/** For what may need somebody else: ask for it, or look what would come of it. */
export const approvable = {
  approvalNote: Type.Optional(
    Text(500, 0, 'Where an approval is needed: ask for it with this note instead of refusing.'),
  ),
  preview: Type.Optional(
    Type.Boolean({ description: 'Tell what would come of it; nothing is changed.' }),
  ),
};

/** What became of giving something: done, asked for, or looked at. */
export const given = {
  state: OneOf(['done', 'asked', 'preview'] as const),
  approval: Nullable(Type.Object({ id: Id, state: Type.String() })),
  authority: Type.Object({
    verdict: OneOf(['yes', 'ask'] as const),
    why: Type.Array(ActLimit),
  }),
};

/** Why a coupon is not given. */
export const couponRefusals = [
  'authority.approval_needed',
  'authority.beyond_limit',
  'approval.too_many',
  'coupon.template_not_found',
  'coupon.stopped',
  'coupon.over',
  'coupon.count_over',
  'coupon.budget_over',
  'coupon.buyer_limit',
  'coupon.below_floor',
  'offer.buyer_foreign',
] as const;

/** Why something is not given in a conversation. */
export const giving = [
  ...couponRefusals,
  'conversation.not_found',
  'conversation.illegal_transition',
  'access.denied',
] as const;
