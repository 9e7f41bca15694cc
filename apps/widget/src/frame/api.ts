/** The visitor's calls over HTTP. Secrets travel in headers, never in an address. */
import type { Endpoint, ReplyOf } from '@guitai/contract';
import type { Visitor } from './visitor.ts';

/** A refusal as the server words it; status 0: nobody answered. */
export interface Refusal {
  status: number;
  code: string;
  detail: string;
}

export const isRefusal = (value: unknown): value is Refusal =>
  value instanceof Object && 'status' in value;

/** Worth another try by itself: no answer, too many requests, or trouble on the server's side. */
export const mayRetry = ({ status }: Refusal): boolean =>
  !status || status === 429 || status >= 500;

const read = (text: string): object | undefined => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

interface Ask {
  /** Idempotency key. */
  key?: string;
  body?: unknown;
  /** Told the share that has gone up, 0 to 1. */
  onProgress?: (share: number) => void;
  /** The answer is a file. */
  bytes?: boolean;
}

/** Calls of one site in one language. */
export const api = (site: string, locale: string, who: Visitor) => {
  const once = (method: string, path: string, { key, body, onProgress, bytes }: Ask) =>
    new Promise<unknown>((done) => {
      const request = new XMLHttpRequest();
      const form = body instanceof FormData;
      const head = (name: string, value?: string | null | false) =>
        value && request.setRequestHeader(name, value);
      request.open(method, `/api/chat${path}`);
      request.timeout = form ? 600_000 : 30_000;
      request.responseType = bytes ? 'blob' : '';
      head('Guitai-Site', site);
      head('Guitai-Visitor', who.secret());
      head('Guitai-Identity', who.identity());
      head('Accept-Language', locale);
      head('Idempotency-Key', key);
      head('Content-Type', !!body && !form && 'application/json');
      if (onProgress) request.upload.onprogress = (e) => onProgress(e.loaded / e.total);
      request.onloadend = () => {
        const { status } = request;
        const reply = bytes ? request.response : read(request.responseText);
        done(status && status < 300 ? reply : { code: '', detail: '', ...reply, status });
      };
      request.send(form ? body : JSON.stringify(body));
    });

  /** One call; an identity that has run out is renewed once. */
  return async <E extends Endpoint>(
    method: E['method'],
    path: string,
    ask: Ask = {},
  ): Promise<ReplyOf<E> | Refusal> => {
    let reply = await once(method, path, ask);
    if (isRefusal(reply) && reply.code === 'visitor.identity_invalid') {
      await who.renew();
      reply = await once(method, path, ask);
    }
    who.replaceSecret((reply as { visitorSecret?: string } | undefined)?.visitorSecret);
    return reply as ReplyOf<E> | Refusal;
  };
};

export type Call = ReturnType<typeof api>;
