/** An exchange about to be settled, in minor units. */
interface Exchanged {
  /** What the new goods are worth. */
  readonly worthMinor: number;
  /** Above zero: to the buyer; below: from them. */
  readonly amountMinor: number;
  /** Whether a difference the buyer owes is paid with the settlement, from a balance. */
  readonly paidAtOnce: boolean;
  /** Whether somebody else than who settles says that the old goods came back. */
  readonly witnessed: boolean;
}

/**
 * What the shop gives with goods that leave: a difference nobody has paid yet, and all of them where nobody but their sender
 * saw the old ones come back.
 */
export function givenWith({ worthMinor, amountMinor, paidAtOnce, witnessed }: Exchanged): number {
  const backMinor = Math.max(amountMinor, 0);
  const owedMinor = Math.max(-amountMinor, 0);
  if (!witnessed) return worthMinor + backMinor - (paidAtOnce ? owedMinor : 0);
  return paidAtOnce ? 0 : owedMinor;
}

/** What the new goods of an exchange are worth. */
export const worthOfNew = (
  lines: readonly {
    readonly quantity: number;
    readonly unitMinor: number;
    readonly newUnitMinor: number | null;
  }[],
): number =>
  lines.reduce((sum, line) => sum + line.quantity * (line.newUnitMinor ?? line.unitMinor), 0);
