import type { orders } from '@guitai/contract';

type Totals = orders.OrderCardShape['totals'];
type Act = orders.OrderActShape;

/** A figure of the order that an act changes. */
export interface Change {
  readonly what: 'discount' | 'postage' | 'total' | 'due';
  readonly from: number;
  readonly to: number;
}

/** Which figures of an order an act changes, as its row foretells it; in the order in which they are reckoned. */
export function changesOf(
  totals: Totals,
  { kind, params }: Pick<Act, 'kind' | 'params'>,
): Change[] {
  const total = totalAfter(totals, params);
  const parts = { postage_changed: 'postage', discount_changed: 'discount' } as const;
  const part = kind in parts ? parts[kind as keyof typeof parts] : undefined;
  const unpaid = totals.paidMinor === 0 && totals.dueMinor > 0;
  return [
    ...(part ? change(part, params.fromMinor, params.toMinor) : []),
    ...change('total', totals.totalMinor, total),
    ...(unpaid ? change('due', totals.dueMinor, totals.dueMinor + total - totals.totalMinor) : []),
  ];
}

const totalAfter = ({ totalMinor }: Totals, params: Act['params']): number => {
  if (typeof params.totalMinor === 'number') return params.totalMinor;
  return totalMinor + (typeof params.differenceMinor === 'number' ? params.differenceMinor : 0);
};

const change = (what: Change['what'], from: unknown, to: unknown): Change[] =>
  typeof from === 'number' && typeof to === 'number' && from !== to ? [{ what, from, to }] : [];

/** One payment's part of money that moves. */
export interface Part {
  readonly methodKind: orders.PaymentKindWord;
  readonly label: string;
  readonly amountMinor: number;
  /** pending: a gateway or a person has still to move it. */
  readonly state: string;
  readonly charged: boolean;
}

type Params = Readonly<Record<string, unknown>>;

const partsIn = (value: unknown, charged: boolean): Part[] =>
  Array.isArray(value)
    ? value.flatMap((one: Partial<Part> | null) =>
        one && typeof one.amountMinor === 'number'
          ? [
              {
                methodKind: one.methodKind ?? 'other',
                label: one.label ?? '',
                amountMinor: one.amountMinor,
                state: one.state ?? 'done',
                charged,
              },
            ]
          : [],
      )
    : [];

/** What goes back to which method and what is charged to which, as the act's row tells it. */
export const partsOf = ({
  params,
  amountMinor,
}: {
  params: Params;
  amountMinor: number | null;
}): Part[] => [
  ...partsIn(params.parts, (amountMinor ?? 0) < 0),
  ...partsIn(params.from, false),
  ...partsIn(params.to, true),
];

/** Amounts that are often wanted in place of the present one, each once, never what stands there. */
export function quickAmounts(now: number, steps: readonly number[], unit: number): number[] {
  const wanted = [0, ...steps.map((step) => now - step * unit)];
  return [...new Set(wanted)].filter((minor) => minor >= 0 && minor !== now);
}
