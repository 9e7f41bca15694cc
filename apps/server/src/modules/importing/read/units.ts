import { createReadStream } from 'node:fs';
import type { Mapping } from '../map/mapping.rules.ts';
import { limits, unfit } from '../map/value.rules.ts';
import { csvUnits, grouped } from './csv-units.ts';
import { decoded } from './decode.ts';
import { jsonLines, jsonUnits } from './json-units.ts';
import { shortened, type Unit } from './unit.ts';

/** A whole file as one record: `name` and `text`. */
async function* wholeText(chunks: AsyncIterable<string>, name: string): AsyncGenerator<Unit> {
  let text = '';
  for await (const chunk of chunks) {
    text += chunk;
    if (text.length > limits.recordChars) {
      yield { number: 1, line: null, key: name, text: '', fault: 'too_large' };
      return;
    }
  }
  const value = { name, text: text.replace(/^\ufeff/, '') };
  const fault = unfit(value);
  const base = { number: 1, line: null, key: name, text: shortened(text) };
  yield fault ? { ...base, fault } : { ...base, value };
}

const formatOf = (mapping: Mapping, name: string): NonNullable<Mapping['format']> => {
  if (mapping.format) return mapping.format;
  if (/\.(csv|tsv)$/i.test(name)) return 'csv';
  if (/\.(jsonl|ndjson)$/i.test(name)) return 'jsonl';
  return /\.(txt|md)$/i.test(name) ? 'text' : 'json';
};

/** Keys before the first `*` of a records path, and what follows it. */
export function splitPath(records: string): { before: string[]; after: string[] } {
  const keys = records.split('.');
  const star = keys.indexOf('*');
  return star < 0
    ? { before: keys, after: [] }
    : { before: keys.slice(0, star), after: keys.slice(star + 1) };
}

async function* counted(path: string, passed: (bytes: number) => void): AsyncGenerator<Buffer> {
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
    passed((chunk as Buffer).length);
    yield chunk as Buffer;
  }
}

/** Entries of a file on disk, read one by one with bounded memory. `passed` hears how many bytes were read. */
export function unitsOf(
  path: string,
  name: string,
  mapping: Mapping,
  passed: (bytes: number) => void,
): AsyncIterable<Unit> {
  const text = decoded(counted(path, passed), mapping.encoding);
  const rows = () => csvUnits(text, mapping.delimiter);
  switch (formatOf(mapping, name)) {
    case 'csv':
      return mapping.groupBy ? grouped(rows(), mapping.groupBy) : rows();
    case 'jsonl':
      return jsonLines(text);
    case 'text':
      return wholeText(text, name);
    default:
      return mapping.records === '.'
        ? wholeJson(text)
        : jsonUnits(text, splitPath(mapping.records ?? '*').before);
  }
}

/** A JSON file that is itself one record. */
async function* wholeJson(chunks: AsyncIterable<string>): AsyncGenerator<Unit> {
  for await (const unit of jsonLines(chunks)) {
    yield unit;
    return;
  }
}
