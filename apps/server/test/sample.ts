import type { TSchema } from '@guitai/contract';
import { newId } from '../src/kernel/ids.ts';

/** How a sample is made: which ids and texts stand in it, and whether optional fields are there. */
export interface Making {
  readonly id?: (field: string) => string;
  readonly text?: (field: string) => string | null;
  readonly optional?: boolean;
}

interface Json {
  [key: string]: unknown;
  type?: string;
  const?: unknown;
  anyOf?: TSchema[];
  allOf?: TSchema[];
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  items?: TSchema;
  properties?: Record<string, TSchema>;
  required?: string[];
  default?: unknown;
}

const candidates = [
  '2026-03-18T06:02:11.000Z',
  'CNY',
  '#0F766E',
  'https://shop.example',
  'abcdefgh',
  'a@example.com',
  '12345678',
  'zh-CN',
  'Asia/Shanghai',
  '123456',
  '09:00',
  '2026-03-18',
  'k'.repeat(43),
  'ab-cd',
  '13800138000',
];

function text(schema: Json, field: string, making: Making): string {
  const { pattern } = schema;
  if (pattern?.includes('[0-9a-f]{8}-')) return making.id?.(field) ?? newId();
  const given = making.text?.(field);
  if (given !== undefined && given !== null) return given;
  const fits = (value: string) =>
    (!pattern || new RegExp(pattern, 'u').test(value)) &&
    value.length >= (schema.minLength ?? 0) &&
    value.length <= (schema.maxLength ?? 10_000);
  return candidates.find(fits) ?? 'x'.repeat(schema.minLength ?? 1);
}

/** A value that fits the schema, for walking every endpoint. */
export function sample(schema: TSchema, making: Making = {}, field = ''): unknown {
  const json = schema as unknown as Json;
  if (json.const !== undefined) return json.const;
  if (json.anyOf) {
    const choice =
      json.anyOf.find((option) => (option as unknown as Json).type !== 'null') ?? json.anyOf[0];
    return sample(choice as TSchema, making, field);
  }
  if (json.allOf)
    return Object.assign({}, ...json.allOf.map((part) => sample(part, making, field)));
  switch (json.type) {
    case 'string':
      return text(json, field, making);
    case 'integer':
    case 'number':
      return Math.min(Math.max(json.minimum ?? 1, 1), json.maximum ?? 1);
    case 'boolean':
      return true;
    case 'null':
      return null;
    case 'array':
      return (json.minItems ?? 0) > 0 || making.optional !== false
        ? [sample(json.items as TSchema, making, field)]
        : [];
    case 'object':
      return object(json, making);
    default:
      return 'x';
  }
}

function object(json: Json, making: Making): object {
  const required = new Set(json.required ?? []);
  const entries = Object.entries(json.properties ?? {})
    .filter(([name]) => required.has(name) || making.optional === true)
    .map(([name, inner]) => [name, sample(inner, making, name)]);
  return Object.fromEntries(entries);
}

/** Paths of every text field in a schema, so that each can be given something hostile. */
export function textFields(schema: TSchema | undefined, at: readonly string[] = []): string[][] {
  if (!schema) return [];
  const json = schema as unknown as Json;
  if (json.anyOf) return json.anyOf.flatMap((option) => textFields(option, at));
  if (json.type === 'string') return [[...at]];
  if (json.type === 'array') return textFields(json.items as TSchema, [...at, '0']);
  return Object.entries(json.properties ?? {}).flatMap(([name, inner]) =>
    textFields(inner, [...at, name]),
  );
}

/** Every field of a schema with its own schema: numbers, texts, lists, and what stands within them. */
export function fieldsOf(
  schema: TSchema | undefined,
  at: readonly string[] = [],
): Array<readonly [string[], TSchema]> {
  if (!schema) return [];
  const json = schema as unknown as Json;
  if (json.anyOf) return json.anyOf.flatMap((option) => fieldsOf(option, at));
  if (json.type === 'object')
    return Object.entries(json.properties ?? {}).flatMap(([name, inner]) =>
      fieldsOf(inner, [...at, name]),
    );
  const own: Array<readonly [string[], TSchema]> = [[[...at], schema]];
  return json.type === 'array' ? [...own, ...fieldsOf(json.items, [...at, '0'])] : own;
}
