import { type Mapping, optionSource, type Source } from './mapping.rules.ts';
import { type OurField, ourFields } from './our-fields.ts';
import { likelyRecords, pathsIn, recordsOf, type Sample } from './sample.rules.ts';

interface Shop {
  readonly currency: string;
  readonly timezone: string;
}

/** A first mapping for a file nobody has mapped yet: columns are taken for ours by their names. */
export function guessMapping(kind: Mapping['kind'], sample: Sample, shop: Shop): Mapping {
  const records = sample.format === 'json' ? likelyRecords(sample.root) : undefined;
  const first = recordsOf(sample, { records })[0]?.value;
  const { leaves, lists } = pathsIn(first);
  const fields = guessFields(ourFields[kind], {
    leaves,
    lists,
    first,
    csv: sample.format === 'csv',
  });
  const id = fields.externalId;
  const groups = sample.format === 'csv' && kind === 'orders' && typeof id === 'string';
  return {
    kind,
    title: '',
    ...(records && records !== '*' ? { records } : {}),
    ...(groups ? { groupBy: id } : {}),
    ...(sample.delimiter && sample.delimiter !== ',' ? { delimiter: sample.delimiter } : {}),
    ...shop,
    fields: groups ? withRows(fields) : fields,
  };
}

interface Found {
  readonly leaves: readonly string[];
  readonly lists: readonly string[];
  readonly first: unknown;
  readonly csv: boolean;
}

function guessFields(fields: readonly OurField[], found: Found): Record<string, Source> {
  const guessed: Record<string, Source> = {};
  for (const field of fields) {
    const source = field.of ? guessNested(field, field.of, found) : guessPlain(field, found);
    if (source !== undefined) guessed[field.name] = source;
  }
  return guessed;
}

function guessPlain(field: OurField, found: Found): Source | undefined {
  const path = pathFor(field, found.leaves);
  return path !== undefined && field.name === 'options' ? optionSource(path) : path;
}

const plain = (name: string): string => name.toLowerCase().replace(/[\s_-]+/g, '');

/** The path whose last part is the field's name or one it is known by; the shallowest wins. */
function pathFor(field: OurField, paths: readonly string[]): string | undefined {
  const names = [field.name, ...(field.known ?? [])].map(plain);
  const fits = (path: string) => names.includes(plain(path.split('.').at(-1) ?? ''));
  const depth = (path: string) => path.split('.').length;
  return [...paths].filter(fits).sort((a, b) => depth(a) - depth(b))[0];
}

function guessNested(field: OurField, of: readonly OurField[], found: Found): Source | undefined {
  const listed =
    pathFor(field, found.lists) ?? (field.name === 'lines' ? found.lists[0] : undefined);
  if (field.nested === 'list' && listed) {
    const entry = entryAt(found.first, listed);
    return { each: listed, fields: guessFields(of, { ...found, ...pathsIn(entry), first: entry }) };
  }
  const inner = guessFields(of, { ...found, lists: [] });
  const whole = of.filter(({ required }) => required).every(({ name }) => name in inner);
  const used = Object.keys(inner).length;
  if (field.nested === 'object') return used > 1 ? { fields: inner } : undefined;
  return whole && used > (found.csv ? 0 : 1) ? { list: [inner] } : undefined;
}

function entryAt(first: unknown, path: string): unknown {
  const list = path
    .split('.')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], first);
  return Array.isArray(list) ? list[0] : undefined;
}

/** In a CSV of orders each row is one line of goods. */
function withRows(fields: Record<string, Source>): Record<string, Source> {
  const { lines } = fields;
  const group = typeof lines === 'object' ? (lines.list as Source[] | undefined)?.[0] : undefined;
  return group ? { ...fields, lines: { each: '$rows', fields: group } } : fields;
}
