import { expect, test } from 'vitest';
import { follow, likelyRecords, parseCsv, pathsIn, readSample, recordsOf } from './sample.rules.ts';

test('a CSV is read with quotes, line breaks inside them, and its own separator', () => {
  expect(parseCsv('a,b\r\n"x, ""y""","1\n2"\n', ',', 9)).toEqual([
    ['a', 'b'],
    ['x, "y"', '1\n2'],
  ]);
  const sample = readSample('订单.csv', '\uFEFF订单号;金额\nA1;12,50\n', true);
  expect(sample?.columns).toEqual(['订单号', '金额']);
  expect(sample?.root).toEqual([{ 订单号: 'A1', 金额: '12,50' }]);
});

test('of a file that is cut off, the last row is not trusted', () => {
  expect(readSample('a.csv', 'id,name\n1,x\n2,ha', false)?.root).toEqual([{ id: '1', name: 'x' }]);
  expect(readSample('a.json', '[{"id":1},{"i', false)).toBeUndefined();
});

test('rows of one order that follow one another are one record', () => {
  const sample = readSample('a.csv', 'id,sku\nA,1\nA,2\nB,3\n', true);
  const records = sample ? recordsOf(sample, { groupBy: 'id' }) : [];
  expect(records.map(({ value }) => (value as { $rows: unknown[] }).$rows.length)).toEqual([2, 1]);
});

test('records lie where the mapping says, and paths may go up', () => {
  const root = { u1: { name: '王', orders: { A: { n: 1 } } }, u2: { name: '李', orders: {} } };
  const sample = { format: 'json' as const, root, columns: [] };
  const [first] = recordsOf(sample, { records: '*.orders.*' });
  expect(first?.key).toBe('A');
  expect(first && follow(first, '$key').value).toBe('A');
  expect(first && follow(first, '$parent.$parent.name').value).toBe('王');
  expect(first && follow(first, 'n').value).toBe(1);
  expect(first && follow(first, 'n.x').value).toBeUndefined();
});

test('the fields of a record are offered as paths', () => {
  expect(pathsIn({ id: 1, to: { city: '杭州' }, items: [{ sku: 'a' }] })).toEqual({
    leaves: ['id', 'to.city'],
    lists: ['items'],
  });
  expect(likelyRecords({ orders: [1], total: 3 })).toBe('orders.*');
  expect(likelyRecords({ A: {}, B: {} })).toBe('*');
});
