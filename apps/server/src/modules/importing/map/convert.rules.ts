import type { importing } from '@guitai/contract';
import { parseMoney } from '../../../kernel/money.ts';
import type { Field } from './targets.ts';
import { readTime } from './time.rules.ts';
import { isBranch, isList, JsonNumber, limits, type Value } from './value.rules.ts';

/** Why a record is kept out, and which field says so. */
export class Rejection extends Error {
  readonly field: string;
  readonly reason: importing.ImportReason;
  constructor(field: string, reason: importing.ImportReason) {
    super(`${field} ${reason}`);
    this.field = field;
    this.reason = reason;
  }
}

/** What amounts and times of a file are read in. */
export interface Reading {
  readonly currency: string;
  readonly unit: 'major' | 'minor';
  readonly timezone: string;
}

/** A single value as text; null for what is absent or empty. */
export function textOf(value: Value | undefined): string | null {
  if (value === undefined || value === null || value === '') return null;
  if (value instanceof JsonNumber) return value.text;
  if (typeof value === 'boolean') return String(value);
  return typeof value === 'string' ? value : null;
}

const isSingle = (value: Value | undefined): boolean => !isList(value) && !isBranch(value);

function readMinor(text: string, { currency, unit }: Reading): number | null {
  if (unit === 'major') return parseMoney(text, currency);
  const minor = /^(0|[1-9]\d*)$/.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(minor) ? minor : null;
}

const yes = new Set(['true', 'yes', 'y', '1', '是', '有']);
const no = new Set(['false', 'no', 'n', '0', '否', '无']);

const isMissing = (field: Field): boolean => 'required' in field && field.required === true;

function limited(text: string, max: number, name: string): string {
  if (text.length > max) throw new Rejection(name, 'too_long');
  return text;
}

/** Turns a single value into what a field takes; null where it is absent and may be. Throws a Rejection. */
export function convert(
  value: Value | undefined,
  field: Field,
  name: string,
  reading: Reading,
): unknown {
  if (!isSingle(value)) throw new Rejection(name, 'not_text');
  const text = textOf(value);
  if (text === null) {
    if (isMissing(field)) throw new Rejection(name, 'missing');
    return null;
  }
  switch (field.type) {
    case 'text':
      return limited(text, field.max, name);
    case 'money': {
      const minor = readMinor(text, reading);
      if (minor === null) throw new Rejection(name, 'not_money');
      return minor;
    }
    case 'integer': {
      if (!/^-?\d+(\.0+)?$/.test(text)) throw new Rejection(name, 'not_integer');
      const number = Number(text);
      if (number < field.min || number > field.max) throw new Rejection(name, 'out_of_range');
      return number;
    }
    case 'boolean': {
      const word = text.trim().toLowerCase();
      if (!yes.has(word) && !no.has(word)) throw new Rejection(name, 'not_boolean');
      return yes.has(word);
    }
    case 'time': {
      const at = readTime(text, reading.timezone);
      if (at === null) throw new Rejection(name, 'not_time');
      return at;
    }
    case 'word':
      if (!field.words.includes(text)) throw new Rejection(name, 'unknown_word');
      return text;
    default:
      throw new Rejection(name, 'not_text');
  }
}

/** Names and values of options, in the order of the file; single values as text. */
export function optionsOf(value: Value | undefined, name: string): Record<string, string> {
  if (value === undefined || value === null || value === '') return {};
  if (!isBranch(value)) throw new Rejection(name, 'not_text');
  const options: Record<string, string> = Object.create(null);
  for (const [key, inner] of Object.entries(value)) {
    if (!isSingle(inner)) throw new Rejection(`${name}/${key}`, 'not_text');
    const text = textOf(inner);
    if (text !== null) options[limited(key, 100, name)] = limited(text, 300, name);
  }
  return options;
}

/** Texts of a list; a single text is a list of one. */
export function textsOf(
  values: readonly (Value | undefined)[],
  field: Extract<Field, { type: 'texts' }>,
  name: string,
): string[] {
  const texts = values.map(textOf).filter((text): text is string => text !== null);
  if (texts.length > field.most) throw new Rejection(name, 'too_large');
  return texts.map((text) => limited(text, field.max, name));
}

/** Guards lists against being used to fill the database. */
export function bounded<V>(list: readonly V[], most: number, name: string): readonly V[] {
  if (list.length > Math.min(most, limits.listItems)) throw new Rejection(name, 'too_large');
  return list;
}
