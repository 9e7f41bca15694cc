import { expect, test } from 'vitest';
import { guessMapping } from './guess.rules.ts';
import {
  type Mapping,
  missingFields,
  plainPath,
  rowsOf,
  sourceText,
  withSource,
} from './mapping.rules.ts';
import { readSample, type Sample } from './sample.rules.ts';

const shop = { currency: 'CNY', timezone: 'Asia/Shanghai' };

test('the columns of a Chinese order sheet are taken for ours by their names', () => {
  const sample = readSample(
    'orders.csv',
    '订单编号,订单状态,用户ID,商品名称,规格,数量,单价,收件人,手机,省份,城市,详细地址\nA1,已付款,u1,竹碗,大号,2,19.90,王晓敏,138,浙江,杭州,x\n',
    true,
  ) as Sample;
  const mapping = guessMapping('orders', sample, shop);
  expect(mapping).toMatchObject({
    groupBy: '订单编号',
    currency: 'CNY',
    fields: {
      externalId: '订单编号',
      status: '订单状态',
      buyerExternalId: '用户ID',
      lines: {
        each: '$rows',
        fields: {
          title: '商品名称',
          options: { fields: { 规格: '规格' } },
          quantity: '数量',
          unit: '单价',
        },
      },
      address: { fields: { name: '收件人', phone: '手机', city: '城市', street: '详细地址' } },
    },
  });
  expect(missingFields(mapping)).toEqual([]);
});

test('the lists of a JSON file become lists of ours', () => {
  const sample = readSample(
    'orders.json',
    '{"A1":{"order_id":"A1","status":"paid","items":[{"title":"Cup","quantity":1,"price":3}]}}',
    true,
  ) as Sample;
  expect(guessMapping('orders', sample, shop).fields).toMatchObject({
    externalId: 'order_id',
    lines: { each: 'items', fields: { title: 'title', unit: 'price' } },
  });
});

const mapping: Mapping = {
  kind: 'orders',
  title: 'x',
  fields: {
    externalId: { first: ['id', 'no'] },
    status: { path: 'state', words: { done: 'completed' } },
    lines: { each: 'items', fields: { quantity: 'n' } },
  },
};

test('a source is shown as what it is', () => {
  expect(sourceText({ first: ['id', 'no'] })).toBe('id | no');
  expect(sourceText({ join: ['a', { const: '-' }, 'b'] })).toBe('a + “-” + b');
  expect(plainPath({ path: 'state', words: {} })).toBe('state');
  expect(plainPath({ first: ['id'] })).toBeUndefined();
  expect(plainPath({ fields: { 规格: '规格' } })).toBe('规格');
  expect(plainPath(undefined)).toBe('');
});

test('a field is set, changed and taken out in its place', () => {
  const set = withSource(mapping, ['lines', 'unit'], 'price');
  expect(set.fields.lines).toEqual({ each: 'items', fields: { quantity: 'n', unit: 'price' } });
  expect(missingFields(mapping)).toEqual([['lines', 'unit']]);
  expect(missingFields(set)).toEqual([]);
  expect(withSource(set, ['status'], undefined).fields.status).toBeUndefined();
  expect(withSource(set, ['address', 'city'], 'town').fields.address).toEqual({
    fields: { city: 'town' },
  });
  expect(rowsOf(set).find(({ place }) => place.join('.') === 'lines.unit')?.source).toBe('price');
});
