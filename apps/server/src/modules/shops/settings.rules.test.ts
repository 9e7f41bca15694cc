import { describe, expect, test } from 'vitest';
import {
  defaultSettings,
  isOpen,
  isPattern,
  isTimezone,
  orderNumber,
  settingsOf,
} from './settings.rules.ts';

describe('SHOP settings', () => {
  test('what was never set has its default, what is unknown is left out', () => {
    expect(settingsOf({})).toEqual(defaultSettings);
    expect(settingsOf({ answerPromiseSeconds: 30, gone: 1 } as never)).toEqual({
      ...defaultSettings,
      answerPromiseSeconds: 30,
    });
    expect(defaultSettings.answerPromiseSeconds).toBe(60);
  });

  test('an order number needs exactly one counter', () => {
    expect(isPattern('{YYYY}{MM}{DD}-{nnnn}')).toBe(true);
    expect(isPattern('GT{n}')).toBe(true);
    expect(isPattern('{YYYY}')).toBe(false);
    expect(isPattern('{n}{n}')).toBe(false);
    expect(isPattern('{n}{HH}')).toBe(false);
    expect(isPattern('')).toBe(false);
  });

  test('an order number is dated where the shop is', () => {
    const at = new Date('2026-03-17T16:30:00Z');
    expect(orderNumber('{YYYY}{MM}{DD}-{nnn}', 71, at, 'Asia/Shanghai')).toBe('20260318-071');
    expect(orderNumber('{YY}{MM}{DD}{n}', 12345, at, 'Europe/Berlin')).toBe('26031712345');
  });

  test('time zones', () => {
    expect(isTimezone('Asia/Shanghai')).toBe(true);
    expect(isTimezone('Mars/Olympus')).toBe(false);
    expect(isTimezone('+08:00')).toBe(false);
  });
});

describe('SHOP business hours', () => {
  const at = (iso: string) => new Date(iso);
  const hours = [
    { weekday: 3, from: '09:00', until: '12:00' },
    { weekday: 3, from: '13:00', until: '18:00' },
    { weekday: 5, from: '20:00', until: '02:00' },
    { weekday: 7, from: '00:00', until: '24:00' },
  ];
  const open = (iso: string) => isOpen(hours, at(iso), 'Asia/Shanghai');

  test('several ranges a day; the end does not belong to them', () => {
    expect(open('2026-03-18T01:00:00Z')).toBe(true);
    expect(open('2026-03-18T04:00:00Z')).toBe(false);
    expect(open('2026-03-18T05:00:00Z')).toBe(true);
    expect(open('2026-03-18T10:00:00Z')).toBe(false);
  });

  test('over midnight', () => {
    expect(open('2026-03-20T12:00:00Z')).toBe(true);
    expect(open('2026-03-20T17:59:00Z')).toBe(true);
    expect(open('2026-03-20T18:00:00Z')).toBe(false);
    expect(open('2026-03-19T17:59:00Z')).toBe(false);
  });

  test('a whole day, and no hours at all', () => {
    expect(open('2026-03-22T15:59:00Z')).toBe(true);
    expect(open('2026-03-22T16:00:00Z')).toBe(false);
    expect(isOpen([], at('2026-03-18T20:00:00Z'), 'Asia/Shanghai')).toBe(true);
  });
});
