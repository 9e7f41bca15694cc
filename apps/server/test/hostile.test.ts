import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Asked, askOf, put, suicidal } from './asked.ts';
import { fill } from './fill.ts';
import type { Browser } from './office.ts';
import { sample, textFields } from './sample.ts';
import { type World, world } from './world.ts';

const folder = resolve(import.meta.dirname, '../../../../shared/data/hostile');
const read = (name: string): unknown =>
  existsSync(resolve(folder, name)) ? JSON.parse(readFileSync(resolve(folder, name), 'utf8')) : [];

const own = [
  '\u0000',
  'a\u0000b',
  '\ud83d',
  '\u202e',
  '%s%n',
  "'; drop table events; --",
  '#{7*7}',
  '{{7*7}}',
  '<img src=x onerror=alert(1)>',
  '../../etc/passwd',
  '\\',
  '%',
  '_',
  "'",
  '"',
  ':',
  '&',
  '|',
  '!',
  '(',
  'NaN',
  '1e309',
  '-0',
  '٣',
  '𝟘',
  '👨‍👩‍👧‍👦',
  'ﷺ',
  '\r\n\r\nHTTP/1.1 200 OK',
  'x'.repeat(9_000),
];

/** 37 classes of hostile text, 515 naughty strings where the folder is there, and our own. */
const strings = [
  ...own,
  ...(read('hostile-text.json') as Array<{ text: string }>).map((entry) => entry.text),
  ...(read('blns.json') as string[]),
];

/** Strings each field gets; `HOSTILE_ALL=1` gives every field all of them. */
const portion = process.env.HOSTILE_ALL ? strings.length : 24;

let w: World;
let owner: Browser;
let ask: Asked;
let next = 0;

beforeAll(async () => {
  w = await world();
  await fill(w);
  owner = await w.as('何雅琴');
  ask = askOf(w, owner);
}, 120_000);

describe('hostile input', () => {
  it('SRCH-04 SEC-04 never breaks a route, whatever text stands in whichever field', async () => {
    const faults: string[] = [];
    let asked = 0;
    const mark = process.hrtime.bigint();
    for (const route of w.routes) {
      const { endpoint } = route;
      if (suicidal.has(endpoint.id) || endpoint.transfer === 'form' || endpoint.id === 'pollEvents')
        continue;
      const base = {
        params: endpoint.params ? (sample(endpoint.params) as object) : {},
        query: endpoint.query ? (sample(endpoint.query, { optional: false }) as object) : {},
        body: endpoint.body ? sample(endpoint.body, { optional: true }) : undefined,
      };
      for (const place of ['params', 'query', 'body'] as const) {
        for (const field of textFields(endpoint[place])) {
          for (let n = 0; n < portion; n += 1) {
            next += 7;
            const text = strings[next % strings.length] ?? '';
            const reply = await ask(route, { ...base, [place]: put(base[place], field, text) });
            asked += 1;
            const code = reply.status >= 400 ? (reply.json() as { code?: string }).code : 'ok';
            if (reply.status >= 500 || code === undefined)
              faults.push(
                `${endpoint.id} ${place}.${field.join('.')} ${JSON.stringify(text).slice(0, 60)} → ${reply.status}`,
              );
          }
        }
      }
    }
    console.log(`hostile: ${asked} requests in ${Number(process.hrtime.bigint() - mark) / 1e9} s`);
    expect(faults.slice(0, 20)).toEqual([]);
  }, 900_000);

  it('gives malformed, oversized and misplaced bodies a problem document with a stable code', async () => {
    const bodies: Array<[string, string]> = [
      ['application/json', '{'],
      ['application/json', '[]'],
      ['application/json', 'null'],
      ['application/json', '"x"'],
      ['application/json', `{"a":${'['.repeat(5_000)}${']'.repeat(5_000)}}`],
      ['application/json', `{"a":"${'x'.repeat(2_000_000)}"}`],
      ['text/xml', '<a/>'],
      ['application/json', '{"__proto__":{"x":1}}'],
      ['application/json', '{"constructor":{"prototype":{}}}'],
      ['multipart/form-data; boundary=x', '--x\r\nnothing'],
      ['application/x-www-form-urlencoded', 'a=b'],
    ];
    for (const route of w.routes.filter(
      (r) => r.endpoint.method !== 'GET' && !suicidal.has(r.endpoint.id),
    )) {
      const params = (route.endpoint.params ? sample(route.endpoint.params) : {}) as Record<
        string,
        string
      >;
      const path = route.endpoint.path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? '');
      for (const [type, body] of bodies) {
        const reply = await owner.raw({
          method: route.endpoint.method,
          path: `/api${path}`,
          headers: { 'content-type': type },
          body,
        });
        const answer = `${route.endpoint.id} ${type} ${body.slice(0, 20)} → ${reply.status}`;
        expect(reply.status, answer).toBeLessThan(500);
        if (reply.status >= 400)
          expect((reply.json() as { code?: string }).code, answer).toBeTruthy();
      }
    }
  }, 120_000);
});
