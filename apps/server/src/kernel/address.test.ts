import type { IncomingMessage } from 'node:http';
import { describe, expect, test } from 'vitest';
import { addressOf } from './address.ts';
import { createHttp } from './http.ts';

const forwarded = '203.0.113.66, 198.51.100.9';

describe('SEC-02 the address limits count on is the one our proxy saw', () => {
  test.each([
    [true, '198.51.100.9'],
    [false, '127.0.0.1'],
  ])('requests, proxy %s', async (trustProxy, expected) => {
    const app = await createHttp({ trustProxy, bodyLimitBytes: 1_000 });
    app.get('/who', async (request) => request.ip);
    const reply = await app.inject({ url: '/who', headers: { 'x-forwarded-for': forwarded } });
    expect(reply.body).toBe(expected);
    await app.close();
  });

  test('sockets', () => {
    const upgrade = (headers: object) =>
      ({ headers, socket: { remoteAddress: '10.0.0.1' } }) as unknown as IncomingMessage;
    expect(addressOf(upgrade({ 'x-forwarded-for': forwarded }), true)).toBe('198.51.100.9');
    expect(addressOf(upgrade({ 'x-forwarded-for': forwarded }), false)).toBe('10.0.0.1');
    expect(addressOf(upgrade({}), true)).toBe('10.0.0.1');
  });
});
