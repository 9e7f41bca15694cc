import { createHmac } from 'node:crypto';

const prefix = 'whsec_';

/** A secret as people see it, out of 32 random bytes in base64url. */
export const secretText = (token: string): string =>
  prefix + Buffer.from(token, 'base64url').toString('base64');

/** What a request is signed with; its three parts are covered together. */
export interface Signed {
  readonly id: string;
  /** Unix time in seconds. */
  readonly timestamp: number;
  readonly body: string;
}

/** One signature (standardwebhooks.com, symmetric): HMAC-SHA256 over `id.timestamp.body` under the decoded secret. */
export function signature(secret: string, { id, timestamp, body }: Signed): string {
  const key = Buffer.from(secret.slice(prefix.length), 'base64');
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
}

/** Headers of a delivery; while a secret is being changed there are two signatures, the newer first. */
export const signedHeaders = (secrets: readonly string[], signed: Signed) => ({
  'webhook-id': signed.id,
  'webhook-timestamp': String(signed.timestamp),
  'webhook-signature': secrets.map((secret) => signature(secret, signed)).join(' '),
});
