import { parse } from 'csv-parse/sync';

/** A script as a file tells of it. */
export interface FileRow {
  readonly line: number;
  /** Folder and folder within it, outermost first. */
  readonly folder: readonly string[];
  readonly code: string;
  readonly title: string;
  readonly text: string;
}

type Field = 'folder' | 'subfolder' | 'code' | 'title' | 'text';

/** Headings by which exports of 千牛, 京东 and our own call their columns, without spaces, in small letters. */
const headings: Readonly<Record<string, Field>> = {
  快捷短语分组: 'folder',
  分组: 'folder',
  一级分组: 'folder',
  分组名称: 'folder',
  分类: 'folder',
  一级分类: 'folder',
  文件夹: 'folder',
  資料夾: 'folder',
  folder: 'folder',
  group: 'folder',
  二级分组: 'subfolder',
  二级分类: 'subfolder',
  subfolder: 'subfolder',
  快捷短语编码: 'code',
  快捷编码: 'code',
  快捷码: 'code',
  编码: 'code',
  快捷键: 'code',
  快速碼: 'code',
  code: 'code',
  shortcut: 'code',
  标题: 'title',
  標題: 'title',
  话术标题: 'title',
  title: 'title',
  name: 'title',
  快捷短语: 'text',
  快捷短语内容: 'text',
  短语内容: 'text',
  话术内容: 'text',
  内容: 'text',
  話術內容: 'text',
  內容: 'text',
  回复内容: 'text',
  text: 'text',
  content: 'text',
};

/** Longer is no heading, and searching it would be work for nothing. */
const longestHeading = 60;

function fieldOf(text: string): Field | undefined {
  const heading = text.slice(0, longestHeading);
  return (
    headings[
      heading
        .replace(/[\s\uFEFF*＊（(].*$/u, '')
        .trim()
        .toLowerCase()
    ] ?? headings[heading.replace(/[\s\uFEFF*＊]/g, '').toLowerCase()]
  );
}

const titleLength = 24;

/** Without a title of its own a script is called by how it begins. */
const titleFrom = (text: string): string =>
  [...text.replace(/\s+/g, ' ').trim()].slice(0, titleLength).join('');

function rowOf(line: number, cell: (field: Field) => string): FileRow {
  const folder = [...cell('folder').split(/[/>]/), cell('subfolder')]
    .map((name) => name.trim().slice(0, 60))
    .filter((name) => name !== '');
  const text = cell('text').trim();
  return {
    line,
    folder: folder.slice(0, 4),
    code: cell('code').trim().slice(0, 20),
    title: (cell('title').trim() || titleFrom(text)).slice(0, 100),
    text,
  };
}

/** Reads a file of scripts; a sentence that says why not when it cannot. */
export function readFile(text: string): FileRow[] | string {
  const plain = text.replace(/^\uFEFF/, '').trim();
  return /^[[{]/.test(plain) ? readJson(plain) : readCsv(plain);
}

function readCsv(text: string): FileRow[] | string {
  let records: string[][];
  const delimiter = (text.split('\n', 1)[0] ?? '').includes('\t') ? '\t' : ',';
  try {
    records = parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    });
  } catch (error) {
    return error instanceof Error ? error.message : 'CSV';
  }
  const columns = (records[0] ?? []).map(fieldOf);
  if (!columns.includes('text')) return (records[0] ?? []).join(', ').slice(0, 120) || 'CSV';
  return records
    .slice(1)
    .map((cells, n) => rowOf(n + 2, (field) => unquoted(cells[columns.indexOf(field)] ?? '')));
}

/** What a spreadsheet was kept from calculating gets its first sign back. */
const unquoted = (cell: string): string => cell.replace(/^'(?=[\s=+\-@＝＋－＠;,%"'|])/u, '');

function readJson(text: string): FileRow[] | string {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch (error) {
    return error instanceof Error ? error.message : 'JSON';
  }
  const list = Array.isArray(read) ? read : (read as Record<string, unknown>).scripts;
  if (!Array.isArray(list)) return 'JSON: [ … ]';
  return list.map((one: unknown, n) => {
    const fields = new Map<Field, string>();
    for (const [name, value] of Object.entries((one ?? {}) as Record<string, unknown>)) {
      const field = fieldOf(name);
      if (field && typeof value === 'string') fields.set(field, value);
    }
    return rowOf(n + 1, (field) => fields.get(field) ?? '');
  });
}

/** What a spreadsheet takes for a formula, in half and full width. */
const formula = /^[\s\p{Cf}]*[=+\-@\t\r\n;,%"'|＝＋－＠]/u;

const cellOf = (text: string): string => {
  const kept = formula.test(text) ? `'${text}` : text;
  return /[",\r\n;\t']/.test(kept) ? `"${kept.replaceAll('"', '""')}"` : kept;
};

/** The scripts as CSV with a mark by which spreadsheets know it is UTF-8. */
export const writeCsv = (rows: readonly Omit<FileRow, 'line'>[]): string =>
  `\uFEFF${[
    ['folder', 'code', 'title', 'text'],
    ...rows.map((row) => [row.folder.join('/'), row.code, row.title, row.text]),
  ]
    .map((cells) => `${cells.map(cellOf).join(',')}\r\n`)
    .join('')}`;
