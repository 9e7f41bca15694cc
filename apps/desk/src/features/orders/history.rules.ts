import type { orders } from '@guitai/contract';

type Step = orders.OrderCardShape['timeline'][number];

/** One thing in the history of an order: something that happened, or something somebody did. */
export type Happening =
  | { readonly at: string | null; readonly step: Step; readonly act?: undefined }
  | { readonly at: string; readonly act: orders.OrderActShape; readonly step?: undefined };

/** Steps that an act of the same kind tells better: with who, why and what became of it. */
const told: Partial<Record<Step['code'], readonly orders.OrderActKindWord[]>> = {
  paid: ['paid'],
  preparing: ['prepared'],
  shipped: ['shipped'],
  delivered: ['delivered'],
  received: ['received'],
  completed: ['completed'],
  cancelled: ['cancelled'],
  closed_unpaid: ['closed_unpaid'],
  address_changed: ['address_changed'],
  refunded: [
    'refunded',
    'cancelled',
    'lines_cancelled',
    'items_changed',
    'goodwill_paid',
    'price_protected',
    'cashback_paid',
    'compensated',
    'postage_changed',
    'price_changed',
    'discount_changed',
    'coupon_applied',
    'payment_method_changed',
  ],
};

const near = 120_000;

const tells = (step: Step, act: orders.OrderActShape): boolean =>
  told[step.code]?.includes(act.kind) === true &&
  (step.at === null ||
    [act.at, act.settledAt].some(
      (at) => at !== null && Math.abs(Date.parse(at) - Date.parse(step.at ?? at)) <= near,
    ));

/** Steps and acts in one line, oldest first; each thing once. Steps without a time keep their place. */
export function historyOf(
  steps: readonly Step[],
  acts: readonly orders.OrderActShape[],
): Happening[] {
  const line: Happening[] = steps
    .filter((step) => !acts.some((act) => tells(step, act)))
    .map((step) => ({ at: step.at, step }));
  const oldestFirst = [...acts].sort((a, b) => (a.at < b.at ? -1 : 1));
  for (const act of oldestFirst) {
    const after = line.findLastIndex(({ at }) => at !== null && at <= act.at);
    line.splice(after + 1, 0, { at: act.at, act });
  }
  return line;
}
