import { expect, test } from 'vitest';
import { languageOf, laterWords } from './later.rules.ts';

test.each([
  ['好的亲，今天发货', 'zh-CN'],
  ['明天给您寄出', 'zh-CN'],
  ['親，今天會幫您出貨', 'zh-TW'],
  ["We'll ship it today", 'en'],
] as const)('A19 a later time is told in the language of the promise: %s', (sentence, language) => {
  expect(languageOf(sentence)).toBe(language);
  const words = laterWords(sentence, '2026-03-18T10:00:00.000Z', 'Asia/Shanghai');
  expect(words).toContain('18:00');
  expect(languageOf(words)).toBe(language);
});
