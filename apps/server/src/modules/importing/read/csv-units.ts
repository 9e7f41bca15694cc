import { Readable } from 'node:stream';
import { type CsvError, parse } from 'csv-parse';
import { plainCell } from '../../../kernel/csv.ts';
import { isUnstorable, limits } from '../map/value.rules.ts';
import { shortened, type Unit, UnreadableFile } from './unit.ts';

interface Row {
  readonly record: string[];
  readonly raw: string;
  readonly info: { readonly lines: number };
}

/** The separator a first line uses most: comma, semicolon, tab or the full-width comma of Chinese exports. */
export function separatorOf(firstLine: string): string {
  const found = [',', ';', '\t', '，', '|'].map((one) => ({
    one,
    count: firstLine.split(one).length,
  }));
  return found.reduce((best, next) => (next.count > best.count ? next : best)).one;
}

async function* peeked(
  chunks: AsyncIterable<string>,
): AsyncGenerator<{ first: string; rest: AsyncIterable<string> }> {
  const iterator = chunks[Symbol.asyncIterator]();
  let first = '';
  for (;;) {
    const next = await iterator.next();
    if (next.done) break;
    first += next.value;
    if (first.includes('\n') || first.length > 100_000) break;
  }
  const head = first;
  yield {
    first: head.split(/\r?\n/, 1)[0] ?? '',
    rest: (async function* () {
      if (head !== '') yield head;
      for (let next = await iterator.next(); !next.done; next = await iterator.next())
        yield next.value;
    })(),
  };
}

function rowsOf(rest: AsyncIterable<string>, delimiter: string): AsyncIterable<Row> {
  const parser = parse({
    delimiter,
    bom: true,
    info: true,
    raw: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: limits.recordChars,
  });
  const source = Readable.from(rest);
  source.on('error', (error) => parser.destroy(error));
  return source.pipe(parser) as AsyncIterable<Row>;
}

/** The line on which a row begins: it may reach over several. */
const beginOf = ({ raw, info }: Row): number =>
  info.lines - (raw.trim().match(/\r\n|\n|\r/g)?.length ?? 0);

/** A row as an object of its columns; cells beyond the header have their number as key. */
function branchOf(header: readonly string[], cells: readonly string[]): Record<string, string> {
  const row: Record<string, string> = Object.create(null);
  for (const [n, cell] of cells.entries()) row[header[n] ?? `column ${n + 1}`] = plainCell(cell);
  return row;
}

const headerOf = (cells: readonly string[]): string[] => {
  const names = cells.map((cell, n) => cell.trim() || `column ${n + 1}`);
  return names.map((name, n) => (names.indexOf(name) === n ? name : `${name} (${n + 1})`));
};

/** Rows of a CSV file with a header line, read one by one. */
export async function* csvUnits(
  chunks: AsyncIterable<string>,
  delimiter?: string,
): AsyncGenerator<Unit> {
  let header: string[] | null = null;
  let number = 0;
  let line = 1;
  try {
    for await (const { first, rest } of peeked(chunks)) {
      for await (const row of rowsOf(rest, delimiter ?? separatorOf(first))) {
        const { record } = row;
        line = beginOf(row);
        if (!header) {
          header = headerOf(record);
          continue;
        }
        number += 1;
        const base = { number, line, key: '', text: shortened(row.raw.trim()) };
        const bad = record.some(isUnstorable);
        yield bad
          ? { ...base, fault: 'bad_character' }
          : { ...base, value: branchOf(header, record) };
      }
    }
  } catch (error) {
    if (error instanceof Error && (error as CsvError).code?.startsWith('CSV_'))
      throw new UnreadableFile(`line ${line}`);
    throw error;
  }
}

/** Rows of one thing that follow one another become one record: the first row's columns, and all rows in `$rows`. */
export async function* grouped(units: AsyncIterable<Unit>, column: string): AsyncGenerator<Unit> {
  let open: { unit: Unit; key: string; rows: Record<string, string>[] } | null = null;
  const close = ({ unit, rows }: NonNullable<typeof open>): Unit => ({
    ...unit,
    value: { ...(unit.value as Record<string, string>), $rows: rows },
  });
  for await (const unit of units) {
    const row = unit.value as Record<string, string> | undefined;
    const key = row?.[column] ?? '';
    if (row && open && key !== '' && open.key === key && open.rows.length < limits.listItems) {
      open.rows.push(row);
      continue;
    }
    if (open) yield close(open);
    open = row ? { unit, key, rows: [row] } : null;
    if (!row) yield unit;
  }
  if (open) yield close(open);
}
