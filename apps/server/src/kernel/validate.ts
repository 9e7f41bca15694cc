import type { TSchema } from '@guitai/contract';
import { FormatRegistry } from '@sinclair/typebox';
import { type TypeCheck, TypeCompiler } from '@sinclair/typebox/compiler';
import { Value } from '@sinclair/typebox/value';
import { type Refusal, refuse } from './refusal.ts';

const instantParts =
  /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d{1,6})?(?:Z|[+-](\d{2}):(\d{2}))$/;

/** Whether a text of the right shape is an instant that exists: no 30 February, no hour 25, no offset beyond 14 hours. */
export function isInstant(text: string): boolean {
  const found = instantParts.exec(text);
  if (!found) return false;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, ahead = 0, part = 0] =
    found.slice(1).map((digits) => Number(digits ?? 0));
  const date = new Date(Date.UTC(year, month - 1, day));
  const isDay = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  const isClock = hour < 24 && minute < 60 && second < 60;
  return year >= 1900 && isDay && isClock && ahead * 60 + part <= 14 * 60 && part < 60;
}

// PostgreSQL refuses instants that do not exist with an error, so the edge must.
FormatRegistry.Set('date-time', isInstant);

type Check = (value: unknown) => Refusal<'request.invalid'> | null;

// PostgreSQL text cannot hold NUL, and a lone surrogate is no character.
const unstorable = /\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

function badText(value: unknown, path = '', depth = 0): string | null {
  if (typeof value === 'string') return unstorable.test(value) ? path : null;
  if (typeof value !== 'object' || value === null) return null;
  if (depth > 40) return path;
  for (const [key, inner] of Object.entries(value)) {
    const at = `${path}/${key}`;
    if (unstorable.test(key)) return path;
    const bad = badText(inner, at, depth + 1);
    if (bad !== null) return bad;
  }
  return null;
}

/**
 * Makes of a schema a check that names the first thing that does not fit. Compiled at its first
 * use: most routes are not asked for in the first second.
 */
export function compileCheck(schema: TSchema): Check {
  let compiled: TypeCheck<TSchema> | undefined;
  return (value) => {
    compiled ??= TypeCompiler.Compile(schema);
    if (!compiled.Check(value)) {
      const fault = compiled.Errors(value).First();
      return refuse('request.invalid', { where: fault?.path ?? '', why: fault?.message ?? '' });
    }
    const bad = badText(value);
    if (bad !== null) {
      return refuse('request.invalid', { where: bad, why: 'NUL or a broken character' });
    }
    return null;
  };
}

/** Query and path texts become the numbers and booleans their schema asks for. */
export const convert = (schema: TSchema, value: unknown): unknown => Value.Convert(schema, value);
