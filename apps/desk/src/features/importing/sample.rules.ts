/** The beginning of a file as the page shows it; the server reads the whole. */
export interface Sample {
  readonly format: 'csv' | 'json' | 'jsonl';
  /** CSV: an array of rows by header. JSON: the whole. JSONL: an array of its lines. */
  readonly root: unknown;
  readonly columns: readonly string[];
  readonly delimiter?: string;
}

/** A value in its place, so that a path may go up to what it lies in. */
export interface Spot {
  readonly value: unknown;
  readonly key: string;
  readonly parent: Spot | null;
}

/** Reads the beginning of a file; undefined when nothing can be shown of it (a JSON file that is cut off). */
export function readSample(fileName: string, text: string, whole: boolean): Sample | undefined {
  const plain = text.replace(/^\uFEFF/, '');
  const first = plain.trimStart()[0];
  if (/\.jsonl$|\.ndjson$/i.test(fileName)) return readLines(plain);
  if (/\.json$/i.test(fileName) || first === '{' || first === '[') {
    return whole ? readJson(plain) : undefined;
  }
  return readCsv(plain, whole);
}

function readJson(text: string): Sample | undefined {
  try {
    return { format: 'json', root: JSON.parse(text), columns: [] };
  } catch {
    return undefined;
  }
}

function readLines(text: string): Sample | undefined {
  const lines = text
    .split('\n')
    .slice(0, 50)
    .filter((line) => line.trim() !== '');
  const root = lines.flatMap((line) => {
    const read = readJson(line);
    return read ? [read.root] : [];
  });
  return root.length > 0 ? { format: 'jsonl', root, columns: [] } : undefined;
}

const mostRows = 60;

function readCsv(text: string, whole: boolean): Sample | undefined {
  const delimiter = delimiterOf(text);
  const table = parseCsv(text, delimiter, mostRows + 1);
  if (!whole && table.length <= mostRows) table.pop();
  const [columns = [], ...rows] = table;
  if (columns.length === 0 || columns.every((name) => name === '')) return undefined;
  const root = rows.map((row) =>
    Object.fromEntries(columns.map((name, at) => [name, row[at] ?? ''])),
  );
  return { format: 'csv', root, columns, delimiter };
}

/** The separator that the first line has most of. */
export function delimiterOf(text: string): string {
  const line = text.slice(0, text.indexOf('\n') >>> 0);
  const counted = [',', '\t', ';'].map((sign) => [sign, line.split(sign).length] as const);
  return counted.reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}

/** Rows of a CSV text, quotes and line breaks inside quotes understood; at most so many rows. */
export function parseCsv(text: string, delimiter: string, most: number): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length && rows.length < most; at += 1) {
    const sign = text[at] as string;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (sign === '"' && cell === '') quoted = true;
    else if (sign === delimiter) {
      row.push(cell);
      cell = '';
    } else if (sign === '\n') {
      row.push(cell.replace(/\r$/, ''));
      rows.push(row);
      row = [];
      cell = '';
    } else cell += sign;
  }
  if (rows.length < most && (cell !== '' || row.length > 0)) rows.push([...row, cell]);
  return rows;
}

const isBranch = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const step = (spot: Spot, key: string): Spot => ({
  value:
    isBranch(spot.value) || Array.isArray(spot.value)
      ? (spot.value as Record<string, unknown>)[key]
      : undefined,
  key,
  parent: spot,
});

/** The first records of a file, by the mapping's way to them and its grouping of rows. */
export function recordsOf(
  sample: Sample,
  { records = '*', groupBy }: { records?: string | undefined; groupBy?: string | undefined },
  most = 20,
): Spot[] {
  if (sample.format === 'csv' && groupBy)
    return grouped(sample.root as Row[], groupBy).slice(0, most);
  const start: Spot = { value: sample.root, key: '', parent: null };
  const way = sample.format === 'json' ? records.split('.') : ['*'];
  return way.reduce<Spot[]>(
    (spots, key) =>
      spots
        .flatMap((spot) =>
          key === '*'
            ? Object.keys((spot.value ?? {}) as object).map((one) => step(spot, one))
            : [step(spot, key)],
        )
        .filter(({ value }) => value !== undefined)
        .slice(0, most),
    [start],
  );
}

type Row = Record<string, string>;

/** Rows of one thing that follow one another, as one record with the rows in `$rows`. */
function grouped(rows: readonly Row[], by: string): Spot[] {
  const spots: { value: Record<string, unknown> & { $rows: Row[] }; key: string; parent: null }[] =
    [];
  for (const row of rows) {
    const last = spots.at(-1);
    if (last && last.key === row[by]) last.value.$rows.push(row);
    else spots.push({ value: { ...row, $rows: [row] }, key: row[by] ?? '', parent: null });
  }
  return spots;
}

/** Follows a path of the mapping from a record. */
export function follow(from: Spot, path: string | readonly string[]): Spot {
  if (path === '.') return from;
  const keys = typeof path === 'string' ? path.split('.') : path;
  return keys.reduce<Spot>((spot, key) => {
    if (key === '$parent') return spot.parent ?? { value: undefined, key: '', parent: null };
    if (key === '$key') return { value: spot.key, key: '$key', parent: spot };
    return step(spot, key);
  }, from);
}

/** Paths of a record that hold a plain value, and those that hold a list; at most four steps deep. */
export function pathsIn(value: unknown, deep = 4): { leaves: string[]; lists: string[] } {
  const leaves: string[] = [];
  const lists: string[] = [];
  const visit = (at: unknown, path: string, left: number) => {
    if (Array.isArray(at)) {
      if (path) lists.push(path);
    } else if (isBranch(at) && left > 0) {
      for (const [key, inner] of Object.entries(at)) {
        if (!key.includes('.')) visit(inner, path ? `${path}.${key}` : key, left - 1);
      }
    } else if (path) leaves.push(path);
  };
  visit(value, '', deep);
  return { leaves, lists };
}

/** Where the records of a JSON file most likely lie. */
export function likelyRecords(root: unknown): string {
  if (Array.isArray(root)) return '*';
  if (!isBranch(root)) return '*';
  const lists = Object.entries(root).filter(([, value]) => Array.isArray(value));
  const [only] = lists;
  return lists.length === 1 && only ? `${only[0]}.*` : '*';
}
