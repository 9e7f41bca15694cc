import { Instant } from '@guitai/contract';
import { describe, expect, it } from 'vitest';
import { compileCheck } from './validate.ts';

const check = compileCheck(Instant);

describe('API-05 an instant exists', () => {
  it.each([
    '2026-03-18T06:02:11.000Z',
    '2026-03-18T14:02:11+08:00',
    '2024-02-29T23:59:59.123456Z',
    '1999-12-31T00:00:00-12:00',
    '9999-12-31T23:59:59Z',
  ])('%s is taken', (text) => {
    expect(check(text)).toBeNull();
  });

  it.each([
    '2026-13-01T00:00:00Z',
    '2026-02-30T00:00:00Z',
    '2025-02-29T00:00:00Z',
    '2026-01-01T24:00:00Z',
    '2026-01-01T23:60:00Z',
    '2026-01-01T23:59:60Z',
    '0000-01-01T00:00:00Z',
    '2026-01-01T00:00:00+99:99',
    '2026-01-01T00:00:00+14:30',
    '2026-01-01',
  ])('%s is refused', (text) => {
    expect(check(text)?.code).toBe('request.invalid');
  });
});
