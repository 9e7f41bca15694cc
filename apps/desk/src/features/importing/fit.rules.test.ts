import { expect, test } from 'vitest';
import { bestFit, fitOf } from './fit.rules.ts';
import { readSample, type Sample } from './sample.rules.ts';

const sample = readSample('a.json', '{"A":{"订单ID":"A","订单状态":"已付款"}}', true) as Sample;
const jd = {
  name: 'jd-shop/orders',
  document: {
    kind: 'orders',
    title: 'JD',
    fields: { externalId: '订单ID', status: { path: '订单状态', words: {} }, total: '金额' },
  },
} as const;
const other = {
  name: 'retail/orders',
  document: { kind: 'orders', title: 'R', fields: { externalId: 'order_id', status: 'status' } },
} as const;

test('the mapping made for such files is offered by itself', () => {
  expect(fitOf(jd.document, sample)).toBeCloseTo(2 / 3);
  const whole = {
    ...jd,
    document: { ...jd.document, fields: { externalId: '订单ID', status: '订单状态' } },
  };
  expect(bestFit([other, whole], sample)?.name).toBe('jd-shop/orders');
  expect(bestFit([other], sample)).toBeUndefined();
  expect(bestFit([whole], null)).toBeUndefined();
});
