import type { FastifyRequest } from 'fastify';
import { sameBytes } from '../../kernel/same-bytes.ts';
import { emailKey } from './password.rules.ts';
import { keyed, randomSecret } from './secrets.ts';
import { deviceCookie, readCookie } from './session.rules.ts';

/** A mark is `<random>.<digest over random and account>`: proof that this account once signed in on this device. */
export function makeMark(secret: string, account: string): string {
  const random = randomSecret().slice(0, 22);
  return `${random}.${digest(secret, random, account)}`;
}

const digest = (secret: string, random: string, account: string): string =>
  keyed(secret, 'device', `${random}\n${account}`).toString('base64url');

function isMarkOf(secret: string, mark: string, account: string): boolean {
  const [random = '', proof = ''] = mark.split('.');
  const expected = Buffer.from(digest(secret, random, account));
  const given = Buffer.from(proof);
  return sameBytes(given, expected);
}

/** The mark this device shows, good or not. */
export const deviceMarkOf = (request: FastifyRequest): string | null =>
  readCookie(request.headers.cookie, deviceCookie);

/**
 * Which counter a try counts on: the account's known device has its own, all strangers share one.
 * So a stranger's guesses do not lock the person out, and no number of colleagues behind one address slows anybody.
 */
export function counterKey(
  secret: string,
  email: string,
  account: string | null,
  mark: string | null,
): Buffer {
  const known = account !== null && mark !== null && isMarkOf(secret, mark, account);
  return keyed(secret, 'tries', `${emailKey(email)}\n${known ? mark : ''}`);
}
