import { createHash } from 'node:crypto';

/** Ours in a text of the platform: short enough for people, random enough to be found again. */
export const markOf = (key: string): string => `#gt-${key.replaceAll('-', '').slice(-12)}`;

/** A text with our mark behind it. */
export const marked = (text: string, key: string): string => `${text} ${markOf(key)}`.trim();

/** Changes when anything in the record does. */
export const hashed = <R extends object>(record: R): R & { hash: Buffer } => ({
  ...record,
  hash: createHash('sha256').update(JSON.stringify(record)).digest(),
});

/** Milliseconds of an instant of the platform; 0 for none. */
export const instantOf = (text: string | null | undefined): number => {
  const at = Date.parse(text ?? '');
  return Number.isNaN(at) ? 0 : at;
};

export const isoOf = (text: string | null | undefined): string | null =>
  instantOf(text) === 0 ? null : new Date(instantOf(text)).toISOString();

const digits: Readonly<Record<string, number>> = { JPY: 0, KRW: 0, VND: 0, CLP: 0, KWD: 3, BHD: 3 };

/** Minor units of a decimal text such as `12.30`, exactly. */
export function minorOf(text: string | number | null | undefined, currency: string): number {
  const places = digits[currency] ?? 2;
  const hit = /^(-?)(\d+)(?:\.(\d*))?$/.exec(String(text ?? '0'));
  if (!hit) throw new RangeError(`${text} is no amount`);
  const [, sign, whole = '0', part = ''] = hit;
  const minor = Number(`${whole}${part.padEnd(places, '0').slice(0, places)}`);
  return sign === '-' && minor !== 0 ? -minor : minor;
}

/** The decimal text of minor units. */
export function decimalOf(minor: number, currency: string): string {
  const places = digits[currency] ?? 2;
  const text = String(Math.abs(minor)).padStart(places + 1, '0');
  const sign = minor < 0 ? '-' : '';
  return places === 0
    ? `${sign}${text}`
    : `${sign}${text.slice(0, -places)}.${text.slice(-places)}`;
}
