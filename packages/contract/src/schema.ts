/** The one place the schema library enters the project; everybody imports `Type` and `Static` from here. */
import { type Static, type TObject, type TSchema, Type } from '@sinclair/typebox';

export { type Static, type TObject, type TSchema, Type };

/** An id: a random UUID (version 7) in lower-case text. Knowing one is never a permission. */
export const Id = Type.String({
  pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
  description: 'Random UUID in lower-case text.',
});

/** An instant in ISO 8601, UTC, e.g. `2026-03-18T06:02:11.000Z`. */
export const Instant = Type.String({
  format: 'date-time',
  pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,6})?(Z|[+-]\\d{2}:\\d{2})$',
  description: 'Instant in ISO 8601 with offset; replies are in UTC.',
});

/** An amount of money in minor units (fen, cents) of the currency that stands beside it. */
export const Minor = Type.Integer({
  minimum: -9_007_199_254_740_991,
  maximum: 9_007_199_254_740_991,
  description: 'Money in integer minor units of the sibling field `currency`.',
});

/** The largest whole number a column of the database and a number of JavaScript hold. */
const most = { column: 2_147_483_647, safe: 9_007_199_254_740_991 } as const;

/** A whole number from 0 that numbers something: a version, a message, a place. What comes in has a bound, or the database would have to refuse it. */
export const Whole = (description?: string) =>
  Type.Integer({ minimum: 0, maximum: most.column, ...(description ? { description } : {}) });

/** Bytes, or a place in a team's log: beyond what a 32-bit number holds. */
export const Big = (description?: string, minimum = 0) =>
  Type.Integer({ minimum, maximum: most.safe, ...(description ? { description } : {}) });

/** Place of a line in its order. */
export const LineNo = Type.Integer({
  minimum: 1,
  maximum: most.column,
  description: 'Place of the line in the order, from 1.',
});

/** Pieces of a thing. */
export const Quantity = Type.Integer({ minimum: 1, maximum: most.column });

/** ISO 4217 code. */
export const Currency = Type.String({ pattern: '^[A-Z]{3}$', description: 'ISO 4217 code.' });

/** The languages in which the product is complete. */
export const Locale = Type.Union([
  Type.Literal('zh-CN'),
  Type.Literal('zh-TW'),
  Type.Literal('en'),
]);

export const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

/** Text of bounded length; NUL and lone surrogates are refused at the edge. */
export const Text = (maxLength: number, minLength = 0, description?: string) =>
  Type.String({ minLength, maxLength, ...(description ? { description } : {}) });

/** Query of every list: an opaque cursor from the previous page and a page size. */
export const PageQuery = {
  cursor: Type.Optional(
    Type.String({ maxLength: 500, description: 'From `next` of the page before.' }),
  ),
  limit: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 200, description: 'Rows a page, default 50.' }),
  ),
};

/** Reply of every list. `next` is null on the last page. */
export const Page = <T extends TSchema>(item: T) =>
  Type.Object({ items: Type.Array(item), next: Nullable(Type.String()) });

/** What the reader may do next with the thing; the desk enables its buttons from this alone. */
export const Can = Type.Array(Type.String(), {
  description: 'Ids of the endpoints this reader may call on this thing now.',
});

/** Attributes kept as they came from an import or a connected shop. */
export const Attributes = Type.Record(Type.String(), Type.Unknown(), {
  description: 'Fields kept as the source sent them.',
});

/** One word out of a fixed list. */
export const OneOf = <const V extends readonly string[]>(values: V, description?: string) =>
  Type.Unsafe<V[number]>(
    Type.Union(
      values.map((value) => Type.Literal(value)),
      description ? { description } : {},
    ),
  );

/** The words of a `OneOf`. */
export const wordsOf = (schema: TSchema): string[] =>
  ((schema.anyOf ?? []) as { const?: string }[]).flatMap((one) => one.const ?? []);
