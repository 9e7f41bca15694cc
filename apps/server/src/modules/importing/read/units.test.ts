import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { Mapping } from '../map/mapping.rules.ts';
import { plainOf, type Value } from '../map/value.rules.ts';
import { jsonUnits } from './json-units.ts';
import type { Unit } from './unit.ts';
import { unitsOf } from './units.ts';

const folder = mkdtempSync(join(tmpdir(), 'guitai-units-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const base: Mapping = { kind: 'products', title: 't', fields: {} };

async function collect(units: AsyncIterable<Unit>): Promise<Unit[]> {
  const all: Unit[] = [];
  for await (const unit of units) all.push(unit);
  return all;
}

async function read(
  name: string,
  bytes: string | Buffer,
  mapping: Partial<Mapping> = {},
): Promise<Unit[]> {
  const path = join(folder, 'file');
  writeFileSync(path, bytes);
  return collect(unitsOf(path, name, { ...base, ...mapping }, () => undefined));
}

const plain = (units: readonly Unit[]) =>
  units.map(({ key, value, fault }) => fault ?? [key, plainOf(value as Value)]);

describe('JSON, entry by entry', () => {
  test('an object of records, a list, and one further in', async () => {
    expect(plain(await read('a.json', '{"a":{"x":1},"b":[2]}'))).toEqual([
      ['a', { x: 1 }],
      ['b', [2]],
    ]);
    expect(plain(await read('a.json', '\ufeff [1, "二" ,null,true]'))).toEqual([
      ['', 1],
      ['', '二'],
      ['', null],
      ['', true],
    ]);
    const nested = '{"meta":{"data":[9]},"skip":"{[\\"","data":{"rows":[{"n":1.50}]}}';
    expect(plain(await read('a.json', nested, { records: 'data.rows.*' }))).toEqual([
      ['', { n: 1.5 }],
    ]);
    expect(plain(await read('a.json', '{"a":1}', { records: '.' }))).toEqual([['', { a: 1 }]]);
    expect(plain(await read('a.json', '{}'))).toEqual([]);
    expect(plain(await read('a.jsonl', '{"a":1}\n{"a":2}'))).toEqual([
      ['', { a: 1 }],
      ['', { a: 2 }],
    ]);
  });

  test('whatever the pieces it comes in, it is what JSON.parse makes of the whole', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue()),
        fc.integer({ min: 1, max: 9 }),
        async (whole, size) => {
          const text = JSON.stringify(whole, null, size % 3);
          const pieces = text.match(new RegExp(`[\\s\\S]{1,${size}}`, 'g')) ?? [];
          const units = await collect(
            jsonUnits(
              (async function* () {
                yield* pieces;
              })(),
              [],
            ),
          );
          const parsed = JSON.parse(text);
          expect(units.map((unit) => unit.key)).toEqual(Object.keys(parsed));
          for (const unit of units)
            expect(JSON.parse(JSON.stringify(plainOf(unit.value as Value)))).toEqual(
              parsed[unit.key],
            );
        },
      ),
      { numRuns: 200 },
    );
  });

  test.each([
    '',
    '1',
    '{"a"',
    '{"a":1',
    '[1,2',
    '{"a":1}}'.slice(0, 6),
    '{a:1}',
    '[1 2]',
    'null',
    '\u0000',
  ])('%j is no file of records', async (text) => {
    await expect(read('a.json', text)).rejects.toThrow('cannot be read');
  });

  test('a bad record does not stop the others', async () => {
    const deep = `${'['.repeat(60)}${']'.repeat(60)}`;
    const long = JSON.stringify('x'.repeat(1_100_000));
    const text = `{"a":{"b":tru},"nul":"\\u0000","half":"\\ud83d","deep":${deep},"long":${long},"ok":1,"__proto__":{"x":1}}`;
    expect(plain(await read('a.json', text))).toEqual([
      'malformed',
      'bad_character',
      'bad_character',
      'too_deep',
      'too_large',
      ['ok', 1],
      ['__proto__', { x: 1 }],
    ]);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  test('a number keeps its digits', async () => {
    const [unit] = await read(
      'a.json',
      '[{"a":1304.80,"b":123456789012345678901234567890,"c":0.1,"d":1e2}]',
    );
    expect(plainOf(unit?.value as Value)).toEqual({
      a: 1304.8,
      b: '123456789012345678901234567890',
      c: 0.1,
      d: '1e2',
    });
  });

  test('every naughty string passes as it is, or is named', async () => {
    const list = new URL('../../../../../../../shared/data/hostile/blns.json', import.meta.url);
    let strings: string[] = ['"', '\\', '</script>', '{"a":1}', '‮'];
    try {
      strings = JSON.parse(readFileSync(list, 'utf8'));
    } catch {
      console.info('shared data is absent: a short list of naughty strings is used');
    }
    const units = await read('a.json', JSON.stringify(strings.map((text) => ({ text }))));
    expect(
      units.map((unit) => (unit.value as { text: string } | undefined)?.text ?? unit.fault),
    ).toEqual(strings);
  });
});

describe('CSV', () => {
  test('with a mark, quotes, empty lines, and cells beyond the header', async () => {
    const units = await read('a.csv', '\ufeff名称,价格\r\n"茶, 绿",12.50\r\n\r\n壶,8,多\n');
    expect(plain(units)).toEqual([
      ['', { 名称: '茶, 绿', 价格: '12.50' }],
      ['', { 名称: '壶', 价格: '8', 'column 3': '多' }],
    ]);
    expect(units.map((unit) => unit.line)).toEqual([2, 4]);
  });

  test('GBK, tabs and semicolons are found out', async () => {
    const gbk = Buffer.from([0xc3, 0xfb, 0x3b, 0xbc, 0xdb, 0x0a, 0xb2, 0xe8, 0x3b, 0x31, 0x0a]);
    expect(plain(await read('a.csv', gbk))).toEqual([['', { 名: '茶', 价: '1' }]]);
    expect(plain(await read('a.tsv', 'a\tb\n1\t2\n'))).toEqual([['', { a: '1', b: '2' }]]);
  });

  test('rows of one order are one record', async () => {
    const units = await read('a.csv', 'no,sku\n1,a\n1,b\n2,c\n', { groupBy: 'no' });
    expect(plain(units)).toEqual([
      [
        '',
        {
          no: '1',
          sku: 'a',
          $rows: [
            { no: '1', sku: 'a' },
            { no: '1', sku: 'b' },
          ],
        },
      ],
      ['', { no: '2', sku: 'c', $rows: [{ no: '2', sku: 'c' }] }],
    ]);
  });

  test('a NUL is named, a broken quote is not fatal', async () => {
    expect(plain(await read('a.csv', 'a,b\n1,\u0000\n2,"x"y\n'))).toEqual([
      'bad_character',
      ['', { a: '2', b: '"x"y' }],
    ]);
  });
});

test('a text file is one record', async () => {
  expect(plain(await read('policy.md', '# 规则\n'))).toEqual([
    ['policy.md', { name: 'policy.md', text: '# 规则\n' }],
  ]);
});
