import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { phoneForms, phoneTail, readPhone } from './phone.rules.ts';

describe('CON-08 phone numbers', () => {
  test.each([
    '13812345678',
    '+8613812345678',
    '138 1234 5678',
    '138-1234-5678',
    '008613812345678',
    '１３８１２３４５６７８',
  ])('a Chinese mobile written %s is one number', (text) =>
    expect(readPhone(text)).toEqual({ number: '+8613812345678', country: 'CN', valid: true }),
  );

  test('the country decides, and a number may name another itself', () => {
    expect(readPhone('(415) 555-2671', 'US')?.number).toBe('+14155552671');
    expect(readPhone('0912 345 678', 'TW')?.number).toBe('+886912345678');
    expect(readPhone('+886912345678', 'CN')?.country).toBe('TW');
    expect(readPhone('0571-88886666', 'CN')?.number).toBe('+8657188886666');
  });

  test('an invented number is kept as written', () => {
    expect(readPhone('11213348266')).toEqual({
      number: '11213348266',
      country: 'CN',
      valid: false,
    });
    expect(readPhone('10747265324')?.valid).toBe(false);
  });

  test.each([
    '',
    'abc',
    '1234',
    '138****5678',
    '12345678901234567890123',
    '=1+1',
    '1381234x678',
    '+',
    '( )-',
  ])('%j is no phone number', (text) => expect(readPhone(text)).toBeNull());

  test('an unknown country does not throw', () => {
    expect(readPhone('13812345678', 'ZZ')?.number).toBe('+8613812345678');
  });

  test('reading what was kept changes nothing, and every form finds it', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^1[3-9]\d{9}$/), (mobile) => {
        const kept = readPhone(mobile);
        expect(kept).not.toBeNull();
        expect(readPhone(kept?.number ?? '')).toEqual(kept);
        expect(phoneForms(mobile)).toContain(kept?.number);
        expect(phoneForms(`+86 ${mobile}`)).toContain(kept?.valid ? kept.number : `+86${mobile}`);
        expect(phoneTail(kept?.number ?? '')).toBe(mobile.slice(-4));
      }),
    );
  });
});
