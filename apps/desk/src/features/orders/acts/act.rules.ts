import type { orders } from '@guitai/contract';

type Totals = orders.OrderCardShape['totals'];

/** A figure of the order that an act changes. */
export interface Change {
  readonly what: 'goods' | 'discount' | 'postage' | 'total' | 'due';
  readonly from: number;
  readonly to: number;
}

/** Which figures of an order differ, in the order in which they are reckoned. */
export function changesOf(before: Totals, after: Totals): Change[] {
  const figures = [
    ['goods', before.goodsMinor, after.goodsMinor],
    ['discount', before.discountMinor, after.discountMinor],
    ['postage', before.postageMinor, after.postageMinor],
    ['total', before.totalMinor, after.totalMinor],
    ['due', before.dueMinor, after.dueMinor],
  ] as const;
  return figures.flatMap(([what, from, to]) => (from === to ? [] : [{ what, from, to }]));
}

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
