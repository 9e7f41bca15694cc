import {
  ActionResult,
  CareChannel,
  CarePreset,
  RuleFact,
  RuleOperator,
  RuleState,
  RuleStop,
  RuleTrigger,
  RunState,
} from './automation.words.ts';
import { Strict } from './endpoint.ts';
import {
  Can,
  Id,
  Instant,
  Nullable,
  OneOf,
  type Static,
  Text,
  type TSchema,
  Type,
} from './schema.ts';

export * from './automation.words.ts';

/** One question about one fact. */
export const RuleAsk = Strict({
  fact: RuleFact,
  is: RuleOperator,
  value: Type.Union([
    Type.Number({ minimum: -1e15, maximum: 1e15 }),
    Type.Boolean(),
    Text(200),
    Type.Array(Text(200), { maxItems: 50 }),
  ]),
});
export type RuleAsk = Static<typeof RuleAsk>;

const group = <T extends TSchema>(parts: T) =>
  Strict({ match: OneOf(['all', 'any'] as const), of: Type.Array(parts, { maxItems: 20 }) });

const inner = group(RuleAsk);
const middle = group(Type.Union([RuleAsk, inner]));

/** Questions joined by and/or, nested up to three deep. Without any: always. */
export const RuleConditions = group(Type.Union([RuleAsk, middle]));

/** The same, as code reads it: without the bound of its depth. */
export interface RuleGroup {
  match: 'all' | 'any';
  of: (RuleAsk | RuleGroup)[];
}

const Texts = Strict({
  'zh-CN': Text(1000, 0, 'Simplified Chinese.'),
  'zh-TW': Text(1000, 0, 'Traditional Chinese as written in Taiwan.'),
  en: Text(1000, 0, 'English.'),
});

/** One wording; of several each recipient gets the same one each time. */
export const TextVariant = Strict({ name: Text(20, 1), texts: Texts });
export type TextVariant = Static<typeof TextVariant>;

const ways = Type.Array(CareChannel, {
  minItems: 1,
  maxItems: 3,
  uniqueItems: true,
  description: 'The way wished for, then what to fall back to.',
});

export const SendAction = Strict({
  do: Type.Literal('send'),
  topic: OneOf(['service', 'marketing'] as const, 'marketing needs consent and counts in the cap.'),
  channels: ways,
  variants: Type.Array(TextVariant, { minItems: 1, maxItems: 5 }),
  card: Type.Boolean({ description: 'In the chat: as a card with the order beside the words.' }),
});

export const RuleAction = Type.Union([
  SendAction,
  Strict({
    do: Type.Literal('tag'),
    add: Type.Array(Text(40, 1), { maxItems: 10 }),
    remove: Type.Array(Text(40, 1), { maxItems: 10 }),
  }),
  Strict({ do: Type.Literal('note'), text: Text(1000, 1) }),
  Strict({
    do: Type.Literal('assign'),
    memberId: Nullable(Type.Unsafe<string>({ ...Id, description: 'Null: back to the queue.' })),
  }),
  Strict({ do: Type.Literal('urgent') }),
  Strict({
    do: Type.Literal('task'),
    title: Text(200, 1),
    assigneeId: Nullable(Id),
    dueMinutes: Nullable(Type.Integer({ minimum: 1, maximum: 525_600 })),
    priority: OneOf(['normal', 'high'] as const),
  }),
  Strict({
    do: Type.Literal('notify'),
    memberIds: Type.Array(Id, { minItems: 1, maxItems: 20 }),
  }),
  Strict({
    do: Type.Literal('coupon'),
    templateId: Id,
    channels: ways,
    variants: Type.Array(TextVariant, {
      minItems: 1,
      maxItems: 5,
      description: 'Go with the coupon; `{coupon}` stands for it. Advertising: needs consent.',
    }),
  }),
  Strict({
    do: Type.Literal('webhook'),
    name: Text(
      60,
      1,
      'Told to webhooks as `rule.ran` with this name and the message that set it off.',
    ),
  }),
]);
export type RuleAction = Static<typeof RuleAction>;

/** What a rule is made of; every change of it is a new version. */
export const RuleDefinition = Strict({
  trigger: RuleTrigger,
  delayMinutes: Type.Integer({
    minimum: 0,
    maximum: 525_600,
    description: 'Minutes after the trigger; asked anew when they are over.',
  }),
  schedule: Nullable(
    Strict({
      at: Type.String({
        pattern: '^([01]\\d|2[0-3]):[0-5]\\d$',
        description: 'HH:MM in the shop.',
      }),
      weekdays: Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), {
        minItems: 1,
        maxItems: 7,
        uniqueItems: true,
        description: '1 Monday … 7 Sunday.',
      }),
      of: OneOf(['orders', 'conversations'] as const),
    }),
  ),
  conditions: RuleConditions,
  actions: Type.Array(RuleAction, { minItems: 1, maxItems: 10 }),
  stopOnMatch: Type.Boolean({ description: 'No later rule hears of the same happening.' }),
  repeatMinutes: Nullable(
    Type.Integer({
      minimum: 10,
      maximum: 525_600,
      description: 'Again for the same order or conversation, but not within so many minutes.',
    }),
  ),
});
export type RuleDefinition = Static<typeof RuleDefinition>;

const Count = Type.Integer({ minimum: 0 });

/** Who a rule acts for: it does only what that person or program may do by hand. Null: the product itself, ready-made. */
export const RuleAuthor = Nullable(
  Type.Object({ kind: OneOf(['member', 'key'] as const), name: Type.String() }),
);

/** What came of a rule so far. */
export const RuleResults = Type.Object({
  matched: Count,
  planned: Count,
  sent: Count,
  delivered: Count,
  failed: Count,
  unknown: Count,
  skipped: Count,
  replied: Count,
  converted: Type.Integer({
    description: 'Paid within 24 h of the message, not given back since.',
  }),
  optedOut: Count,
});
export type RuleResults = Static<typeof RuleResults>;

export const Rule = Type.Object({
  id: Id,
  shopId: Id,
  preset: Nullable(CarePreset),
  name: Type.String(),
  position: Type.Integer(),
  state: RuleState,
  stopped: Nullable(
    Type.Object({
      why: RuleStop,
      at: Instant,
      detail: Type.String({ description: 'e.g. the rules of the loop by name.' }),
    }),
  ),
  version: Type.Integer(),
  definition: RuleDefinition,
  waiting: Type.Integer({ description: 'Runs planned and not due yet.' }),
  results: RuleResults,
  variants: Type.Array(
    Type.Object({ name: Type.String(), sent: Count, replied: Count, converted: Type.Integer() }),
  ),
  author: RuleAuthor,
  updatedAt: Instant,
  can: Can,
});
export type Rule = Static<typeof Rule>;

export const RuleVersion = Type.Object({
  version: Type.Integer(),
  name: Type.String(),
  definition: RuleDefinition,
  byName: Type.String(),
  at: Instant,
});

export const RunAction = Type.Object({
  do: Type.String(),
  result: ActionResult,
  detail: Type.String({ description: 'Refusal code, channel or text, e.g. of a trial.' }),
  messageId: Type.Optional(Id),
  variant: Type.Optional(Type.String()),
});
export type RunAction = Static<typeof RunAction>;

/** One run of a rule for one order or conversation. */
export const RuleRun = Type.Object({
  id: Id,
  ruleId: Id,
  ruleName: Type.String(),
  version: Type.Integer(),
  trigger: RuleTrigger,
  orderId: Nullable(Id),
  orderNumber: Nullable(Type.String()),
  conversationId: Nullable(Id),
  buyerName: Type.String(),
  state: RunState,
  why: Type.String({ description: 'Code of why it was skipped; empty otherwise.' }),
  facts: Type.Record(Type.String(), Type.Unknown()),
  actions: Type.Array(RunAction),
  dueAt: Instant,
  decidedAt: Nullable(Instant),
});
export type RuleRun = Static<typeof RuleRun>;

/** What a rule would do for one order or conversation. */
export const TrialRow = Type.Object({
  orderId: Nullable(Id),
  orderNumber: Nullable(Type.String()),
  conversationId: Nullable(Id),
  buyerName: Type.String(),
  matches: Type.Boolean(),
  failing: Type.Array(Type.Object({ fact: RuleFact, found: Type.String() }), {
    description: 'What of the conditions does not hold.',
  }),
  actions: Type.Array(RunAction),
});

/** Data of `rule.ran`: a rule matched and was carried out. */
export const RuleRan = Type.Object({
  runId: Id,
  ruleId: Id,
  ruleName: Type.String(),
  version: Type.Integer(),
  shopId: Id,
  orderId: Nullable(Id),
  conversationId: Nullable(Id),
  messageId: Nullable(Id),
  calls: Type.Array(Type.String(), { description: 'Names of its webhook actions.' }),
});

/** Data of `rule.stopped` and `rule.changed`. */
export const RuleTold = Type.Object({ ruleId: Id, shopId: Id, why: Type.String() });

export type RuleRunShape = Static<typeof RuleRun>;
export type TrialRowShape = Static<typeof TrialRow>;
