/** The closed vocabulary of rules: what sets them off, what they may ask, what they may do. */
import { OneOf, type Static } from './schema.ts';

/** What sets a rule off. */
export const RuleTrigger = OneOf(
  [
    'order.placed',
    'order.paid',
    'order.shipped',
    'order.out_for_delivery',
    'order.delivered',
    'order.received',
    'order.refund_asked',
    'order.refunded',
    'order.cancelled',
    'order.reviewed',
    'conversation.opened',
    'conversation.buyer_wrote',
    'conversation.unanswered',
    'conversation.quiet',
    'conversation.assigned',
    'conversation.closed',
    'schedule',
  ] as const,
  'unanswered: the buyer waits for a person. quiet: the buyer has not answered a person. schedule: a time of day in the shop.',
);
export type RuleTrigger = Static<typeof RuleTrigger>;

/** Facts of one snapshot a condition may ask, each with its type. */
export const ruleFacts = {
  'order.status': 'word',
  'order.source': 'word',
  'order.totalMinor': 'number',
  'order.dueMinor': 'number',
  'order.ageMinutes': 'number',
  'order.reminded': 'truth',
  'order.reviewed': 'truth',
  'order.title': 'text',
  'buyer.name': 'text',
  'buyer.tags': 'set',
  'buyer.level': 'text',
  'buyer.friendliness': 'number',
  'buyer.orders': 'number',
  'buyer.spentMinor': 'number',
  'buyer.blocked': 'truth',
  'buyer.language': 'word',
  'conversation.state': 'word',
  'conversation.assigned': 'truth',
  'conversation.waitingMinutes': 'number',
  'message.text': 'text',
  'parcel.status': 'word',
  'parcel.carrier': 'text',
  'time.hour': 'number',
  'time.weekday': 'number',
  'shop.open': 'truth',
} as const;
export type RuleFactName = keyof typeof ruleFacts;
export type RuleFactType = (typeof ruleFacts)[RuleFactName];

/** What may be asked of a fact of each type. */
export const ruleOperators = {
  number: ['is', 'is_not', 'below', 'at_most', 'above', 'at_least'],
  word: ['is', 'is_not', 'one_of', 'none_of'],
  text: ['is', 'is_not', 'contains', 'lacks'],
  set: ['has', 'has_not'],
  truth: ['is'],
} as const satisfies Record<RuleFactType, readonly string[]>;

export const RuleFact = OneOf(Object.keys(ruleFacts) as RuleFactName[]);
export const RuleOperator = OneOf([
  'is',
  'is_not',
  'below',
  'at_most',
  'above',
  'at_least',
  'one_of',
  'none_of',
  'contains',
  'lacks',
  'has',
  'has_not',
] as const);
export type RuleOperator = Static<typeof RuleOperator>;

/** Ways to the buyer. */
export const CareChannel = OneOf(['chat', 'sms', 'mail'] as const);

/** The ready-made rules of order care; each shop has every one of them, off until switched on. */
export const carePresets = [
  'unpaid',
  'paid',
  'shipped',
  'out_for_delivery',
  'delivered',
  'please_confirm',
  'reassurance',
  'review_invite',
  'review_thanks',
] as const;
export const CarePreset = OneOf(carePresets);
export type CarePreset = Static<typeof CarePreset>;

/** Words in a text that stand for something of the order; `{word|instead}` says what stands there when it is missing. */
export const careVariables = [
  'buyer',
  'order',
  'amount',
  'due',
  'carrier',
  'tracking',
  'shop',
  'product',
  'link',
] as const;
export type CareVariable = (typeof careVariables)[number];

export const RuleState = OneOf(
  ['on', 'paused', 'off'] as const,
  'paused: what is planned waits. off: what is planned is dropped when it becomes due.',
);

/** Why the product paused a rule by itself. */
export const RuleStop = OneOf(
  ['loop', 'depth', 'member_gone', 'author_gone', 'author_lost'] as const,
  'member_gone: it names somebody who left. author_gone: who it acts for left. author_lost: may no longer do what it does.',
);
export type RuleStopWord = Static<typeof RuleStop>;

/** What became of one run. */
export const RunState = OneOf(
  ['planned', 'done', 'not_matched', 'skipped', 'failed'] as const,
  'done: matched and carried out. skipped: not asked any more, `why` says why. failed: an action was refused.',
);
export type RunStateWord = Static<typeof RunState>;

export const ActionResult = OneOf(['done', 'refused', 'not_reached', 'would'] as const);
