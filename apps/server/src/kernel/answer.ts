const mark: unique symbol = Symbol('answer');

/** A reply with headers or a status of its own, for the few that need a cookie or a redirect. */
export interface Answer<T> {
  readonly [mark]: true;
  readonly body: T;
  readonly status?: number;
  readonly headers: Readonly<Record<string, string | string[]>>;
}

/** Wraps a reply body with headers. */
export const answer = <T>(
  body: T,
  headers: Readonly<Record<string, string | string[]>>,
  status?: number,
): Answer<T> => ({ [mark]: true, body, headers, ...(status ? { status } : {}) });

export const isAnswer = (value: unknown): value is Answer<unknown> =>
  typeof value === 'object' && value !== null && mark in value;

/** JSON that the database has already written; it passes to the client untouched. */
export class JsonText {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}
