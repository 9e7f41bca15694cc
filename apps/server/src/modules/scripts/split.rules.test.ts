import { describe, expect, it } from 'vitest';
import { newId } from '../../kernel/ids.ts';
import { betterOf, shareOf } from './share.rules.ts';
import { changedShare, gramsOf, variantFor } from './split.rules.ts';

describe('SCR-04 variants and what came of them', () => {
  it('give a buyer always the same variant, and each variant its part of the buyers', () => {
    const script = newId();
    const counts = [0, 0, 0];
    for (let n = 0; n < 3_000; n += 1) {
      const buyer = newId();
      const variant = variantFor(script, buyer, 3);
      expect(variantFor(script, buyer, 3)).toBe(variant);
      counts[variant] = (counts[variant] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 1_000)).toBeLessThan(140);
  });

  it('measure the share of the text that was changed', () => {
    expect(changedShare('您好，今天发货', '您好，今天发货 ')).toBe(0);
    expect(changedShare('今天发货', '明天发货')).toBeCloseTo(0.25);
    expect(changedShare('今天发货', '')).toBe(1);
    expect(changedShare('abc', 'xyz')).toBe(1);
    const long = '今天发货'.repeat(500);
    expect(changedShare(long, long)).toBe(0);
  });

  it('are honest about small numbers', () => {
    const { low, high } = shareOf(1, 3);
    expect(high - low).toBeGreaterThan(0.6);
    expect(shareOf(50, 100)).toMatchObject({ share: 0.5, low: 0.4038, high: 0.5962 });
    expect(
      betterOf([
        { used: 12, paid: 12 },
        { used: 12, paid: 0 },
      ]),
    ).toBeNull();
    expect(
      betterOf([
        { used: 200, paid: 42 },
        { used: 200, paid: 40 },
      ]),
    ).toBeNull();
    expect(
      betterOf([
        { used: 400, paid: 60 },
        { used: 400, paid: 120 },
      ]),
    ).toBe(1);
  });

  it('learn pairs of characters and words, never numbers', () => {
    expect(gramsOf('我的订单13800138000什么时候发货 ok?')).toContain('发货');
    expect(gramsOf('电话13800138000 AB12345').join('')).not.toMatch(/\d/);
  });
});
