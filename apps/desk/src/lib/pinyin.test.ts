import { expect, test } from 'vitest';
import { matches, pinyinInitials } from './pinyin.ts';

test('initials of Chinese names, other letters as they are', () => {
  expect(pinyinInitials('王晓敏')).toBe('wxm');
  expect(pinyinInitials('欧阳明日')).toBe('oymr');
  expect(pinyinInitials('李工 Max')).toBe('lg max');
});

test('a name is found by its characters, by initials, and by parts of words', () => {
  expect(matches('核对订单', 'hddd')).toBe(true);
  expect(matches('核对订单', '订单')).toBe(true);
  expect(matches('Anna Schmidt', 'sch ann')).toBe(true);
  expect(matches('王晓敏', 'lm')).toBe(false);
});
