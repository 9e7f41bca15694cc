/** Money is a whole number of minor units (fen, cents) of one currency; nothing here touches a fraction. */

const exponents = new Map<string, number>();

/** Digits after the point: CNY 2, JPY 0, KWD 3. Throws RangeError for what is no ISO 4217 code. */
export function exponentOf(currency: string): number {
  const known = exponents.get(currency);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  exponents.set(currency, digits);
  return digits;
}

const decimal = /^(0|[1-9]\d*)(?:\.(\d+))?$/;

/**
 * Reads an amount as a person or a file writes it, e.g. `12.5` CNY → 1250.
 * Null for anything but plain ASCII digits with at most the currency's decimals (zeros may follow): no sign, no
 * grouping, no exponent, no spaces; null also above 2^53 − 1.
 */
export function parseMoney(text: string, currency: string): number | null {
  const parts = decimal.exec(text);
  if (!parts) return null;
  const [, whole = '', fraction = ''] = parts;
  const digits = exponentOf(currency);
  const kept = fraction.slice(0, digits).padEnd(digits, '0');
  if (/[1-9]/.test(fraction.slice(digits))) return null;
  const minor = Number(`${whole}${kept}`);
  return Number.isSafeInteger(minor) ? minor : null;
}

/** Writes minor units as a plain decimal, e.g. 1250 CNY → `12.50`; the inverse of parseMoney. */
export function formatMoney(minor: number, currency: string): string {
  const digits = exponentOf(currency);
  const text = String(Math.abs(minor)).padStart(digits + 1, '0');
  const sign = minor < 0 ? '-' : '';
  if (digits === 0) return `${sign}${text}`;
  return `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/**
 * Splits a total by weights so that the parts sum to it exactly; what does not divide goes, unit by unit, to the
 * largest remainders, the earlier first. All weights 0: everything to the first. Throws RangeError on negative
 * weights, or a total without anybody to take it.
 */
export function allocate(total: number, weights: readonly number[]): number[] {
  if (weights.some((weight) => weight < 0)) throw new RangeError('a weight is negative');
  if (weights.length === 0 && total !== 0) throw new RangeError('nobody takes the total');
  const sum = weights.reduce((a, b) => a + BigInt(b), 0n);
  if (sum === 0n) return weights.map((_, n) => (n === 0 ? total : 0));
  const amount = BigInt(Math.abs(total));
  const shares = weights.map((weight) => (amount * BigInt(weight)) / sum);
  const rests = weights.map((weight) => (amount * BigInt(weight)) % sum);
  const order = rests.map((_, n) => n).sort((a, b) => compare(rests[b], rests[a]) || a - b);
  let left = amount - shares.reduce((a, b) => a + b, 0n);
  for (const n of order) {
    if (left === 0n) break;
    shares[n] = (shares[n] ?? 0n) + 1n;
    left -= 1n;
  }
  return shares.map((share) => (total < 0 ? -Number(share) : Number(share)));
}

const compare = (a: bigint | undefined, b: bigint | undefined): number =>
  (a ?? 0n) < (b ?? 0n) ? -1 : (a ?? 0n) > (b ?? 0n) ? 1 : 0;

/**
 * A share in basis points (150 = 1.5 %), halves rounded away from zero: the rule of PostgreSQL's `round(numeric)`,
 * so that SQL, server and browser agree.
 */
export function shareOf(minor: number, basisPoints: number): number {
  const product = BigInt(Math.abs(minor)) * BigInt(Math.abs(basisPoints));
  const rounded = (product + 5_000n) / 10_000n;
  return minor < 0 !== basisPoints < 0 ? -Number(rounded) || 0 : Number(rounded);
}

/** Adds amounts and says so when the sum leaves the exact range. */
export function sumMoney(amounts: Iterable<number>): number {
  let sum = 0;
  for (const amount of amounts) sum += amount;
  if (!Number.isSafeInteger(sum)) throw new RangeError('a sum of money is out of range');
  return sum;
}
