import { i18n } from '@lingui/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ago, dayName, fileSize, initials, money, waited } from './format.ts';

beforeAll(() => i18n.loadAndActivate({ locale: 'zh-CN', messages: {} }));
afterAll(() => i18n.loadAndActivate({ locale: 'en', messages: {} }));

test('OPS-10 money from minor units, also where a currency has no cents', () => {
  expect(money(348_200, 'CNY')).toBe('¥3,482.00');
  expect(money(-2_000, 'CNY')).toBe('−¥20.00');
  expect(money(1_200, 'JPY')).toBe('¥1,200');
});

test('waiting grows from seconds to days', () => {
  expect([42_000, 725_000, 11_230_000, 180_000_000].map(waited)).toEqual([
    '0:42',
    '12:05',
    '3:07:10',
    '2 天 2 小时',
  ]);
});

test('days are told as people say them', () => {
  const noon = new Date(2026, 2, 18, 12).getTime();
  expect(dayName(noon, noon)).toBe('今天');
  expect(dayName(noon - 86_400_000, noon)).toBe('昨天');
  expect(ago(noon - 180_000, noon)).toBe('3 分钟前');
});

test('OPS-10 a Chinese name stands by its last characters, another by its initials', () => {
  expect([initials('王晓敏'), initials('Anna Schmidt'), initials('')]).toEqual(['晓敏', 'AS', '']);
  expect(fileSize(123_456)).toMatch(/120\.6/);
});
