import {
  FollowupReason,
  FollowupRule,
  FollowupStage,
  FollowupState,
  FollowupTab,
} from './followups.words.ts';
import { OutreachChannel, OutreachTopic } from './outreach.words.ts';
import { Can, Currency, Id, Instant, Nullable, OneOf, type Static, Text, Type } from './schema.ts';

/** The product a follow-up is about, as it is offered now. */
export const FollowupProduct = Type.Object({
  id: Id,
  variantId: Nullable(Id),
  title: Type.String(),
  options: Type.String({ description: 'What the variant is, e.g. `红 / L`; empty without one.' }),
  pictureUrl: Nullable(Type.String()),
  currency: Currency,
  priceMinor: Type.Integer(),
  stock: Nullable(Type.Integer({ description: 'Pieces left; null: not counted.' })),
  onSale: Type.Boolean(),
});

/** A buyer to be contacted, why, when, by whom, and what came of it. */
export const Followup = Type.Object({
  id: Id,
  shopId: Id,
  shopName: Type.String(),
  buyerId: Id,
  buyerName: Type.String(),
  reason: FollowupReason,
  occasion: Type.String({ description: 'Of a greeting: its key; else empty.' }),
  state: FollowupState,
  topic: OutreachTopic,
  since: Type.String({ description: 'When the ground for it came about.' }),
  plannedAt: Nullable(Instant),
  conversationId: Nullable(Id),
  orderId: Nullable(Id),
  orderNumber: Nullable(Type.String()),
  product: Nullable(FollowupProduct),
  belowMinor: Nullable(Type.Integer({ description: 'Wished price or less.' })),
  assigneeId: Nullable(Id),
  assigneeName: Type.String(),
  note: Type.String({ description: 'What a colleague wrote on it.' }),
  text: Type.String({ description: 'Suggested words, in the language of the buyer.' }),
  result: Nullable(Type.String()),
  why: Nullable(
    Type.String({ description: 'Why it was dropped or its message not sent: a code.' }),
  ),
  contactedAt: Nullable(Instant),
  contactedByName: Type.String({ description: 'Empty: by the planned message.' }),
  repliedAt: Nullable(Instant),
  convertedOrderId: Nullable(Id),
  convertedOrderNumber: Nullable(Type.String()),
  orderedAt: Nullable(Instant),
  paidAt: Nullable(Instant),
  paidMinor: Nullable(Type.Integer()),
  reversed: Type.Boolean({
    description: 'The order was refunded or cancelled; it does not count.',
  }),
  currency: Nullable(Currency),
  closedAt: Nullable(Instant),
  can: Can,
});

/** Words in the three languages. */
export const FollowupWords = Type.Object({
  'zh-CN': Text(1000),
  'zh-TW': Text(1000),
  en: Text(1000),
});

const hours = Type.Integer({ minimum: 1, maximum: 8760 });

/** A list that fills itself. */
export const FollowupRuleSettings = Type.Object({
  rule: FollowupRule,
  on: Type.Boolean(),
  afterHours: { ...hours, description: 'So long after its ground came about.' },
  text: Nullable(FollowupWords),
});

/** What came of a contact; own ones have a name, the ready ones are worded by the reader. */
export const FollowupResult = Type.Object({
  id: Type.String({ pattern: '^[a-z0-9_]{1,40}$' }),
  name: Text(40),
  kind: OneOf(['good', 'open', 'bad'] as const),
});

export const FollowupTip = Type.Object({
  category: Text(200, 1, 'Category of a product, as the shop calls it.'),
  text: FollowupWords,
});

const settings = {
  rules: Type.Array(FollowupRuleSettings, { maxItems: 5 }),
  results: Type.Array(FollowupResult, { minItems: 1, maxItems: 30 }),
  tips: Type.Array(FollowupTip, { maxItems: 100, description: 'Care tips by category.' }),
  at: Type.String({
    pattern: '^([01]\\d|2[0-3]):[0-5]\\d$',
    description: "HH:MM in the shop's time: when what became due is planned for.",
  }),
  creditDays: Type.Integer({
    minimum: 1,
    maximum: 60,
    description: 'An order counts for a contact within so many days.',
  }),
  wishFactor: Type.Integer({
    minimum: 1,
    maximum: 100,
    description: 'So many buyers are told for each piece in stock, in the order of their wishes.',
  }),
  wishHoldHours: Type.Integer({
    minimum: 1,
    maximum: 720,
    description: 'So long those told have before the next are told.',
  }),
};

export const FollowupSettings = Type.Object(settings);
export const followupSettingsFields = settings;

/** Who gets a greeting. */
export const GreetingAudience = Type.Object({
  boughtWithinDays: Nullable(
    Type.Integer({
      minimum: 1,
      maximum: 3650,
      description: 'Paid something within; null: anybody known.',
    }),
  ),
  tag: Nullable(Text(60, 1)),
});

/** A day of the calendar and what is sent on it. */
export const Greeting = Type.Object({
  key: Type.String({ pattern: '^[a-z0-9_-]{2,40}$' }),
  kind: OneOf(['lunar', 'fixed', 'own', 'birthday'] as const),
  name: Type.String({ description: 'Of an own date; the ready ones are worded by the reader.' }),
  month: Nullable(Type.Integer({ minimum: 1, maximum: 12 })),
  day: Nullable(Type.Integer({ minimum: 1, maximum: 31 })),
  on: Type.Boolean(),
  at: Type.String({ description: "HH:MM in the shop's time." }),
  text: FollowupWords,
  audience: GreetingAudience,
  nextOn: Nullable(Type.String({ description: 'The next such day, `YYYY-MM-DD`.' })),
  sent: Type.Integer({ description: 'How many got it, all years together.' }),
  can: Can,
});

/** Who would get a greeting, in numbers. */
export const GreetingPreview = Type.Object({
  chosen: Type.Integer({ description: 'Buyers who fit.' }),
  blocked: Type.Integer(),
  optedOut: Type.Integer(),
  unreachable: Type.Integer({ description: 'No chat, no number, no address.' }),
  had: Type.Integer({ description: 'Got it already this time.' }),
  receive: Type.Integer(),
  some: Type.Array(Type.Object({ buyerId: Id, name: Type.String() })),
});

export const FollowupFunnel = Type.Object({
  key: Type.String({ description: 'A reason, or the id of a person; empty: by itself.' }),
  name: Type.String(),
  contacted: Type.Integer(),
  replied: Type.Integer(),
  ordered: Type.Integer(),
  paid: Type.Integer(),
  reversed: Type.Integer(),
  amounts: Type.Array(Type.Object({ currency: Currency, amountMinor: Type.Integer() })),
});

/** A day or a week of contacts, and how far they came. */
export const FollowupStep = Type.Object({
  day: Type.String({ description: 'Its first day, `YYYY-MM-DD`, by the clock of the shop.' }),
  weeks: Type.Boolean({ description: 'It is a week.' }),
  from: Instant,
  to: Instant,
  contacted: Type.Integer(),
  replied: Type.Integer(),
  ordered: Type.Integer(),
  paid: Type.Integer(),
});

/** A variant with what this buyer waits for. */
export const WishChoice = Type.Object({
  variantId: Id,
  options: Type.String(),
  priceMinor: Type.Integer(),
  currency: Currency,
  stock: Nullable(Type.Integer()),
  onSale: Type.Boolean(),
  back: Nullable({ ...Id, description: 'The wish to be told when it is back.' }),
  cheaper: Nullable({ ...Id, description: 'The wish to be told when it is cheaper.' }),
  belowMinor: Nullable(Type.Integer()),
});

/** Data of every `followup.…` event; never words. */
export const FollowupTold = Type.Object({
  followupId: Id,
  shopId: Id,
  buyerId: Id,
  reason: FollowupReason,
  state: FollowupState,
  assigneeId: Nullable(Id),
});

export const FollowupsFilled = Type.Object({ shopId: Id, count: Type.Integer() });

export const listFilter = {
  tab: Type.Optional(FollowupTab),
  shopId: Type.Optional(Id),
  reason: Type.Optional(FollowupReason),
  assignee: Type.Optional(Text(40, 1, 'An id, or `nobody`.')),
  buyerId: Type.Optional(Id),
  stage: Type.Optional(FollowupStage),
  by: Type.Optional(Text(40, 1, 'Contacted by this person, or `itself`.')),
  from: Type.Optional(Instant),
  to: Type.Optional(Instant),
};

export const channelsWanted = Type.Array(OutreachChannel, { minItems: 1, maxItems: 3 });

export type FollowupShape = Static<typeof Followup>;
export type FollowupSettingsShape = Static<typeof FollowupSettings>;
export type GreetingShape = Static<typeof Greeting>;
export type FollowupStepShape = Static<typeof FollowupStep>;
export type FollowupFunnelShape = Static<typeof FollowupFunnel>;
export type GreetingAudienceShape = Static<typeof GreetingAudience>;
export type FollowupWordsShape = Static<typeof FollowupWords>;
