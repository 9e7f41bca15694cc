import { describe, expect, test } from 'vitest';
import { failuresAfter, secondsToWait } from './throttle.rules.ts';

const at = new Date('2026-03-18T06:00:00Z');
const later = (seconds: number) => new Date(at.getTime() + seconds * 1000);
const tries = (failures: number) => ({ failures, lastFailedAt: at });

describe('SEC-02 wrong passwords slow down', () => {
  test('nine wrong tries cost nothing, the tenth starts a delay that grows', () => {
    expect(secondsToWait(null, at)).toBe(0);
    expect(secondsToWait(tries(9), at)).toBe(0);
    expect(secondsToWait(tries(10), at)).toBe(30);
    expect(secondsToWait(tries(11), at)).toBe(60);
    expect(secondsToWait(tries(14), at)).toBe(480);
    expect(secondsToWait(tries(15), at)).toBe(900);
    expect(secondsToWait(tries(4000), at)).toBe(900);
  });

  test('the delay runs out, the count stays for a day', () => {
    expect(secondsToWait(tries(10), later(29.2))).toBe(1);
    expect(secondsToWait(tries(10), later(30))).toBe(0);
    expect(failuresAfter(tries(10), later(30))).toBe(11);
    expect(failuresAfter(tries(10), later(24 * 3600))).toBe(1);
    expect(secondsToWait(tries(4000), later(24 * 3600))).toBe(0);
  });
});
