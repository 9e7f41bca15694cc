import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hash,
  hkdfSync,
  randomBytes,
} from 'node:crypto';

/** 256 random bits as text. */
export const randomSecret = (): string => randomBytes(32).toString('base64url');

/** What of a token is kept: enough to recognise it, useless to whoever reads the database. */
export const hashToken = (token: string): Buffer => hash('sha256', token, 'buffer');

/** Keyed digest under the server's secret; `purpose` keeps one use from standing in for another. */
export const keyed = (secret: string, purpose: string, text: string): Buffer =>
  createHmac('sha256', secret).update(`${purpose}\n${text}`).digest();

/** A token that says which team it belongs to, so that it can be looked up inside that team's fence. */
export const teamToken = (team: string, secret: string): string =>
  `${secret}.${Buffer.from(team.replaceAll('-', ''), 'hex').toString('base64url')}`;

const tokenShape = /^[\w-]{43}\.([\w-]{22})$/;

/** The team a token names; null when it is no token. Says nothing about whether the token is any good. */
export function teamOfToken(token: string): string | null {
  const part = tokenShape.exec(token)?.[1];
  if (part === undefined) return null;
  const hex = Buffer.from(part, 'base64url').toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

const keyFor = (secret: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, 'guitai', purpose, 32));

/** Encrypts for keeping (AES-256-GCM): nonce, tag, text. */
export function seal(secret: string, purpose: string, text: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyFor(secret, purpose), nonce);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** Opens what `seal` closed; throws when it was changed or the secret is another one. */
export function unseal(secret: string, purpose: string, sealed: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', keyFor(secret, purpose), sealed.subarray(0, 12));
  decipher.setAuthTag(sealed.subarray(12, 28));
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8');
}
