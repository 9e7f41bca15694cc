import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { headersAfter, isPublicAddress, outbound } from './outbound.ts';
import { isRefusal } from './refusal.ts';

const list = resolve(import.meta.dirname, '../../../../../shared/data/hostile/ssrf-urls.txt');
const own = [
  'http://127.0.0.1/',
  'http://2130706433/',
  'http://[::ffff:7f00:1]/',
  'http://169.254.169.254/latest/meta-data/',
  'http://user@127.0.0.1/',
  'file:///etc/passwd',
  '//127.0.0.1/',
];

let canary: Server;
let hits = 0;
let port = 0;

beforeAll(async () => {
  canary = createServer((request, reply) => {
    hits += 1;
    if (request.url === '/there') reply.writeHead(302, { location: 'http://127.0.0.1:1/' }).end();
    else if (request.url === '/big') reply.end(Buffer.alloc(200_000));
    else reply.end('hello');
  });
  await new Promise<void>((done) => canary.listen(0, '127.0.0.1', done));
  port = (canary.address() as AddressInfo).port;
});

afterAll(() => new Promise((done) => canary.close(done)));

describe('the door to the outside', () => {
  it('API-07 refuses every form of a private address without opening a connection', async () => {
    const urls = existsSync(list) ? readFileSync(list, 'utf8').split('\n').filter(Boolean) : own;
    const resolve = async (host: string) =>
      host === 'rebind.test' ? ['93.184.216.34', '127.0.0.1'] : ['127.0.0.1'];
    for (const url of urls) {
      const reply = await outbound(
        { url: url.replace(':5432', `:${port}`) },
        { resolve, timeoutMs: 1_000 },
      );
      expect(isRefusal(reply), url).toBe(true);
    }
    expect(hits).toBe(0);
  });

  it('API-07 checks a redirect like the first address, and lets an allowed host through', async () => {
    const settings = { allowed: [`127.0.0.1:${port}`], maxBytes: 100_000 };
    const fine = await outbound({ url: `http://127.0.0.1:${port}/` }, settings);
    expect(!isRefusal(fine) && Buffer.from(fine.body).toString()).toBe('hello');
    const away = await outbound({ url: `http://127.0.0.1:${port}/there` }, settings);
    expect(isRefusal(away) && away.code).toBe('outbound.refused_address');
    const big = await outbound({ url: `http://127.0.0.1:${port}/big` }, settings);
    expect(isRefusal(big) && big.code).toBe('outbound.too_large');
  });

  it('a redirect takes no header to another origin, and never leaves https', async () => {
    const heard: Array<string | undefined> = [];
    const other = createServer((request, reply) => {
      heard.push(request.headers.authorization);
      if (request.url === '/back')
        reply.writeHead(302, { location: `http://127.0.0.1:${first()}/end` }).end();
      else reply.end('there');
    });
    const one = createServer((request, reply) => {
      heard.push(request.headers.authorization);
      const to = request.url === '/near' ? '/end' : `http://127.0.0.1:${second()}${request.url}`;
      if (request.url === '/end') reply.end('here');
      else reply.writeHead(302, { location: to }).end();
    });
    for (const server of [one, other])
      await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const first = () => (one.address() as AddressInfo).port;
    const second = () => (other.address() as AddressInfo).port;
    const settings = { allowed: [`127.0.0.1:${first()}`, `127.0.0.1:${second()}`] };
    const sent = async (path: string) => {
      heard.length = 0;
      const url = `http://127.0.0.1:${first()}${path}`;
      const reply = await outbound({ url, headers: { authorization: 'Bearer shop' } }, settings);
      expect(!isRefusal(reply) && reply.status).toBe(200);
      return [...heard];
    };
    expect(await sent('/near')).toEqual(['Bearer shop', 'Bearer shop']);
    expect(await sent('/away')).toEqual(['Bearer shop', undefined]);
    expect(await sent('/back')).toEqual(['Bearer shop', undefined, undefined]);
    for (const server of [one, other]) await new Promise((done) => server.close(done));
    const key = { authorization: 'Bearer shop' };
    const after = (from: string, to: string) => headersAfter(new URL(from), new URL(to), key);
    expect(after('https://a.test/', 'http://a.test/')).toBeNull();
    expect(after('https://a.test/', 'https://b.test/')).toEqual({});
    expect(after('http://a.test/', 'https://a.test/')).toEqual({});
    expect(after('https://a.test/', 'https://a.test/b')).toEqual(key);
  });

  it('knows public addresses from private ones in every notation', () => {
    for (const address of ['8.8.8.8', '2606:4700::1111'])
      expect(isPublicAddress(address), address).toBe(true);
    const hidden = [
      '::ffff:127.0.0.1',
      '64:ff9b::7f00:1',
      '2002:7f00:1::',
      '::1',
      '::',
      'fe80::1',
      'fd00::1',
      '100.64.0.1',
      '::127.0.0.1',
      '198.18.0.1',
      '0.0.0.0',
      'x',
    ];
    for (const address of hidden) expect(isPublicAddress(address), address).toBe(false);
  });
});
