import type { importing } from '@guitai/contract';
import { type OurField, ourFields } from './our-fields.ts';

/** How one of our fields gets its value, as a mapping writes it. */
export type Source = string | { readonly [key: string]: unknown };

export interface Mapping {
  readonly kind: importing.RecordKindWord;
  readonly title: string;
  readonly records?: string;
  readonly groupBy?: string;
  readonly currency?: string;
  readonly timezone?: string;
  readonly delimiter?: string;
  readonly fields: Readonly<Record<string, Source>>;
  readonly [other: string]: unknown;
}

/** A line of the table: one of our fields and where it comes from. */
export interface MappingRow {
  /** The way to the field among ours, e.g. `['lines', 'title']`. */
  readonly place: readonly string[];
  readonly field: OurField;
  readonly source: Source | undefined;
  /** Stands on its own, or in a list or group that is filled. */
  readonly active: boolean;
}

/** What may be changed in the table: a plain path. Everything else is changed in the text of the mapping. */
export function plainPath(source: Source | undefined): string | undefined {
  if (source === undefined) return '';
  if (typeof source === 'string') return source;
  const option = onlyOption(source);
  if (option !== undefined) return option;
  const { path, each, fields: _, words: __, otherwise: ___, ...others } = source;
  const way = path ?? each;
  return typeof way === 'string' && Object.keys(others).length === 0 ? way : undefined;
}

/** Options out of one column: the name of the option is the column's own. */
export const optionSource = (path: string): Source => ({
  fields: { [path.split('.').at(-1) ?? path]: path },
});

function onlyOption(source: Exclude<Source, string>): string | undefined {
  const parts = Object.entries((source.fields ?? {}) as Record<string, unknown>);
  const [name, path] = parts[0] ?? [];
  const whole = Object.keys(source).length === 1 && parts.length === 1;
  return whole && typeof path === 'string' && path.split('.').at(-1) === name ? path : undefined;
}

/** A source that is more than a path, in short: a | b, a + b, “text”. */
export function sourceText(source: Source): string {
  if (typeof source === 'string') return source;
  const { path, each, first, join, list, fields } = source;
  if (source.const !== undefined) return `“${String(source.const)}”`;
  if (Array.isArray(first)) return first.map(sourceText).join(' | ');
  if (Array.isArray(join)) return join.map(sourceText).join(' + ');
  if (Array.isArray(list)) return `${list.length} ×`;
  if (path !== undefined || each !== undefined) return [path ?? each].flat().join('.');
  return fields ? '' : '…';
}

const nestedFields = (source: Source | undefined): Readonly<Record<string, Source>> => {
  if (typeof source !== 'object') return {};
  const { fields, list } = source;
  return ((Array.isArray(list) ? list[0] : fields) ?? {}) as Record<string, Source>;
};

/** Our fields with their sources, nested ones below their list. */
export function rowsOf(mapping: Mapping): MappingRow[] {
  const visit = (
    fields: readonly OurField[],
    sources: Readonly<Record<string, Source>>,
    place: readonly string[],
    active: boolean,
  ): MappingRow[] =>
    fields.flatMap((field) => {
      const source = sources[field.name];
      const here = [...place, field.name];
      const filled = source !== undefined;
      const inner = field.of ? visit(field.of, nestedFields(source), here, filled) : [];
      return [{ place: here, field, source, active }, ...inner];
    });
  return visit(ourFields[mapping.kind], mapping.fields, [], true);
}

/** The mapping with another source for a field; an empty path takes the field out. */
export function withSource(
  mapping: Mapping,
  place: readonly string[],
  source: Source | undefined,
): Mapping {
  return { ...mapping, fields: changed(mapping.fields, place, source, ourFields[mapping.kind]) };
}

function changed(
  sources: Readonly<Record<string, Source>>,
  [name = '', ...rest]: readonly string[],
  source: Source | undefined,
  fields: readonly OurField[],
): Record<string, Source> {
  const field = fields.find((one) => one.name === name);
  const others = Object.fromEntries(Object.entries(sources).filter(([one]) => one !== name));
  if (rest.length === 0) return source === undefined ? others : { ...sources, [name]: source };
  const parent = sources[name];
  const inner = changed(nestedFields(parent), rest, source, field?.of ?? []);
  return { ...sources, [name]: withInner(parent, inner, field) };
}

function withInner(
  parent: Source | undefined,
  inner: Record<string, Source>,
  field: OurField | undefined,
): Source {
  if (typeof parent === 'object' && Array.isArray(parent.list)) {
    return { ...parent, list: [inner, ...parent.list.slice(1)] };
  }
  if (typeof parent === 'object') return { ...parent, fields: inner };
  return field?.nested === 'list' ? { list: [inner] } : { fields: inner };
}

/** Fields a record cannot do without and that have no source yet; of a list only when the list is used. */
export const missingFields = (mapping: Mapping): string[][] =>
  rowsOf(mapping)
    .filter(({ field, source, active }) => field.required && active && source === undefined)
    .map(({ place }) => [...place]);
