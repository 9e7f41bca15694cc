import { Strict } from './endpoint.ts';
import { Currency, Id, Instant, Minor, Nullable, OneOf, type TSchema, Type } from './schema.ts';

/** A date of the shop's own calendar. */
export const Day = Type.String({
  pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$',
  description: "Date in the shop's time zone, YYYY-MM-DD.",
});

const ReplyKind = OneOf(['human', 'assist', 'ai', 'automation', 'echo'] as const);
const HourMinute = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$|^24:00$' });

/** Who is credited with what came of an enquiry. Whoever served the product goes first; where nobody did, who spoke in the shop. */
export const CreditRule = OneOf(
  ['last_sku', 'last_shop', 'first', 'even', 'rounds'] as const,
  'last_sku: who last served the product before the order. last_shop: who spoke last, whatever about. first: who served it first. even: all who served it alike. rounds: by the rounds each spoke in about it.',
);

/** How a profile reckons. */
export const ProfileRules = Strict({
  start: OneOf(
    ['first_message', 'handover', 'assignment'] as const,
    'When the clock starts; handover: anew when a robot hands over; assignment: not before the person had it.',
  ),
  stops: Type.Array(ReplyKind, {
    minItems: 1,
    maxItems: 20,
    uniqueItems: true,
    description: 'What stops it.',
  }),
  calendar: OneOf(['shop', 'always'] as const, 'shop: it rests while the shop is closed.'),
  window: Nullable(Strict({ from: HourMinute, until: HourMinute })),
  per: OneOf(
    ['round', 'session', 'strict_session'] as const,
    'What its rate counts; strict_session: every round of a session in time.',
  ),
  thresholdSeconds: Type.Integer({ minimum: 1, maximum: 86_400 }),
  target: Nullable(Type.Number({ minimum: 0, maximum: 1 })),
  dismissed: OneOf(
    ['excluded', 'missed'] as const,
    'Rounds a person closed because no answer was needed.',
  ),
  minSample: Type.Integer({ minimum: 1, maximum: 100_000 }),
  convertHours: Type.Integer({ minimum: 1, maximum: 360 }),
  credit: Type.Optional(CreditRule),
});

/** A way of reckoning, as it stands. */
export const Profile = Type.Object({
  id: Type.String(),
  name: Type.String(),
  secondHand: Type.Boolean({
    description: 'Told at second hand: to be checked against the back office of the marketplace.',
  }),
  versions: Type.Array(
    Type.Object({
      validFrom: Day,
      rules: ProfileRules,
      creditText: Type.String({
        description: 'Who is credited by these rules, in the reader’s words.',
      }),
    }),
  ),
});

export const Money = Type.Object({ currency: Currency, amountMinor: Minor });

/** A metric's number. */
export const Figure = Type.Object({
  metric: Type.String(),
  value: Nullable(
    Type.Number({
      description: 'Seconds, share or count; null: nothing to reckon from, or money.',
    }),
  ),
  sample: Type.Integer({ description: 'How many facts stand behind it.' }),
  stats: Nullable(
    Type.Object({ median: Type.Integer(), p90: Type.Integer(), p95: Type.Integer() }),
  ),
  amounts: Type.Array(Money),
});

/** A metric and its one definition. */
export const Metric = Type.Object({
  id: Type.String(),
  unit: OneOf(['seconds', 'share', 'count', 'money'] as const),
  better: Nullable(OneOf(['low', 'high'] as const)),
  name: Type.String(),
  definition: Type.String(),
  rows: OneOf(['rounds', 'sessions', 'enquiries', 'acts'] as const),
});

/** Which numbers: days, shop, person, profile. */
export const Scope = {
  from: Day,
  to: Day,
  shopId: Type.Optional(Id),
  memberId: Type.Optional(
    Type.Unsafe<string>({ ...Id, description: 'One person; without insight.read only oneself.' }),
  ),
  profile: Type.Optional(Type.String({ maxLength: 60 })),
};

export const Report = Type.Object({
  from: Day,
  to: Day,
  before: Type.Object({ from: Day, to: Day }, { description: 'The days just before, as many.' }),
  profile: Profile,
  figures: Type.Array(Figure),
  figuresBefore: Type.Array(Figure),
  days: Type.Array(Type.Object({ day: Day, figure: Figure }), {
    description: 'The metric asked for by `trend`, day by day.',
  }),
  hours: Type.Array(
    Type.Object({
      weekday: Type.Integer({ description: '1 Monday … 7 Sunday.' }),
      hour: Type.Integer(),
      rounds: Type.Integer(),
      unanswered: Type.Integer(),
      seconds: Nullable(Type.Number({ description: 'Mean until the answer.' })),
    }),
    { description: 'Empty for one person.' },
  ),
  distribution: Type.Array(
    Type.Object({
      upTo: Nullable(Type.Integer({ description: 'Seconds; null: longer.' })),
      count: Type.Integer(),
    }),
    { description: 'Of the answers to rounds.' },
  ),
});

/** One line of a table. */
const line = <P extends Record<string, TSchema>>(fields: P) =>
  Type.Object({ ...fields, figures: Type.Array(Figure) });

export const PersonFigures = line({
  memberId: Nullable(Id),
  name: Type.String({ description: 'Empty for whoever is no person: the queue and robots.' }),
  rank: Nullable(Type.Integer({ description: 'Place by the metric asked for, from 1.' })),
  tooFew: Type.Boolean({ description: 'Too few facts to be ranked.' }),
});

/** Counts of enquiries: a share of one counts as that share. */
const outcome = {
  asked: Type.Number(),
  ordered: Type.Number(),
  paid: Type.Number(),
  reversed: Type.Number(),
  amounts: Type.Array(Money),
};

export const Breakdown = Type.Object({
  id: Nullable(Id),
  name: Type.String(),
  uses: Type.Integer({ description: 'Of a script: how often it was sent. Otherwise 0.' }),
  edited: Nullable(
    Type.Number({ description: 'Of a script: share of the words changed, on average.' }),
  ),
  ...outcome,
});

/** Why a person is credited with this part of an enquiry. */
export const Credit = Type.Object({
  rule: CreditRule,
  by: OneOf(
    ['product', 'shop', 'nobody'] as const,
    'product: they served it. shop: nobody had served it, they spoke with the buyer. nobody: no person had spoken before the order.',
  ),
  share: Type.Number({ description: 'Of the enquiry; the shares of one add up to 1.' }),
  rounds: Type.Integer({ description: 'In how many rounds they had spoken about it by then.' }),
  lastAt: Nullable(Instant),
  why: Nullable(
    OneOf(
      ['page', 'card', 'link', 'words', 'order', 'coupon'] as const,
      'What told that the product was talked about.',
    ),
  ),
});

/** A fact behind a number. */
export const InsightRow = Type.Object({
  kind: OneOf(['rounds', 'sessions', 'enquiries', 'acts'] as const),
  at: Instant,
  shopId: Id,
  conversationId: Nullable(Id),
  messageId: Nullable(Id),
  messageSeq: Nullable(Type.Integer()),
  orderId: Nullable(Id),
  memberId: Nullable(Id),
  memberName: Type.String(),
  buyerName: Type.String({ description: 'Empty where the reader may not see buyers.' }),
  state: Type.String(),
  seconds: Nullable(Type.Integer({ description: 'As the profile reckons it.' })),
  amountMinor: Nullable(Minor),
  currency: Nullable(Type.String()),
  productId: Nullable(Id),
  productName: Type.String({ description: 'Empty where no product was asked about by name.' }),
  credit: Nullable(Credit),
});

export const BoardConversation = Type.Object({
  id: Id,
  shopId: Id,
  assigneeId: Nullable(Id),
  state: OneOf(['open', 'pending', 'snoozed'] as const),
  waitingSince: Nullable(Instant),
});

export const Board = Type.Object({
  at: Instant,
  conversations: Type.Array(BoardConversation),
  shops: Type.Array(
    Type.Object({ id: Id, name: Type.String(), answerPromiseSeconds: Type.Integer() }),
  ),
});

export const InsightSettings = Type.Object({
  profile: Type.String({ maxLength: 60 }),
  rankVisible: Type.Boolean(),
});

export const SpecialDay = Strict({
  date: Day,
  name: Type.String({ maxLength: 60 }),
  hours: Type.Array(Strict({ from: HourMinute, until: HourMinute }), {
    maxItems: 6,
    description: 'None: closed all day.',
  }),
});

export const Statement = Type.Object({
  shopId: Id,
  month: Day,
  profile: Type.String(),
  memberId: Nullable(Id),
  name: Type.String(),
  version: Type.Integer({ description: '1: as the month was closed; each later change is a row.' }),
  at: Instant,
  ...outcome,
  creditText: Type.String({
    description: 'Who was credited by the rules this month was closed with.',
  }),
});
