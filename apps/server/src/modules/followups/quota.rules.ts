/** What may be told of, as things stand. */
export interface Standing {
  /** Pieces left; null: not counted. */
  readonly stock: number | null;
  readonly onSale: boolean;
  readonly priceMinor: number;
}

/** Whether what a buyer waits for is so. */
export function holds(
  wish: { readonly reason: 'back' | 'cheaper'; readonly belowMinor: number | null },
  now: Standing,
): boolean {
  if (!now.onSale || (now.stock !== null && now.stock <= 0)) return false;
  return wish.reason === 'back' || now.priceMinor <= (wish.belowMinor ?? -1);
}

/**
 * How many more may be told: so many for each piece, less those who are being told and those who were told lately and may
 * still buy. Without a count everybody may be.
 */
export function quota(
  stock: number | null,
  factor: number,
  { telling, holding }: { readonly telling: number; readonly holding: number },
): number {
  if (stock === null) return Number.POSITIVE_INFINITY;
  return Math.max(0, stock * factor - telling - holding);
}
