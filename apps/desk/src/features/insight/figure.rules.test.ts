import { i18n } from '@lingui/core';
import { expect, it } from 'vitest';
import { changeOf, duration, type Figure } from './figure.rules.ts';

const figure = (value: number | null): Figure => ({
  ...{ metric: 'response', value, sample: 3, stats: null },
  amounts: [],
});

it('REP-01 says a time in the units one would', () => {
  i18n.load('en', {});
  i18n.activate('en');
  expect(duration(8.25)).toBe('8.3s');
  expect(duration(59)).toBe('59s');
  expect(duration(185)).toBe('3m 5s');
  expect(duration(7800)).toBe('2h 10m');
  expect(duration(180)).toBe('3m');
  expect(duration(3600)).toBe('1h');
});

it('REP-01 compares only what can be compared', () => {
  expect(changeOf(figure(30), figure(60))).toBe(-0.5);
  expect(changeOf(figure(30), figure(0))).toBeNull();
  expect(changeOf(figure(null), figure(3))).toBeNull();
});
