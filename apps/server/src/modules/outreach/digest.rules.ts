import { createHash, createHmac } from 'node:crypto';

/**
 * A number or address within a team as a digest, in hexadecimal: for counting and for knowing a no again. It is keyed with the
 * product's secret, so that who has only the database cannot try all numbers there are.
 */
export type Digest = (team: string, way: string) => string;

/** Names the kind of digest in its first byte; those of before the key have 32 bytes and no such name. */
const kind = '01';

/** Puts the key onto a digest of before: the same as if it had been made with it. */
export const keyed = (secretKey: string, plain: Buffer): string =>
  kind + createHmac('sha256', secretKey).update('outreach.contact\n').update(plain).digest('hex');

/** Digests with the secret of this product. */
export const digestWith =
  (secretKey: string): Digest =>
  (team, way) =>
    keyed(secretKey, createHash('sha256').update(`${team} ${way}`).digest());
