import { OneOf, type Static } from './schema.ts';

/** Why somebody stands on a list. The last three tell by themselves when their time comes. */
export const FollowupReason = OneOf(
  [
    'asked',
    'lapsed',
    'settled',
    'received',
    'idle',
    'hand',
    'back',
    'cheaper',
    'greeting',
  ] as const,
  'asked: about a product, and did not order. lapsed: placed, and let it lapse unpaid. settled: a refund or complaint was settled. received: got the goods. idle: bought nothing for long. hand: put there by a person. back, cheaper: wants to be told. greeting: a day of the calendar.',
);

/** Where a follow-up stands. */
export const FollowupState = OneOf(
  ['waiting', 'open', 'talking', 'sending', 'contacted', 'closed', 'dropped'] as const,
  'waiting: a wish whose time has not come. open: to be contacted. talking: a person opened the chat and has said nothing yet. sending: a message is planned. contacted: the buyer was written to. closed: with a result. dropped: its ground is gone.',
);

/** Lists a shop can have filled by rule. */
export const FollowupRule = OneOf(['asked', 'lapsed', 'settled', 'received', 'idle'] as const);

export const FollowupTab = OneOf(
  ['due', 'planned', 'underway', 'over', 'wishes'] as const,
  'due: to be contacted now. planned: later. underway: talking, sending, contacted. over: closed or dropped. wishes: waiting to be told.',
);

/** How far a contact came; each stage includes those after it. */
export const FollowupStage = OneOf(['contacted', 'replied', 'ordered', 'paid'] as const);

export const WishKind = OneOf(['back', 'cheaper'] as const);

export type FollowupReasonWord = Static<typeof FollowupReason>;
export type FollowupStateWord = Static<typeof FollowupState>;
export type FollowupRuleWord = Static<typeof FollowupRule>;
export type FollowupTabWord = Static<typeof FollowupTab>;
export type FollowupStageWord = Static<typeof FollowupStage>;
export type WishKindWord = Static<typeof WishKind>;
