/** Who decides in whose place. */
export interface Deputing {
  readonly from: string;
  readonly to: string;
}

/**
 * Everybody a person stands in for, the person first: whoever named the person deputy, and whoever named those, nearest
 * first. A ring of deputies ends where it began: each in it stands in for all, nobody is asked twice.
 */
export function standsInFor(delegations: readonly Deputing[], person: string): string[] {
  const found = new Set([person]);
  for (const one of found) {
    for (const { from, to } of delegations) if (to === one) found.add(from);
  }
  return [...found];
}
