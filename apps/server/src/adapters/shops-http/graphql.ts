import { isTrouble, type Line, type Trouble } from '../../modules/connectors/ports.ts';
import { ask } from './ask.ts';

interface GraphqlBody<T> {
  readonly data?: T;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: { readonly code?: string };
  }[];
}

export interface GraphqlAnswer<T> {
  readonly data: T;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

const denials = new Set(['FORBIDDEN', 'UNAUTHENTICATED', 'ACCESS_DENIED', 'UNAUTHORIZED']);

/** Sends one GraphQL operation. An error of the whole operation is a Trouble; errors inside the data are the caller's. */
export async function graphql<T>(
  line: Line,
  url: string,
  headers: Readonly<Record<string, string>>,
  operation: { readonly query: string; readonly variables?: object },
): Promise<GraphqlAnswer<T> | Trouble> {
  const answer = await ask<GraphqlBody<T>>(line, { url, headers, body: operation });
  if (isTrouble(answer)) return answer;
  const { data, errors } = answer.body;
  if (errors?.[0]) {
    const [{ message, extensions }] = errors as [NonNullable<typeof errors>[0]];
    const code = extensions?.code ?? '';
    if (denials.has(code)) return { trouble: 'denied', detail: message };
    if (code === 'THROTTLED') return { trouble: 'busy', detail: message };
    if (code === 'INTERNAL_SERVER_ERROR') return { trouble: 'down', detail: message };
    return { trouble: 'no', detail: message };
  }
  if (data === undefined) return { trouble: 'down', detail: 'answered without data' };
  return { data, headers: answer.headers };
}
