import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../src/kernel/ids.ts';
import type { Route } from '../src/kernel/route.ts';
import { fill } from './fill.ts';
import type { Browser, Person } from './office.ts';
import { sample } from './sample.ts';
import { idsOf } from './things.ts';
import { type World, world } from './world.ts';

const principals: readonly (Person | 'visitor' | 'nobody')[] = [
  '何雅琴',
  '周启明',
  '林小满',
  '方予安',
  'visitor',
  'nobody',
];

/** Ids probed of each table; `ISOLATION_ALL=1` probes more. */
const perTable = process.env.ISOLATION_ALL ? 5 : 1;

/** Questions under way at a time. */
const atOnce = 6;

/** Who is refused before any id is looked at is asked with a few of them, each time with others. */
const atTheDoor = (all: readonly string[], turn: number): string[] =>
  Array.from({ length: Math.min(6, all.length) }, (_, n) => all[(turn + n * 5) % all.length] ?? '');

// The demo shop's window is open to everybody in the street, whoever's shop it is.
const inTheWindow = new Set(['getStorefrontProduct', 'listStorefrontReviews']);

// These slow down a repeated wrong try by design, whoever's id it names.
const throttled = new Set(['signIn', 'verifySecondFactor']);

let theirs: World;
let ours: World;
let ids: string[];
const asks = new Map<
  string,
  (method: string, path: string, body: unknown) => Promise<{ status: number; body: string }>
>();

beforeAll(async () => {
  theirs = await world();
  ours = await world();
  await fill(theirs);
  await fill(ours);
  ids = [...(await idsOf(theirs, perTable)).values()].flat();
  for (const who of principals) asks.set(who, await askerOf(who));
}, 120_000);

async function askerOf(who: (typeof principals)[number]) {
  if (who === 'visitor') {
    const visitor = ours.visitor();
    return (method: string, path: string, body: unknown) =>
      plain(method, path, body, { 'guitai-site': ours.site, 'guitai-visitor': visitor.secret });
  }
  if (who === 'nobody')
    return (method: string, path: string, body: unknown) => plain(method, path, body, {});
  const browser: Browser = await ours.as(who);
  return async (method: string, path: string, body: unknown) => {
    const { status, body: text } = await browser.raw({ method: method as 'GET', path, body });
    return { status, body: text };
  };
}

async function plain(method: string, path: string, body: unknown, headers: Record<string, string>) {
  const response = await ours.app.inject({
    method: method as 'GET',
    url: path,
    headers: { ...headers, 'accept-language': 'en' },
    ...(body === undefined ? {} : { payload: body as object }),
  });
  return { status: response.statusCode, body: response.body };
}

/** What a request says with this id in every place an id can stand. */
function request({ endpoint }: Route, id: string) {
  const params = (endpoint.params ? sample(endpoint.params, { id: () => id }) : {}) as Record<
    string,
    unknown
  >;
  const query = (
    endpoint.query ? sample(endpoint.query, { id: () => id, optional: false }) : {}
  ) as Record<string, unknown>;
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(params[name])),
  );
  const search = new URLSearchParams(
    Object.entries(query).map(([k, v]): [string, string] => [k, String(v)]),
  ).toString();
  const body = endpoint.body ? sample(endpoint.body, { id: () => id, optional: true }) : undefined;
  return { method: endpoint.method, path: `/api${path}${search ? `?${search}` : ''}`, body };
}

const carriesId = (route: Route): boolean => {
  const { path, body } = request(route, '00000000-0000-7000-8000-000000000000');
  return `${path}${JSON.stringify(body)}`.includes('00000000-0000-7000-8000-000000000000');
};

/** An answer without the echo of what was asked. */
const shape = ({ status, body }: { status: number; body: string }, id: string): string =>
  `${status} ${body
    .replaceAll(id, 'ID')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'AT')
    .replace(/[\w.-]{30,}/g, 'SECRET')}`;

describe('two teams on one server', () => {
  it('SEC-06 lists nothing of another team on any route without an id', async () => {
    const words = await secretWords(theirs);
    const owner = asks.get('何雅琴');
    for (const route of ours.routes.filter(
      (r) => r.endpoint.method === 'GET' && !r.endpoint.path.includes(':'),
    )) {
      const { path } = request(route, newId());
      if (route.endpoint.transfer === 'bytes' || route.endpoint.id === 'pollEvents') continue;
      const answer = await owner?.('GET', path, undefined);
      for (const word of words)
        expect(answer?.body.includes(word), `${route.endpoint.id} shows ${word}`).toBe(false);
    }
  });

  it('SEC-06 ACL-02 answers an id of another team exactly as one that does not exist, on every route, for everybody', async () => {
    const faults: string[] = [];
    let probes = 0;
    for (const route of ours.routes.filter(carriesId)) {
      if (throttled.has(route.endpoint.id)) continue;
      for (const who of principals) {
        const ask = asks.get(who);
        if (!ask || (who === 'nobody' && inTheWindow.has(route.endpoint.id))) continue;
        const told = async (id: string) => {
          const { method, path, body } = request(route, id);
          return shape(await ask(method, path, body), id);
        };
        // What changes something of one's own says so the first time only: the second answer counts.
        if (/^2/.test(await told(newId()))) await told(newId());
        const expected = await told(newId());
        const probed = /^40[13]/.test(expected) ? atTheDoor(ids, probes) : ids;
        for (let from = 0; from < probed.length; from += atOnce) {
          const some = probed.slice(from, from + atOnce);
          const answers = await Promise.all(some.map(told));
          probes += some.length;
          for (const [n, got] of answers.entries())
            if (got !== expected)
              faults.push(
                `${who} ${route.endpoint.id} ${some[n]}: ${got.slice(0, 200)} ≠ ${expected.slice(0, 200)}`,
              );
        }
      }
    }
    console.log(`isolation: ${probes} probes`);
    expect(faults.slice(0, 20)).toEqual([]);
    expect(probes).toBeGreaterThan(20_000);
  }, 900_000);
});

const secretWords = async (w: World): Promise<string[]> =>
  [w.team, ...(await idsOf(w, perTable)).values()].flat();
