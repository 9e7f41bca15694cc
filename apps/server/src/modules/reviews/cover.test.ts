import { expect, test } from 'vitest';
import { covered } from './cover.rules.ts';

test.each([
  ['打 138 1234 5678', '', '打 138****78'],
  ['+86-13812345678。', '', '861****78。'],
  ['li@example.com 找我', '', 'l***@example.com 找我'],
  ['2026-11-22 收到，用了 30 天', '', '2026-11-22 收到，用了 30 天'],
  ['王晓敏您好', '王晓敏', '王**您好'],
  ['很好用', '', '很好用'],
])('A16 in public %s stands covered', (text, name, shown) => {
  expect(covered(text, name)).toBe(shown);
});
