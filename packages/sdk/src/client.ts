import type { Endpoint, InputOf, Locale, ReplyOf, Static } from '@guitai/contract';
import { type CodeOf, clientProblem, isProblem, type ProblemError, problemOf } from './problem.ts';
import { prepare } from './request.ts';

type Headers = Readonly<Record<string, string>>;
type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface ClientOptions {
  /** Origin of the server, e.g. `https://desk.example.com`; empty for the page's own origin. */
  readonly baseUrl: string;
  /** Sent with every call (an API key, a visitor's secret, a cookie); a function is asked each time. */
  readonly headers?: Headers | (() => Headers);
  /** Language of the refusals; a function is asked each time. */
  readonly locale?: Static<typeof Locale> | (() => Static<typeof Locale>);
  /** Another way to send than the global `fetch`: for tests, cookies, proxies. */
  readonly fetch?: Fetch;
}

export interface CallOptions {
  /** Key of a mutation; the same key makes a repetition harmless. One is made when absent. */
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
  /** Replaces the way to send for this call, for example one that reports upload progress. */
  readonly fetch?: Fetch;
}

/** Input may be left out where nothing in it is required. */
type Arguments<E extends Endpoint> =
  Record<never, never> extends InputOf<E>
    ? [input?: InputOf<E>, options?: CallOptions]
    : [input: InputOf<E>, options?: CallOptions];

/** A reply, or the refusal as a value. */
export type Outcome<E extends Endpoint> =
  | { readonly ok: true; readonly value: ReplyOf<E> }
  | { readonly ok: false; readonly problem: ProblemError<CodeOf<E>> };

export interface Client {
  /** Calls an endpoint; throws `ProblemError` when it refuses or cannot be reached. */
  call<E extends Endpoint>(endpoint: E, ...rest: Arguments<E>): Promise<ReplyOf<E>>;
  /** The same, with the refusal as a value; other errors are still thrown. */
  attempt<E extends Endpoint>(endpoint: E, ...rest: Arguments<E>): Promise<Outcome<E>>;
  /** Sends one file (field `file`) and the endpoint's other fields as a form. */
  upload<E extends Endpoint>(
    endpoint: E,
    input: InputOf<E>,
    file: Blob,
    options?: CallOptions & { readonly name?: string },
  ): Promise<ReplyOf<E>>;
  /** Fetches an answer that is a file; the caller reads the body as it likes. */
  download<E extends Endpoint>(endpoint: E, ...rest: Arguments<E>): Promise<Response>;
  /** The address of an endpoint that is read by GET, for links and pictures. */
  url<E extends Endpoint>(endpoint: E, ...rest: Arguments<E>): string;
}

/** A typed client over the contract. Keeps no state; needs only `fetch` and `crypto`. */
export function createClient(options: ClientOptions): Client {
  const json = async (endpoint: Endpoint, rest: Rest): Promise<Response> => {
    const [input = {}, how = {}] = rest;
    const { url, body } = prepare(options.baseUrl, endpoint, { ...input });
    return send(options, endpoint, url, how, body && JSON.stringify(body));
  };
  const call = async <E extends Endpoint>(endpoint: E, rest: Rest): Promise<ReplyOf<E>> =>
    replyOf(endpoint, await json(endpoint, rest));
  return {
    call: (endpoint, ...rest) => call(endpoint, rest as Rest),
    async attempt(endpoint, ...rest) {
      try {
        return { ok: true, value: await call(endpoint, rest as Rest) };
      } catch (error) {
        if (!isProblem(error)) throw error;
        return { ok: false, problem: error as ProblemError<CodeOf<typeof endpoint>> };
      }
    },
    async upload(endpoint, input, file, how = {}) {
      const { url, body } = prepare(options.baseUrl, endpoint, { ...(input as object) });
      const form = formOf(body, file, how.name);
      return replyOf(endpoint, await send(options, endpoint, url, how, form));
    },
    download: (endpoint, ...rest) => json(endpoint, rest as Rest),
    url: (endpoint, ...rest) =>
      prepare(options.baseUrl, endpoint, { ...((rest as Rest)[0] ?? {}) }).url,
  };
}

/** `Arguments` once the endpoint's own types have done their work at the call's place. */
type Rest = readonly [input?: object, options?: CallOptions];

async function send(
  options: ClientOptions,
  endpoint: Endpoint,
  url: string,
  how: CallOptions,
  body?: string | FormData,
): Promise<Response> {
  const way = how.fetch ?? options.fetch ?? fetch;
  let response: Response;
  try {
    response = await way(url, {
      method: endpoint.method,
      headers: headersOf(options, endpoint, how, body),
      credentials: 'same-origin',
      ...(body === undefined ? {} : { body }),
      ...(how.signal ? { signal: how.signal } : {}),
    });
  } catch (error) {
    throw clientProblem(how.signal?.aborted ? 'network.aborted' : 'network.unreachable', 0, error);
  }
  if (!response.ok) throw await problemOf(response);
  return response;
}

function headersOf(
  options: ClientOptions,
  endpoint: Endpoint,
  how: CallOptions,
  body?: string | FormData,
): Headers {
  const locale = typeof options.locale === 'function' ? options.locale() : options.locale;
  const own = typeof options.headers === 'function' ? options.headers() : options.headers;
  const mutation = endpoint.method !== 'GET';
  return {
    accept: 'application/json, application/problem+json',
    ...(locale ? { 'accept-language': locale } : {}),
    ...(typeof body === 'string' ? { 'content-type': 'application/json' } : {}),
    ...(mutation ? { 'idempotency-key': how.idempotencyKey ?? crypto.randomUUID() } : {}),
    ...own,
  };
}

async function replyOf<E extends Endpoint>(endpoint: E, response: Response): Promise<ReplyOf<E>> {
  if (!endpoint.reply || response.status === 204) return undefined as ReplyOf<E>;
  try {
    return (await response.json()) as ReplyOf<E>;
  } catch (error) {
    throw clientProblem('network.unreadable', response.status, error);
  }
}

/** Fields come before the file, so that the server knows them when the bytes arrive. */
function formOf(
  fields: Readonly<Record<string, unknown>> = {},
  file: Blob,
  name?: string,
): FormData {
  const form = new FormData();
  for (const [key, value] of Object.entries(fields)) {
    if (value === undefined || value === null) continue;
    form.append(key, typeof value === 'object' ? JSON.stringify(value) : String(value));
  }
  if (name === undefined) form.append('file', file);
  else form.append('file', file, name);
  return form;
}
