import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvLine, safeCell } from '../../kernel/csv.ts';

const file = new URL('../../../../../../shared/data/hostile/csv-injection.json', import.meta.url);
const starters: string[] = existsSync(file)
  ? JSON.parse(readFileSync(file, 'utf8'))
  : ['=1+1', '+1', '-1', '@SUM(1)', '\t=1', '\r=1', '＝1', '\ufeff=1'];

const cellOf = (line: string): string => parse(line, { relax_column_count: true })[0]?.[0] ?? '';

describe('a rejects file opened in a spreadsheet calculates nothing', () => {
  test.each(starters)('%j', (text) => {
    const cell = cellOf(csvLine([text]));
    expect(cell.replace(/^'/, '')).toBe(text);
    // Numbers and dates that begin with a digit are no formulas and stay as they are.
    if (!/^[0-9A-Za-z]/.test(text)) expect(cell.startsWith("'")).toBe(true);
  });

  test('whatever the text, it is one cell and comes back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const [row] = parse(csvLine([text, 'end']), { relax_column_count: true });
        expect(row?.at(-1)).toBe('end');
        expect([text, `'${text}`]).toContain(row?.[0]);
      }),
    );
  });

  test('phone and order numbers are unchanged', () => {
    expect(csvLine(['13812344614', '20260318-071', 5, null])).toBe(
      '13812344614,20260318-071,5,\r\n',
    );
    expect(safeCell('#W2611340')).toBe('#W2611340');
  });
});
