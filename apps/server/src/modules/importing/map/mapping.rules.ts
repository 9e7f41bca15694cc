import { importing, type Static, Type } from '@guitai/contract';
import { type Field, type Fields, type Kind, targets } from './targets.ts';

/** How a field gets its value; see docs/importing.md. */
export type Source =
  | string
  | {
      readonly path?: string | readonly string[];
      readonly const?: string | number | boolean;
      readonly first?: readonly Source[];
      readonly join?: readonly Source[];
      readonly with?: string;
      readonly words?: Readonly<Record<string, string>>;
      readonly otherwise?: string;
      readonly remove?: readonly string[];
      /** The word of our own vocabulary that fits the text: where a parcel is. */
      readonly like?: 'parcelStatus';
      /** A nested value as lines people can read. */
      readonly as?: 'outline';
      /** join: nothing at all when a part is missing. */
      readonly whole?: boolean;
      readonly each?: string | readonly string[];
      readonly list?: readonly SourceFields[];
      readonly fields?: SourceFields;
    };

export type SourceFields = { readonly [name: string]: Source };

/** An entry of a `list`; with `$when` it is there only if a value is, or is not, among some words. */
export interface When {
  readonly path: string | readonly string[];
  readonly is?: readonly string[];
  readonly not?: readonly string[];
}

/** A mapping as a team writes it. */
export interface Mapping {
  readonly kind: Kind;
  readonly title: string;
  readonly format?: 'json' | 'jsonl' | 'csv' | 'text';
  /** Where records lie: `*` each entry of the whole, `orders.*`, `*.parcels.*`. */
  readonly records?: string;
  readonly encoding?: 'utf-8' | 'gb18030';
  readonly delimiter?: string;
  /** CSV: rows of one thing following one another are one record with the rows in `$rows`. */
  readonly groupBy?: string;
  readonly currency?: string;
  /** `minor`: the file writes fen or cents. */
  readonly unit?: 'major' | 'minor';
  readonly timezone?: string;
  /** Paths of a record another mapping reads; they are not kept as attributes here. */
  readonly ignore?: readonly string[];
  readonly fields: SourceFields;
}

const Text = Type.String({ maxLength: 500 });

const Shape = Type.Object(
  {
    kind: importing.RecordKind,
    title: Type.String({ minLength: 1, maxLength: 120 }),
    format: Type.Optional(
      Type.Union(['json', 'jsonl', 'csv', 'text'].map((one) => Type.Literal(one))),
    ),
    records: Type.Optional(
      Type.String({ pattern: '^(\\.|(\\*|[^.*]+)(\\.(\\*|[^.*]+))*)$', maxLength: 200 }),
    ),
    encoding: Type.Optional(Type.Union([Type.Literal('utf-8'), Type.Literal('gb18030')])),
    delimiter: Type.Optional(Type.String({ minLength: 1, maxLength: 1 })),
    groupBy: Type.Optional(Text),
    currency: Type.Optional(Type.String({ pattern: '^[A-Z]{3}$' })),
    unit: Type.Optional(Type.Union([Type.Literal('major'), Type.Literal('minor')])),
    timezone: Type.Optional(Type.String({ pattern: '^[A-Za-z][A-Za-z0-9_+/-]{1,60}$' })),
    ignore: Type.Optional(Type.Array(Text, { maxItems: 50 })),
    fields: Type.Record(Text, Type.Unknown()),
  },
  { additionalProperties: false },
);

/** What is wrong with a mapping and where. */
export interface Fault {
  readonly where: string;
  readonly why: string;
}

const sourceKeys = ['path', 'const', 'first', 'join', 'each', 'list', 'fields'] as const;
const extraKeys = ['with', 'words', 'otherwise', 'remove', 'like', 'as', 'whole'] as const;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isPath = (value: unknown): boolean =>
  typeof value === 'string' ||
  (Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string'));

const nested = new Set<Field['type']>(['list', 'object']);

function faultOfSource(source: unknown, field: Field, where: string, depth: number): Fault | null {
  const bad = (why: string): Fault => ({ where, why });
  if (depth > 6) return bad('is nested too deeply');
  if (typeof source === 'string')
    return nested.has(field.type) ? bad('is made of parts: use each, list or fields') : null;
  if (!isObject(source)) return bad('must be a path or an object');
  const ways = sourceKeys.filter((key) => source[key] !== undefined);
  const way = ways.find((key) => key !== 'fields') ?? ways[0];
  if (way === undefined) return bad(`needs one of ${sourceKeys.join(', ')}`);
  const unknown = Object.keys(source).find(
    (key) => ![...sourceKeys, ...extraKeys].includes(key as never),
  );
  if (unknown) return bad(`has the unknown key ${unknown}`);
  if (way === 'path' || way === 'each') {
    if (!isPath(source[way])) return { where: `${where}/${way}`, why: 'must be a path' };
  }
  if (way === 'first' || way === 'join') {
    const parts = source[way];
    if (!Array.isArray(parts) || parts.length === 0)
      return { where: `${where}/${way}`, why: 'must be a list of sources' };
    for (const [n, part] of parts.entries()) {
      const fault = faultOfSource(part, field, `${where}/${way}/${n}`, depth + 1);
      if (fault) return fault;
    }
  }
  if (
    source.words !== undefined &&
    (!isObject(source.words) ||
      Object.values(source.words).some((word) => typeof word !== 'string'))
  ) {
    return { where: `${where}/words`, why: 'must map words to words' };
  }
  if (field.type === 'word') return faultOfWords(source, field.words, where);
  if (field.type === 'list' && way !== 'each' && way !== 'list')
    return bad('is a list: use each or list');
  if (way === 'each' || way === 'list' || way === 'fields')
    return faultOfNested(source, field, way, where, depth);
  return null;
}

function faultOfWords(
  source: Record<string, unknown>,
  known: readonly string[],
  where: string,
): Fault | null {
  const used = [
    ...Object.values((source.words as object) ?? {}),
    source.otherwise,
    source.const,
  ].filter((word) => word !== undefined);
  const strange = used.find((word) => !known.includes(String(word)));
  return strange === undefined
    ? null
    : { where, why: `${String(strange)} is none of ${known.join(', ')}` };
}

function faultOfNested(
  source: Record<string, unknown>,
  field: Field,
  way: 'each' | 'list' | 'fields',
  where: string,
  depth: number,
): Fault | null {
  if (field.type === 'options' || field.type === 'any') return null;
  if (field.type === 'texts' && way === 'each') return null;
  if (field.type !== 'list' && field.type !== 'object') return { where, why: `takes no ${way}` };
  const groups = way === 'list' ? source.list : [source.fields];
  if (!Array.isArray(groups)) return { where: `${where}/list`, why: 'must be a list' };
  for (const [n, group] of groups.entries()) {
    const fault = faultOfFields(
      group,
      field.of,
      `${where}/${way === 'list' ? `list/${n}` : 'fields'}`,
      depth + 1,
    );
    if (fault) return fault;
  }
  return null;
}

const isWords = (value: unknown): boolean =>
  value === undefined || (Array.isArray(value) && value.every((word) => typeof word === 'string'));

function faultOfWhen(when: unknown, where: string): Fault | null {
  const good = isObject(when) && isPath(when.path) && isWords(when.is) && isWords(when.not);
  return good ? null : { where, why: 'needs a path and is or not' };
}

function faultOfFields(
  fields: unknown,
  target: Fields,
  where: string,
  depth: number,
): Fault | null {
  if (!isObject(fields)) return { where, why: 'must be an object' };
  for (const [name, source] of Object.entries(fields)) {
    if (name === '$when') {
      const fault = faultOfWhen(source, `${where}/$when`);
      if (fault) return fault;
      continue;
    }
    const field = Object.hasOwn(target, name) ? target[name] : undefined;
    if (!field)
      return {
        where: `${where}/${name}`,
        why: `is none of our fields: ${Object.keys(target).join(', ')}`,
      };
    const fault = faultOfSource(source, field, `${where}/${name}`, depth);
    if (fault) return fault;
  }
  const missing = Object.entries(target).find(
    ([name, field]) => 'required' in field && field.required && !(name in fields),
  );
  return missing ? { where, why: `lacks ${missing[0]}` } : null;
}

const isZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};

/** Says what is wrong with a mapping; null when it can be used. */
export function faultOfMapping(
  document: unknown,
  check: (schema: typeof Shape, value: unknown) => Fault | null,
): Fault | null {
  const fault = check(Shape, document);
  if (fault) return fault;
  const mapping = document as Static<typeof Shape>;
  if (JSON.stringify(document).length > 100_000) return { where: '', why: 'is too long' };
  if (mapping.timezone && !isZone(mapping.timezone))
    return { where: '/timezone', why: 'is no time zone' };
  return faultOfFields(mapping.fields, targets[mapping.kind], '/fields', 0);
}
