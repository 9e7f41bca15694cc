import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { backoffMs } from './backoff.ts';
import { fileFault } from './files.ts';
import { mayHold } from './host.ts';
import { keep, randomText } from './storage.ts';
import { visitor } from './visitor.ts';

const token = (sub: string) => `h.${btoa(JSON.stringify({ sub }))}.s`;

describe('who writes here', () => {
  const held: Record<string, string> = {};
  beforeEach(() => {
    for (const key of Object.keys(held)) delete held[key];
    vi.stubGlobal('localStorage', held);
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  test('WID-01 nothing is kept before the first word', () => {
    const who = visitor(keep('site'), () => {});
    who.identify(token('7'));
    expect(who.secret()).toBeNull();
    expect(held).toEqual({});
  });

  test('WID-04 the secret has 256 random bits, is bound to the site, rotates and goes at sign-out', () => {
    const who = visitor(keep('site'), () => {});
    who.ensureSecret();
    const secret = who.secret();
    expect(secret).toMatch(/^[\w-]{43}$/);
    who.ensureSecret();
    expect(who.secret()).toBe(secret);
    expect(visitor(keep('other'), () => {}).secret()).toBeNull();
    who.replaceSecret('rotated');
    expect(who.secret()).toBe('rotated');
    who.replaceSecret(undefined);
    expect(who.secret()).toBe('rotated');
    who.forget();
    who.replaceSecret('late');
    expect(held).toEqual({});
  });

  test('a thousand secrets are a thousand secrets', () => {
    expect(new Set(Array.from({ length: 1000 }, () => randomText(32))).size).toBe(1000);
  });

  test('another shopper on the same device, or nobody any more, is another chat', () => {
    const who = visitor(keep('site'), () => {});
    expect(who.isAnother(token('7'))).toBe(false);
    who.identify(token('7'));
    who.ensureSecret();
    expect(who.isAnother(token('7'))).toBe(false);
    expect(who.isAnother(token('8'))).toBe(true);
    expect(who.isAnother(null)).toBe(true);
    expect(who.isAnother('rubbish')).toBe(true);
  });

  test('a guest who signs in keeps the chat', () => {
    const who = visitor(keep('site'), () => {});
    who.ensureSecret();
    expect(who.isAnother(token('7'))).toBe(false);
    who.identify(token('7'));
    expect(who.isAnother(token('8'))).toBe(true);
  });

  test('an identity that has run out is asked for again; without an answer there is none', async () => {
    vi.useFakeTimers();
    const asked = vi.fn();
    const who = visitor(keep('site'), asked);
    who.identify(token('7'));
    const renewed = who.renew();
    who.identify(token('7'));
    await renewed;
    expect(who.identity()).toBe(token('7'));
    const unanswered = who.renew();
    await vi.advanceTimersByTimeAsync(5_000);
    await unanswered;
    expect(who.identity()).toBeNull();
    expect(asked).toHaveBeenCalledTimes(2);
  });

  test('a browser that forbids storage to frames has one partitioned cookie of the secret, after the first word', () => {
    const cookies: string[] = [];
    vi.stubGlobal('document', {
      get cookie() {
        return '';
      },
      set cookie(line: string) {
        cookies.push(line);
      },
    });
    vi.stubGlobal('localStorage', undefined);
    Object.defineProperty(globalThis, 'localStorage', {
      configurable: true,
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    const kept = keep('forbidden');
    const who = visitor(kept, () => {});
    expect(who.secret()).toBeNull();
    expect(cookies).toEqual([]);
    who.ensureSecret();
    expect(who.secret()).toMatch(/^[\w-]{43}$/);
    expect(cookies.length).toBe(1);
    expect(cookies[0]).toMatch(
      /^guitai:forbidden:secret=[\w-]{43};max-age=3\d+;path=\/widget\/;samesite=none;secure;partitioned$/,
    );
    kept.set('out:k', JSON.stringify({ text: 'x'.repeat(200) }));
    expect(cookies.length).toBe(1);
    who.forget();
    expect(who.secret()).toBeNull();
    expect(cookies).toContain(
      'guitai:forbidden:secret=null;max-age=0;path=/widget/;samesite=none;secure;partitioned',
    );
    Reflect.deleteProperty(globalThis, 'localStorage');
  });
});

describe('small rules', () => {
  test('only the exact origins of the list, and our own, may hold the chat', () => {
    const listed = ['https://shop.example'];
    expect(mayHold('https://shop.example', 'https://guitai.example', listed)).toBe(true);
    expect(mayHold('https://guitai.example', 'https://guitai.example', [])).toBe(true);
    for (const foreign of [
      'http://shop.example',
      'https://shop.example:8443',
      'https://shop.example.evil.example',
      'https://evil.example',
      'null',
      '',
    ])
      expect(mayHold(foreign, 'https://guitai.example', listed), foreign).toBe(false);
  });

  test('RT-13 reconnecting waits longer each time, never for ever, never in step', () => {
    expect(backoffMs(0, 1)).toBeLessThanOrEqual(1_300);
    expect(backoffMs(50, 1)).toBe(30_300);
    expect(backoffMs(50, 0)).toBe(300);
  });

  test('ATT-01 a file that may not go is named before a byte of it has gone', () => {
    const limits = { textLength: 1, fileBytes: 10, fileTypes: ['image/png'] };
    expect(fileFault({ size: 11, type: 'image/png' }, limits)).toBe('tooLarge');
    expect(fileFault({ size: 1, type: 'image/svg+xml' }, limits)).toBe('wrongType');
    expect(fileFault({ size: 10, type: 'image/png' }, limits)).toBeNull();
  });
});
