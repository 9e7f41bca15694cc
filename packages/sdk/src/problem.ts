import type { CodesOf, commonErrors, Endpoint, Problem, Static } from '@guitai/contract';

export type ProblemDocument = Static<typeof Problem>;

/** Codes that come from this client: no answer at all, or an answer that is not the API's. */
export type ClientCode = 'network.unreachable' | 'network.aborted' | 'network.unreadable';

/** Every code a call of this endpoint may throw. */
export type CodeOf<E extends Endpoint> = CodesOf<E> | keyof typeof commonErrors | ClientCode;

/** A refusal. `code` is stable; `message` is the server's sentence in the reader's language. */
export class ProblemError<Code extends string = string> extends Error {
  override readonly name = 'ProblemError';
  readonly code: Code;
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  readonly problem: ProblemDocument;

  constructor(problem: ProblemDocument & { code: Code }, cause?: unknown) {
    super(problem.detail, { cause });
    this.code = problem.code;
    this.status = problem.status;
    this.problem = problem;
  }
}

export const isProblem = (error: unknown): error is ProblemError => error instanceof ProblemError;

/** True when nothing was refused: the same call with the same key may be tried again. */
export const mayRetry = (error: unknown): boolean =>
  isProblem(error) &&
  (error.code === 'network.unreachable' || error.status === 429 || error.status >= 502);

const sentences: Record<ClientCode, string> = {
  'network.unreachable': 'The server cannot be reached.',
  'network.aborted': 'The request was cancelled.',
  'network.unreadable': 'The answer did not come from the API.',
};

/** A problem of the way to the server, in the shape of the server's own. */
export const clientProblem = (code: ClientCode, status = 0, cause?: unknown): ProblemError =>
  new ProblemError(
    { type: 'about:blank', title: code, status, code, detail: sentences[code] },
    cause,
  );

const looksLikeProblem = (body: unknown): body is ProblemDocument =>
  typeof body === 'object' && body !== null && 'code' in body && 'detail' in body;

/** Reads the refusal out of an answer that is not a success. */
export async function problemOf(response: Response): Promise<ProblemError> {
  const body: unknown = await response.json().catch((): null => null);
  if (looksLikeProblem(body)) return new ProblemError(body);
  return clientProblem('network.unreadable', response.status);
}
