import { expect, test } from 'vitest';
import { changesOf, partsOf, quickAmounts } from './act.rules.ts';
import { doubtOf, emptyAddress, partsShown } from './address.rules.ts';

const totals = {
  goodsMinor: 46_800,
  discountMinor: 0,
  postageMinor: 1_200,
  adjustmentMinor: 0,
  totalMinor: 48_000,
  paidMinor: 0,
  refundedMinor: 0,
  dueMinor: 48_000,
};

test('SHOP-12 a cheaper postage says what it makes of the total and of what is to be paid', () => {
  const act = {
    kind: 'postage_changed',
    params: { fromMinor: 1_200, toMinor: 0, totalMinor: 46_800 },
  } as const;
  expect(changesOf(totals, act)).toEqual([
    { what: 'postage', from: 1_200, to: 0 },
    { what: 'total', from: 48_000, to: 46_800 },
    { what: 'due', from: 48_000, to: 46_800 },
  ]);
  const paid = { ...totals, paidMinor: 48_000, dueMinor: 0 };
  expect(changesOf(paid, act).map(({ what }) => what)).toEqual(['postage', 'total']);
  expect(changesOf(paid, { kind: 'refunded', params: {} })).toEqual([]);
});

test('SHOP-06 money by method: back, or charged, also where a payment moves from one to another', () => {
  const part = { methodKind: 'wechat_pay', label: '', amountMinor: 500, state: 'pending' };
  expect(partsOf({ params: { parts: [part] }, amountMinor: 500 })[0]).toMatchObject({
    charged: false,
  });
  expect(partsOf({ params: { parts: [part] }, amountMinor: -500 })[0]).toMatchObject({
    charged: true,
  });
  const moved = partsOf({ params: { from: [part], to: [part] }, amountMinor: null });
  expect(moved.map(({ charged }) => charged)).toEqual([false, true]);
  expect(partsOf({ params: { from: '浙江省', to: '江苏省' }, amountMinor: null })).toEqual([]);
});

test('quick amounts are never below zero and never what stands there', () => {
  expect(quickAmounts(1_200, [5, 10], 100)).toEqual([0, 700, 200]);
  expect(quickAmounts(500, [5, 10], 100)).toEqual([0]);
  expect(quickAmounts(0, [5, 10], 100)).toEqual([]);
});

test('SHOP-07 only what nobody wrote or nobody is sure of is marked, until a person corrects it', () => {
  const address = {
    ...emptyAddress,
    phone: '13905718888',
    district: '鼓楼区',
    street: '中山路8号',
  };
  const reading = {
    address,
    region: 'contradictory',
    missing: ['name'],
    sure: { name: false, phone: true, region: false, street: true },
    problems: [],
    choices: [],
    rest: '',
  } as const;
  const of = (now: typeof address) =>
    (['name', 'phone', 'district', 'street'] as const).map((part) =>
      doubtOf(part, reading as never, now),
    );
  expect(of(address)).toEqual(['missing', undefined, 'unsure', undefined]);
  expect(of({ ...address, name: '王桂兰', district: '西湖区' })).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  expect(partsShown(null, address)).not.toContain('postcode');
  expect(partsShown({ postcode: '311100' }, address)).toContain('postcode');
});
