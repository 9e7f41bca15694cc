/** How far a person may go alone, and the requests for what lies beyond it. */
import { Strict } from './endpoint.ts';
import {
  Can,
  Currency,
  Id,
  Instant,
  Minor,
  Nullable,
  OneOf,
  type Static,
  Text,
  Type,
} from './schema.ts';

/** What gives away or pays the shop's money. `total` is no act: it limits all of them together. */
export const limitedActions = [
  'refund',
  'goodwill',
  'compensation',
  'postage',
  'price',
  'discount',
  'cancel',
  'items',
  'cashback',
  'price_protection',
  'coupon',
] as const;

export const LimitedAction = OneOf(limitedActions, 'Kind of act that moves money of the shop.');

export const LimitKey = OneOf(
  ['total', ...limitedActions] as const,
  'An act, or `total`: all of them together.',
);

/** A limit an act ran into; amounts in minor units. */
export const LimitReached = Type.Object({
  limit: OneOf(
    ['per_act', 'per_order', 'per_buyer_day', 'per_day', 'floor', 'not_granted'] as const,
    'floor: the price or postage would fall below its lowest share of the base.',
  ),
  limitMinor: Minor,
  usedMinor: Type.Integer({ description: 'What was given before within the same bound.' }),
  wantedMinor: Minor,
  currency: Currency,
});

const Bound = Nullable(Type.Integer({ minimum: 0, maximum: 9_007_199_254_740_991 }));

const amounts = {
  perActMinor: Bound,
  perOrderMinor: Bound,
  perBuyerDayMinor: Bound,
  perDayMinor: Bound,
  floorPercent: Nullable(
    Type.Integer({
      minimum: 0,
      maximum: 100,
      description: 'Lowest share of the base that price or postage may fall to.',
    }),
  ),
  beyond: OneOf(
    ['ask', 'no'] as const,
    'ask: an approval may be asked for. no: this is never done.',
  ),
};

/** Null: no limit. 0: always ask. */
export const LimitAmounts = Strict(amounts);

export const LimitSubjectKind = OneOf(
  ['role', 'member', 'key'] as const,
  'A role (its id is the name; `key` for API keys), or one person or key with limits of the own.',
);

/** Limits of one action as they hold for a subject. */
export const LimitInForce = Type.Object({
  action: LimitKey,
  ...amounts,
  source: OneOf(
    ['default', 'role', 'own'] as const,
    'default: nobody set it. role: from the role. own: set for this subject.',
  ),
});

export const LimitRow = Type.Object({
  subject: Type.Object({
    kind: LimitSubjectKind,
    id: Type.String(),
    name: Type.String(),
    role: Type.String(),
  }),
  limits: Type.Array(LimitInForce),
  can: Can,
});

export const ApprovalState = OneOf(
  ['asked', 'approved', 'refused', 'void', 'expired', 'withdrawn'] as const,
  'void: the order or the requester changed, nothing was carried out.',
);

export const ApprovalVoidReason = OneOf(
  ['changed', 'requester_changed', 'not_possible'] as const,
  'changed: the facts it was bound to. not_possible: the act is refused by now.',
);

const Person = Type.Object({
  kind: OneOf(['member', 'key'] as const),
  id: Id,
  name: Type.String(),
});

/** A request for approval as lists, cards and events carry it. */
export const ApprovalBrief = Type.Object({
  id: Id,
  state: ApprovalState,
  action: LimitedAction,
  endpoint: Type.String({ description: 'The command that runs when it is approved.' }),
  shopId: Id,
  orderId: Nullable(Id),
  buyerId: Nullable(Id),
  conversationId: Nullable(Id),
  amountMinor: Minor,
  currency: Currency,
  note: Type.String({ description: 'Why, in the words of who asks.' }),
  why: Type.Array(LimitReached),
  requester: Person,
  askedAt: Instant,
  /** When the next in line is asked, or it expires. */
  dueAt: Nullable(Instant),
  escalated: Type.Boolean({ description: 'Nobody of the first line decided in time.' }),
  decidedBy: Nullable(Person),
  /** In whose place the deputy decided. */
  decidedFor: Nullable(Person),
  decidedAt: Nullable(Instant),
  reason: Nullable(Type.String({ description: 'Words of who refused.' })),
  voidReason: Nullable(ApprovalVoidReason),
  refusalCode: Nullable(
    Type.String({ description: 'With which the command was refused when it was tried.' }),
  ),
});

/** A request as its reader sees it. */
export const Approval = Type.Object({
  ...ApprovalBrief.properties,
  approvers: Type.Array(Type.Object({ id: Id, name: Type.String() }), {
    description: 'Who may decide it now, deputies included.',
  }),
  waitingForMe: Type.Boolean({ description: 'It is the reader’s turn.' }),
  can: Can,
});

/** Somebody decides in another's place for a time. */
export const Delegation = Type.Object({
  id: Id,
  from: Type.Object({ id: Id, name: Type.String() }),
  to: Type.Object({ id: Id, name: Type.String() }),
  startsAt: Instant,
  endsAt: Instant,
  state: OneOf(['planned', 'running', 'ended'] as const),
  can: Can,
});

export const ApprovalReason = Text(500, 1, 'Why it is refused; the requester reads it.');

export type LimitReachedShape = Static<typeof LimitReached>;
export type ApprovalBriefShape = Static<typeof ApprovalBrief>;
export type ApprovalShape = Static<typeof Approval>;
export type LimitAmountsShape = Static<typeof LimitAmounts>;
export type LimitedActionWord = Static<typeof LimitedAction>;
export type LimitKeyWord = Static<typeof LimitKey>;
export type LimitInForceShape = Static<typeof LimitInForce>;
