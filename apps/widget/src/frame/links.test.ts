import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { piecesOf, safeUrl } from './links.ts';

describe('text of strangers', () => {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'location');
  beforeAll(() => {
    Object.defineProperty(globalThis, 'location', {
      value: new URL('https://guitai.example/widget/frame.html'),
      configurable: true,
    });
  });
  afterAll(() => {
    if (before) Object.defineProperty(globalThis, 'location', before);
    else Reflect.deleteProperty(globalThis, 'location');
  });

  const joined = (text: string) =>
    piecesOf(text)
      .map((piece) => (typeof piece === 'string' ? piece : piece.href))
      .join('');
  const links = (text: string) =>
    piecesOf(text).flatMap((piece) =>
      typeof piece === 'string' || !safeUrl(piece.href) ? [] : [piece.href],
    );

  test('SEC-04 only web addresses become links, whatever is written', () => {
    for (const text of [
      'javascript:alert(1)',
      'data:text/html,<script>alert(1)</script>',
      '<a href="https://',
      'vbscript:x',
      'http://',
      'https://%',
    ])
      expect(links(text), text).toEqual([]);
  });

  test('an address ends where Chinese begins, and before closing marks', () => {
    expect(links('看https://a.example/x?y=1这个，谢谢')).toEqual(['https://a.example/x?y=1']);
    expect(links('(see https://a.example/b).')).toEqual(['https://a.example/b']);
    expect(links('HTTP://A.example and https://b.example!')).toEqual([
      'HTTP://A.example',
      'https://b.example',
    ]);
  });

  test('nothing of a text is lost or added', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => joined(text) === text),
      { numRuns: 500 },
    );
    const parts = fc.constantFrom('https://', 'a.example', '/x', ' ', '。', '"', '<', '.', '))');
    fc.assert(
      fc.property(fc.array(parts), (list) => joined(list.join('')) === list.join('')),
      { numRuns: 500 },
    );
  });

  test('a long hostile text takes no time', () => {
    const start = performance.now();
    piecesOf(`https://${'a.'.repeat(50_000)}`);
    piecesOf('https://'.repeat(10_000));
    piecesOf(`https://a${')'.repeat(50_000)}b`);
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  test('addresses of cards lead to the web or nowhere', () => {
    expect(safeUrl('/shop/orders/1')).toBe('https://guitai.example/shop/orders/1');
    expect(safeUrl('https://shop.example/a')).toBe('https://shop.example/a');
    for (const bad of [
      null,
      undefined,
      '',
      'javascript:alert(1)',
      ' java\nscript:alert(1)',
      'http://[',
    ])
      expect(safeUrl(bad)).toBeNull();
  });
});
