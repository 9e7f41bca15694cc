import { expect, test } from 'vitest';
import { worthOf } from './password.rules.ts';

test('a password is judged by its length and by what everybody tries first', () => {
  expect(worthOf('')).toBe('empty');
  expect(worthOf('Ab3$xY9!')).toBe('short');
  expect(worthOf('password123')).toBe('guessable');
  expect(worthOf('1234567890')).toBe('guessable');
  expect(worthOf('aaaaaaaaaaaa')).toBe('guessable');
  expect(worthOf('wangxm2024', 'wangxm@example.com')).toBe('guessable');
  expect(worthOf('sunny-lake')).toBe('fair');
  expect(worthOf('four plain words here')).toBe('strong');
  expect(worthOf('春眠不觉晓处处闻啼鸟')).toBe('strong');
});
