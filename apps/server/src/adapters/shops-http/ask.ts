import { isRefusal } from '../../kernel/refusal.ts';
import { isTrouble, type Line, type Trouble } from '../../modules/connectors/ports.ts';
import { unreached } from '../unreached.ts';

export interface Asked {
  readonly url: string;
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface Answered<T> {
  readonly body: T;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

const short = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 300);

/** What a platform says about a refusal, out of the shapes in which platforms say it. */
function wordsOf(text: string): string {
  const told = parsed(text);
  if (typeof told !== 'object' || told === null || isTrouble(told)) return short(text);
  const { message, errors } = told as { message?: unknown; errors?: unknown };
  if (typeof message === 'string') return short(message);
  return short(typeof errors === 'string' ? errors : text);
}

function troubleOf(status: number, text: string, headers: Answered<unknown>['headers']): Trouble {
  const detail = `${wordsOf(text)} (${status})`.trim();
  if (status === 429) {
    const after = Number(headers['retry-after']);
    return {
      trouble: 'busy',
      detail,
      ...(after > 0 ? { afterSeconds: Math.min(after, 3600) } : {}),
    };
  }
  if (status === 401 || status === 403) return { trouble: 'denied', detail };
  return { trouble: status >= 500 ? 'down' : 'no', detail };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.name : 'error';
    return { trouble: 'down', detail: `answered, but not in JSON (${why})` } satisfies Trouble;
  }
}

/** Asks a platform over HTTP with JSON both ways; whatever is not a success is a Trouble. */
export async function ask<T>(line: Line, asked: Asked): Promise<Answered<T> | Trouble> {
  const { body, headers, method = body === undefined ? 'GET' : 'POST', url } = asked;
  const reply = await line.reach({
    url,
    method,
    headers: {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (isRefusal(reply)) return unreached(reply);
  const text = new TextDecoder().decode(reply.body);
  if (reply.status < 200 || reply.status > 299) return troubleOf(reply.status, text, reply.headers);
  const told = parsed(text);
  return isTrouble(told) ? told : { body: told as T, headers: reply.headers };
}
