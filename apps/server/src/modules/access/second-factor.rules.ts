import { Secret, TOTP } from 'otpauth';

const period = 30;

const totpOf = (base32: string, label = ''): TOTP =>
  new TOTP({
    issuer: 'Guitai',
    label,
    algorithm: 'SHA1',
    digits: 6,
    period,
    secret: Secret.fromBase32(base32),
  });

/** A fresh secret of 160 bits, as authenticator apps take it. */
export const freshSecret = (): string => new Secret({ size: 20 }).base32;

/** The address an authenticator app reads from a QR code. */
export const totpUri = (base32: string, label: string): string => totpOf(base32, label).toString();

/**
 * The 30-second step a code belongs to, one step early or late allowed; null when it is none
 * or not after the last step that was accepted: a code works once, even for one who looks over a shoulder.
 */
export function stepOf(base32: string, code: string, lastStep: number, now: number): number | null {
  const digits = code.replace(/[ -]/g, '');
  if (!/^\d{6}$/.test(digits)) return null;
  const delta = totpOf(base32).validate({ token: digits, timestamp: now, window: 1 });
  if (delta === null) return null;
  const step = Math.floor(now / 1000 / period) + delta;
  return step > lastStep ? step : null;
}

const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Ten recovery codes of 12 letters (59 bits), made out of the given bytes: 120 are used. */
export const recoveryCodes = (bytes: Uint8Array): string[] =>
  Array.from({ length: 10 }, (_, n) =>
    [...bytes.subarray(n * 12, n * 12 + 12)]
      .map((byte) => letters[byte % letters.length])
      .join('')
      .replace(/^(.{4})(.{4})/, '$1-$2-'),
  );

/** One written form of a recovery code; null when the text cannot be one. */
export function recoveryForm(text: string): string | null {
  const plain = text.toLowerCase().replace(/[ -]/g, '');
  return /^[a-z2-9]{12}$/.test(plain) ? plain : null;
}
