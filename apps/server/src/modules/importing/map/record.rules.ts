import { statusOfText } from '../../orders/index.ts';
import {
  bounded,
  convert,
  optionsOf,
  type Reading,
  Rejection,
  textOf,
  textsOf,
} from './convert.rules.ts';
import type { Mapping, Source, SourceFields, When } from './mapping.rules.ts';
import { outlineOf } from './outline.rules.ts';
import { entriesOf, follow, type Spot } from './paths.rules.ts';
import { restOf, Used } from './rest.rules.ts';
import type { Field, Fields } from './targets.ts';
import { plainOf, type Value } from './value.rules.ts';

/** A record after mapping: our fields, and `attributes` with what none of them has read. */
export type Mapped = Record<string, unknown> & {
  readonly attributes: Readonly<Record<string, unknown>>;
};

interface Work {
  readonly used: Used;
  readonly reading: Reading;
}

/** Where a source that is a single value finds it. */
function valueAt(source: Source, spot: Spot, work: Work): Value | undefined {
  if (typeof source === 'string') return taken(follow(spot, source), work);
  if (source.const !== undefined)
    return typeof source.const === 'number' ? String(source.const) : source.const;
  if (source.first) return firstOf(source.first, spot, work);
  if (source.join) return joined(source, source.join, spot, work);
  const found = follow(spot, source.path ?? '.');
  const translated = source.words !== undefined || source.like !== undefined;
  const value = translated ? found.value : taken(found, work);
  if (source.as === 'outline') return value === undefined ? undefined : outlineOf(value);
  return worded(source, cleaned(source, value));
}

function joined(
  source: Exclude<Source, string>,
  parts: readonly Source[],
  spot: Spot,
  work: Work,
): string | undefined {
  const texts = parts.map((part) => textOf(valueAt(part, spot, work)));
  if (source.whole && texts.includes(null)) return undefined;
  return texts.filter((text) => text !== null).join(source.with ?? ' ');
}

/** The first alternative that says something; what the others say stays among the attributes. */
function firstOf(sources: readonly Source[], spot: Spot, work: Work): Value | undefined {
  for (const source of sources) {
    const value = valueAt(source, spot, work);
    if (value !== undefined && value !== null && value !== '') return value;
  }
  return undefined;
}

function taken(spot: Spot, { used }: Work): Value | undefined {
  if (spot.way !== null && spot.value !== undefined) used.mark(spot.way);
  return spot.value;
}

function cleaned(source: Exclude<Source, string>, value: Value | undefined): Value | undefined {
  const text = source.remove ? textOf(value) : null;
  return text === null
    ? value
    : (source.remove ?? []).reduce((rest, part) => rest.replaceAll(part, ''), text);
}

/** A word that is translated stays among the attributes too: the translation may say less. */
function worded(source: Exclude<Source, string>, value: Value | undefined): Value | undefined {
  const text = textOf(value);
  if (source.like === 'parcelStatus') return text === null ? null : statusOfText(text);
  if (!source.words) return value;
  const word = text !== null && Object.hasOwn(source.words, text) ? source.words[text] : undefined;
  return word ?? source.otherwise ?? (text === null ? null : text);
}

/** Whether an entry of a list is there: its `$when` holds, or it has none. */
function applies(fields: SourceFields, spot: Spot): boolean {
  const when = (fields as { $when?: When }).$when;
  if (!when) return true;
  const text = textOf(follow(spot, when.path).value) ?? '';
  return (when.is?.includes(text) ?? true) && !(when.not?.includes(text) ?? false);
}

function listAt(
  source: Source,
  field: Extract<Field, { type: 'list' }>,
  name: string,
  spot: Spot,
  work: Work,
): unknown[] {
  if (typeof source === 'string') throw new Rejection(name, 'not_list');
  if (source.list) {
    const there = source.list.filter((fields) => applies(fields, spot));
    return there.map((fields, n) => objectAt(fields, field.of, `${name}/${n}`, spot, work, false));
  }
  const at = follow(spot, source.each ?? '.');
  if (at.value === undefined || at.value === null || at.value === '') {
    taken(at, work);
    return [];
  }
  if (typeof at.value !== 'object') throw new Rejection(name, 'not_list');
  const entries = bounded(entriesOf(at), field.most, name);
  if (entries.length === 0) taken(at, work);
  return entries.map((entry, n) =>
    objectAt(source.fields ?? {}, field.of, `${name}/${n}`, entry, work, field.keeps === true),
  );
}

function fieldAt(source: Source, field: Field, name: string, spot: Spot, work: Work): unknown {
  if (field.type === 'list') return listAt(source, field, name, spot, work);
  if (field.type === 'object') {
    const fields = typeof source === 'string' ? {} : (source.fields ?? {});
    const made = objectAt(fields, field.of, name, spot, work, false);
    return Object.values(made).some((value) => value !== null) ? made : null;
  }
  if (field.type === 'options') {
    if (typeof source !== 'string' && source.fields) return optionsFrom(source.fields, spot, work);
    return optionsOf(valueAt(source, spot, work), name);
  }
  if (field.type === 'texts') {
    const at = typeof source === 'string' || !source.each ? null : follow(spot, source.each);
    if (at && typeof source !== 'string') {
      const path = source.path ?? '.';
      return textsOf(
        entriesOf(at).map((entry) => valueAt({ path }, entry, work)),
        field,
        name,
      );
    }
    const value = valueAt(source, spot, work);
    return textsOf(Array.isArray(value) ? value : [value], field, name);
  }
  if (field.type === 'any') {
    if (typeof source !== 'string' && source.fields) return factsFrom(source.fields, spot, work);
    const value = valueAt(source, spot, work);
    return value === undefined ? null : plainOf(value);
  }
  return convert(valueAt(source, spot, work), field, name, work.reading);
}

function optionsFrom(fields: SourceFields, spot: Spot, work: Work): Record<string, string> {
  const options: Record<string, string> = Object.create(null);
  for (const [key, source] of Object.entries(fields)) {
    const text = textOf(valueAt(source, spot, work));
    if (text !== null) options[key] = text;
  }
  return options;
}

function factsFrom(fields: SourceFields, spot: Spot, work: Work): Record<string, unknown> {
  const facts: Record<string, unknown> = Object.create(null);
  for (const [key, source] of Object.entries(fields)) {
    const value = valueAt(source, spot, work);
    if (value !== undefined) facts[key] = plainOf(value);
  }
  return facts;
}

/** Maps one group of fields; where `keeps` is set, what is left of the entry becomes its own attributes. */
function objectAt(
  fields: SourceFields,
  target: Fields,
  name: string,
  spot: Spot,
  work: Work,
  keeps: boolean,
): Record<string, unknown> {
  const made: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(target)) {
    const source = Object.hasOwn(fields, key) ? fields[key] : undefined;
    const at = name === '' ? key : `${name}/${key}`;
    made[key] = source === undefined ? null : fieldAt(source, field, at, spot, work);
  }
  if (keeps && spot.way !== null && spot.value !== undefined) {
    made.attributes = attributesOf(restOf(spot.value, work.used, spot.way));
    work.used.mark(spot.way);
  }
  return made;
}

const attributesOf = (rest: unknown): Record<string, unknown> => {
  if (rest === undefined) return {};
  return typeof rest === 'object' && rest !== null && !Array.isArray(rest)
    ? (rest as Record<string, unknown>)
    : { rest };
};

const longestAttributes = 400_000;

/** Maps a record. Throws a Rejection that names the first field that does not fit. */
export function mapRecord(
  record: Spot,
  { fields, ignore = [] }: Pick<Mapping, 'fields' | 'ignore'>,
  target: Fields,
  reading: Reading,
): Mapped {
  const work: Work = { used: new Used(), reading };
  for (const path of ignore) taken(follow(record, path), work);
  const made = objectAt(fields, target, '', record, work, false);
  const attributes = attributesOf(
    record.value === undefined ? undefined : restOf(record.value, work.used),
  );
  if (JSON.stringify(attributes).length > longestAttributes)
    throw new Rejection('attributes', 'too_large');
  return { ...made, attributes };
}
