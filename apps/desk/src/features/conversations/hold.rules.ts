interface Row {
  readonly id: string;
}

/** Where the open row stood when it was opened. */
export interface Held {
  readonly id: string;
  readonly at: number;
}

/** Keeps the open row where it was opened, whatever order the others take: nothing jumps under the hand. */
export function hold<R extends Row>(
  items: readonly R[],
  held: Held | undefined,
  known: R | undefined,
): readonly R[] {
  if (!held) return items;
  const now = items.findIndex(({ id }) => id === held.id);
  if (now === held.at) return items;
  const row = items[now] ?? known;
  if (!row) return items;
  const others = items.filter(({ id }) => id !== held.id);
  return others.toSpliced(Math.min(held.at, others.length), 0, row);
}
