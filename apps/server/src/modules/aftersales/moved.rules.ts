import type { MoneyPart } from '../orders/index.ts';

/** Money that moved, as an act keeps it: without references and without the buyer's data. */
export function movedOf(parts: readonly MoneyPart[], sign: 1 | -1) {
  return {
    amountMinor: sign * parts.reduce((sum, part) => sum + part.amountMinor, 0),
    state: parts.some((part) => part.state === 'pending')
      ? ('pending' as const)
      : ('done' as const),
    parts: parts.map(({ methodKind, label, amountMinor, state }) => ({
      methodKind,
      label,
      amountMinor,
      state,
    })),
  };
}

export type Moved = ReturnType<typeof movedOf>;

/** No money was due. */
export const nothingMoved: Moved = { amountMinor: 0, state: 'done', parts: [] };
