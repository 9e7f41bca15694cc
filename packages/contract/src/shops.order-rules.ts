/** What a shop allows to be done to its orders, and when: settings with defaults, never constants. */
import { Strict } from './endpoint.ts';
import { OrderStatus } from './orders.words.ts';
import { Nullable, OneOf, type Static, Text, type TSchema, Type } from './schema.ts';

const States = Type.Array(OrderStatus, {
  maxItems: 11,
  uniqueItems: true,
  description: 'Statuses of the order in which it is allowed; none: never.',
});

const BuyerStates = Type.Optional(
  Type.Array(OrderStatus, {
    maxItems: 11,
    uniqueItems: true,
    description: 'Statuses in which buyers may do it alone in the chat; none: never.',
  }),
);

/** A reason people choose from. */
export const RuleReason = Strict({
  code: Type.String({ pattern: '^[a-z0-9_]{1,60}$' }),
  text: Text(200, 0, "For people; empty: the product's own words for this code."),
});

const Reasons = Type.Array(RuleReason, { maxItems: 50 });

const Days = Nullable(
  Type.Integer({ minimum: 0, maximum: 3650, description: 'Null: without an end.' }),
);

const CaseRule = Strict({
  states: States,
  reasons: Reasons,
  windowDays: Days,
  onePerOrder: Type.Boolean({ description: 'Only one case of this kind per order.' }),
  refundTo: OneOf(['original', 'original_or_gift_card', 'any_balance'] as const),
});

/** The rule of each act. */
export const orderRuleFields = {
  cancel: Strict({
    states: States,
    reasons: Reasons,
    lines: Type.Boolean({ description: 'Whether single lines can be cancelled.' }),
    buyerStates: BuyerStates,
  }),
  changeAddress: Strict({ states: States, buyerStates: BuyerStates }),
  changeItems: Strict({
    states: States,
    times: Type.Integer({ minimum: 0, maximum: 100, description: 'Per order; 0: any number.' }),
    sameProduct: Type.Boolean({ description: 'Only to other variants of the same product.' }),
    exchangeList: Type.Boolean({
      description: "Also to the products on the product's exchange list.",
    }),
    exchangeTopic: Text(60, 0, 'Topic of the knowledge text that is the exchange list.'),
    quantity: Type.Boolean({ description: 'Whether quantities may change.' }),
    chargeTo: OneOf(['any', 'balance'] as const, 'What may bear a difference.'),
  }),
  changePaymentMethod: Strict({ states: States }),
  amounts: Strict({ unpaidStates: States, paidStates: States }),
  refund: Strict({
    states: States,
    reasons: Reasons,
    windowDays: Days,
    toBalance: Type.Boolean({ description: 'May go to a balance of the buyer.' }),
    decisionHours: Type.Integer({ minimum: 1, maximum: 8760 }),
  }),
  return: CaseRule,
  exchange: CaseRule,
  repair: CaseRule,
  resend: CaseRule,
  compensate: CaseRule,
  principles: Strict({
    exchangeFirst: Type.Boolean({ description: 'What may be exchanged is exchanged.' }),
    returnSecond: Type.Boolean({ description: 'What may be returned is returned.' }),
    unclearIsOurs: Type.Boolean({ description: 'Where the fault is unclear it is ours.' }),
  }),
  goodwill: Strict({ oncePerOrder: Type.Boolean() }),
  priceProtection: Strict({ states: States, windowDays: Days }),
  reviewCashback: Strict({
    states: States,
    amountMinor: Type.Integer({ minimum: 0, maximum: 1_000_000_000 }),
    proof: Type.Boolean({ description: 'A picture or a link is needed.' }),
  }),
  invoice: Strict({ states: States }),
  appointment: Strict({ states: States }),
  urgent: Strict({ states: States }),
  closeUnpaidMinutes: Nullable(Type.Integer({ minimum: 1, maximum: 525_600 })),
  autoReceiveDays: Days,
  completeDays: Days,
  lowStock: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
  confirmBeforeAct: Type.Boolean({
    description: 'The buyer confirms before anything is changed: staff are reminded to ask.',
  }),
} as const satisfies Record<string, TSchema>;

export const OrderRules = Type.Object(orderRuleFields);

/** A change of the rules: each given rule takes the place of the one before, the others stay. */
export const OrderRulesChange = Type.Partial(Strict(orderRuleFields), {
  additionalProperties: false,
});

export type OrderRulesShape = Static<typeof OrderRules>;
