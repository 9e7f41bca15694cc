import type { shops } from '@guitai/contract';

export type OrderRules = shops.OrderRulesShape;
/** Rules as they are kept: only what was set. */
export type SetRules = Partial<OrderRules>;

type Reason = OrderRules['cancel']['reasons'][number];

const reasons = (...codes: string[]): Reason[] => codes.map((code) => ({ code, text: '' }));

const unshipped = ['placed', 'paid', 'preparing'] as const;
const paidUnshipped = ['paid', 'preparing'] as const;
const arrived = ['delivered', 'received', 'completed'] as const;
const sent = ['shipped', 'partly_shipped', ...arrived] as const;

const caseRule = {
  states: [...arrived],
  windowDays: 15,
  onePerOrder: false,
  refundTo: 'original',
} as const;

/** What a shop allows while it has set nothing. */
export const defaultRules: OrderRules = {
  cancel: {
    states: [...unshipped],
    reasons: reasons(
      'no_longer_needed',
      'ordered_by_mistake',
      'wrong_address',
      'found_cheaper',
      'delivery_too_slow',
      'out_of_stock',
      'other',
    ),
    lines: true,
    buyerStates: ['placed'],
  },
  changeAddress: { states: [...unshipped], buyerStates: ['placed', 'paid'] },
  changeItems: {
    states: [...unshipped],
    times: 0,
    sameProduct: true,
    exchangeList: false,
    exchangeTopic: '可换货商品',
    quantity: true,
    chargeTo: 'any',
  },
  changePaymentMethod: { states: [...paidUnshipped] },
  amounts: { unpaidStates: ['placed'], paidStates: [...paidUnshipped, 'partly_shipped'] },
  refund: {
    states: [...paidUnshipped, ...sent, 'returned'],
    reasons: reasons(
      'not_as_described',
      'damaged',
      'missing_parts',
      'late_delivery',
      'price_difference',
      'agreed',
      'other',
    ),
    windowDays: null,
    toBalance: false,
    decisionHours: 48,
  },
  return: {
    ...caseRule,
    states: [...arrived],
    windowDays: 7,
    reasons: reasons('no_reason', 'not_as_described', 'damaged', 'wrong_item', 'other'),
  },
  exchange: {
    ...caseRule,
    states: [...arrived],
    reasons: reasons('wrong_size', 'damaged', 'wrong_item', 'other'),
  },
  repair: {
    ...caseRule,
    states: [...arrived],
    windowDays: 365,
    reasons: reasons('defective', 'other'),
  },
  resend: {
    ...caseRule,
    states: ['partly_shipped', 'shipped', ...arrived],
    reasons: reasons('missing_parts', 'lost', 'wrong_item', 'other'),
  },
  compensate: {
    ...caseRule,
    states: [...paidUnshipped, ...sent],
    windowDays: 30,
    reasons: reasons('damaged', 'late_delivery', 'missing_parts', 'agreed', 'other'),
  },
  principles: { exchangeFirst: true, returnSecond: true, unclearIsOurs: true },
  goodwill: { oncePerOrder: true },
  priceProtection: { states: [...paidUnshipped, ...sent], windowDays: 30 },
  reviewCashback: { states: [...arrived], amountMinor: 500, proof: true },
  invoice: { states: [...paidUnshipped, ...sent] },
  appointment: { states: [...paidUnshipped, ...sent] },
  urgent: { states: [...unshipped] },
  closeUnpaidMinutes: 1440,
  autoReceiveDays: 10,
  completeDays: 7,
  lowStock: 5,
  confirmBeforeAct: false,
};

const merged = (standard: unknown, set: unknown): unknown =>
  typeof standard === 'object' && standard !== null && !Array.isArray(standard)
    ? { ...standard, ...(set as object) }
    : set;

/** The rules in force: each as it was set, what it leaves open and what was never set from the defaults. */
export const rulesOf = (set: SetRules = {}): OrderRules =>
  Object.fromEntries(
    Object.entries(defaultRules).map(([name, standard]) => {
      const own = set[name as keyof OrderRules];
      return [name, own === undefined ? standard : merged(standard, own)];
    }),
  ) as OrderRules;

/** Reasons whose code stands twice, by rule; no reason may be ambiguous. */
export const twiceIn = (set: SetRules): string | undefined =>
  Object.values(set)
    .flatMap((rule) => (rule && typeof rule === 'object' && 'reasons' in rule ? [rule] : []))
    .flatMap((rule) => {
      const codes = rule.reasons.map((reason) => reason.code);
      return codes.filter((code, n) => codes.indexOf(code) !== n);
    })[0];
