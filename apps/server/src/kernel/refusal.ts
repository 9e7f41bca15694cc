const mark: unique symbol = Symbol('refusal');

/** A declared refusal, carried as a value; whoever opened the transaction rolls it back. */
export interface Refusal<C extends string = string> {
  readonly [mark]: true;
  readonly code: C;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Refuses with a stable code of the contract; parameters fill the `{names}` of its text. */
export const refuse = <const C extends string>(
  code: C,
  params: Readonly<Record<string, unknown>> = {},
): Refusal<C> => ({ [mark]: true, code, params });

/** Whether a result is a refusal. */
export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && mark in value;
