/** Calls of the shop's own pages. A refusal is thrown with the server's words in the reader's language. */
import type { Endpoint, ReplyOf } from '@guitai/contract';
import { locale, w } from './words.ts';

export class Refused extends Error {
  readonly code: string;
  constructor(code: string, detail: string) {
    super(detail);
    this.code = code;
  }
}

interface Ask {
  body?: unknown;
  /** Signed identity of the shopper, for what only the shopper may do. */
  identity?: string;
  /** The same key again is the same act. */
  key?: string;
}

const headersOf = ({ body, identity, key }: Ask): Record<string, string> => ({
  'Accept-Language': locale(),
  ...(site && { 'Guitai-Site': site }),
  ...(identity && { 'Guitai-Identity': identity }),
  ...(key && { 'Idempotency-Key': key }),
  ...(body !== undefined && { 'Content-Type': 'application/json' }),
});

let site = '';

/** From now on every call names the site whose shop is on show. */
export const useSite = (key: string | null): void => {
  site = key ?? '';
};

/** One call; the type argument is the endpoint, so that path and reply stay together. */
export const call = async <E extends Endpoint>(
  method: E['method'],
  path: string,
  ask: Ask = {},
): Promise<ReplyOf<E>> => {
  const body = ask.body === undefined ? null : JSON.stringify(ask.body);
  return answer<E>(path, { method, headers: headersOf(ask), body });
};

/** One file of the shopper's, sent as a form. */
export const upload = async <E extends Endpoint>(
  path: string,
  file: File,
  identity: string,
): Promise<ReplyOf<E>> => {
  const body = new FormData();
  body.set('file', file);
  return answer<E>(path, { method: 'POST', headers: headersOf({ identity }), body });
};

const answer = async <E extends Endpoint>(path: string, init: RequestInit): Promise<ReplyOf<E>> => {
  const reply = await fetch(`/api/storefront${path}`, init).catch(() => null);
  if (!reply) throw new Refused('network', w().unreachable);
  const text = await reply.text();
  if (reply.ok) return JSON.parse(text) as ReplyOf<E>;
  throw refusalOf(text, init.method === 'GET');
};

/** An address that cannot be one of ours is told as a page that is not there. */
const refusalOf = (text: string, reading: boolean): Refused => {
  try {
    const { code, detail } = JSON.parse(text);
    return new Refused(code, reading && code === 'request.invalid' ? w().notHere : detail);
  } catch {
    return new Refused('server', w().unreachable);
  }
};
