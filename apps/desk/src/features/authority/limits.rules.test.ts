import { describe, expect, test } from 'vitest';
import { noLimit, percentOf, readTexts, textsOf } from './limits.rules.ts';

const typed = (text: string) => ({
  perActMinor: text,
  perOrderMinor: '',
  perBuyerDayMinor: '',
  perDayMinor: '',
});

describe('ACL-03 a limit as one types it', () => {
  test('empty is no limit, 0 always asks, anything but an amount is not sent', () => {
    expect(readTexts(typed(''), 'CNY')?.perActMinor).toBeNull();
    expect(readTexts(typed('0'), 'CNY')?.perActMinor).toBe(0);
    expect(readTexts(typed('12.5'), 'CNY')?.perActMinor).toBe(1250);
    expect(readTexts(typed('viel'), 'CNY')).toBeUndefined();
  });

  test('what stands is shown as one would type it', () => {
    const texts = textsOf({ ...noLimit, perActMinor: 15_000, perDayMinor: 1_250 }, 'CNY');
    expect(texts).toEqual({ ...typed('150'), perDayMinor: '12.50' });
    expect(readTexts(texts, 'CNY')).toMatchObject({ perActMinor: 15_000, perDayMinor: 1_250 });
  });

  test('a floor is a share of 0 to 100, or nothing', () => {
    expect([percentOf(''), percentOf('90'), percentOf('101'), percentOf('x')]).toEqual([
      null,
      90,
      undefined,
      undefined,
    ]);
  });
});
