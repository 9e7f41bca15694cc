import {
  type CountryCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max';

/** A phone number as it is kept. */
export interface Phone {
  /** E.164 where the numbering plan knows the number, otherwise its digits as written. */
  readonly number: string;
  /** ISO 3166 code the number was read in, or the one it names itself. */
  readonly country: string;
  /** False: kept as written although the plan does not know it (old, internal, invented numbers). */
  readonly valid: boolean;
}

// Full-width digits and the signs people put between digits are writing, not content.
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .trim();

const digitsOf = (text: string): string => text.replace(/[^\d+]/g, '').replace(/(?!^)\+/g, '');

/**
 * Reads a phone number in a country: `138 1234 5678` in CN → `+8613812345678`.
 * Null when there are not 5 to 20 digits or other than telephone signs between them.
 */
export function readPhone(text: string, country = 'CN'): Phone | null {
  const written = plain(text);
  if (!/^\+?[\d\s().\-/]{5,40}$/.test(written)) return null;
  const digits = digitsOf(written);
  if (!/^\+?\d{5,20}$/.test(digits)) return null;
  const home = country.toUpperCase();
  const known = isSupportedCountry(home) ? (home as CountryCode) : undefined;
  const parsed = parsePhoneNumberFromString(digits, known ?? 'CN');
  if (parsed?.isValid()) {
    return { number: parsed.number, country: parsed.country ?? home, valid: true };
  }
  return { number: digits, country: home, valid: false };
}

/** How somebody may type a number to find it: every form the same number could be kept in. */
export function phoneForms(text: string, country = 'CN'): string[] {
  const read = readPhone(text, country);
  if (!read) return [];
  const bare = read.number.replace(/^\+/, '');
  return [...new Set([read.number, bare, `+${bare}`])];
}

/** Last four digits, by which people ask for a number. */
export const phoneTail = (number: string): string => number.slice(-4);
