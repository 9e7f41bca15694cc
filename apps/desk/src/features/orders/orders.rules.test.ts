import { expect, test } from 'vitest';
import { addressText } from '../../lib/address.ts';
import { factText } from '../../lib/facts.ts';
import { moneyState, optionText, toneOfParcel } from './orders.rules.ts';

const totals = {
  goodsMinor: 46_800,
  discountMinor: 0,
  postageMinor: 0,
  adjustmentMinor: 0,
  totalMinor: 46_800,
  paidMinor: 0,
  refundedMinor: 0,
  dueMinor: 46_800,
};
const address = {
  name: '王*',
  phone: '138****4614',
  country: '',
  province: '浙江省',
  city: '杭州市',
  district: '余杭区',
  street: '文一西路****',
  postcode: '',
  masked: true,
};

test('the money of an order in one word', () => {
  expect(moneyState(totals)).toBe('due');
  expect(moneyState({ ...totals, paidMinor: 10_000, dueMinor: 36_800 })).toBe('part_paid');
  expect(moneyState({ ...totals, paidMinor: 46_800, dueMinor: 0 })).toBe('paid');
  expect(moneyState({ ...totals, paidMinor: 46_800, dueMinor: 0, refundedMinor: 100 })).toBe(
    'partly_refunded',
  );
  expect(moneyState({ ...totals, paidMinor: 468, dueMinor: 0, refundedMinor: 468 })).toBe(
    'refunded',
  );
  expect(moneyState({ ...totals, totalMinor: 0, dueMinor: 0 })).toBe('none');
});

test('an address stands in the order of its country', () => {
  expect(addressText(address, 'zh-CN')).toBe('浙江省 杭州市 余杭区 文一西路****');
  expect(addressText({ ...address, province: '北京市', city: '北京市' }, 'en')).toBe(
    '北京市 余杭区 文一西路****',
  );
  expect(
    addressText(
      {
        ...address,
        province: 'TX',
        city: 'Austin',
        district: '',
        street: '12 Elm St',
        postcode: '78701',
      },
      'zh-TW',
    ),
  ).toBe('12 Elm St, Austin, TX, 78701');
  expect(addressText(null, 'en')).toBe('');
});

test('a parcel in trouble speaks louder than one that is signed for', () => {
  expect(toneOfParcel({ trouble: 'problem', status: 'in_transit' })).toBe('late');
  expect(toneOfParcel({ trouble: 'late', status: 'in_transit' })).toBe('soon');
  expect(toneOfParcel({ trouble: 'stuck', status: 'in_transit' })).toBe(
    toneOfParcel({ trouble: null, status: 'in_transit' }),
  );
  expect(toneOfParcel({ trouble: 'stuck', status: 'stuck' })).toBe('soon');
  expect(toneOfParcel({ trouble: null, status: 'signed_self' })).toBe('good');
});

test('options and unusual fields read as text', () => {
  expect(optionText({ 颜色: '蓝色', 尺寸: '28cm', 备注: '' })).toBe('蓝色 / 28cm');
  expect(factText({ 是否加急: false, 赠品: [{ 名称: '抹布', 数量: 2 }] })).toBe(
    '是否加急: false · 赠品: 名称: 抹布 · 数量: 2',
  );
  expect(factText(null)).toBe('');
});
