import type { TSchema } from '@guitai/contract';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Asked, askOf, put, suicidal } from './asked.ts';
import { fill } from './fill.ts';
import { fieldsOf, sample } from './sample.ts';
import { idsOf, thingOf } from './things.ts';
import { type World, world } from './world.ts';

/** What a number, an instant or a list may be at its very ends, whether or not the contract allows it. */
const ends: Record<string, (field: Field) => unknown[]> = {
  integer: ({ minimum = 0, maximum = 0 }) => [
    minimum,
    maximum,
    maximum + 1,
    -1,
    0.5,
    2_147_483_648,
  ],
  number: ({ minimum = 0, maximum = 0 }) => [minimum, maximum, 1e308, -0, 0.1 + 0.2],
  instant: () => ['0001-01-01T00:00:00Z', '9999-12-31T23:59:59.999999Z', '2026-12-31T23:59:60Z'],
  day: () => ['0001-01-01', '9999-12-31', '2025-02-29'],
  array: ({ one }) => [[], [one, one], Array.from({ length: 1_000 }, () => one)],
};

interface Field {
  readonly minimum?: number;
  readonly maximum?: number;
  /** One thing of the list. */
  readonly one?: unknown;
}

const kindOf = ({ type, format, pattern }: TSchema): string => {
  if (format === 'date-time') return 'instant';
  return type === 'string' && pattern?.includes('\\d{4}-\\d{2}-\\d{2}$') ? 'day' : type;
};

let w: World;
let ask: Asked;

beforeAll(async () => {
  w = await world();
  await fill(w);
  ask = askOf(w, await w.as('何雅琴'));
}, 120_000);

describe('the ends of every field', () => {
  it('SEC-04 are no fault of ours, asked of things that are there', async () => {
    const ids = await idsOf(w, 3);
    const faults: string[] = [];
    let asked = 0;
    for (const route of w.routes) {
      const { endpoint } = route;
      if (suicidal.has(endpoint.id) || endpoint.transfer === 'form' || endpoint.id === 'pollEvents')
        continue;
      for (const place of ['params', 'query', 'body'] as const) {
        for (const [path, schema] of fieldsOf(endpoint[place])) {
          const one = schema.items ? sample(schema.items, { id: thingOf(ids) }, path.at(-1)) : null;
          for (const value of ends[kindOf(schema)]?.({ ...schema, one }) ?? []) {
            const making = { id: thingOf(ids, asked), optional: asked % 2 === 0 };
            const of = (part: TSchema | undefined) => (part ? sample(part, making) : undefined);
            const base = {
              params: of(endpoint.params) as object,
              query: endpoint.query
                ? (sample(endpoint.query, { ...making, optional: false }) as object)
                : {},
              body: of(endpoint.body),
            };
            const { status } = await ask(route, {
              ...base,
              [place]: put(base[place], path, value),
            });
            asked += 1;
            if (status >= 500)
              faults.push(
                `${endpoint.id} ${place}.${path.join('.')} ${JSON.stringify(value).slice(0, 60)} → ${status}`,
              );
          }
        }
      }
    }
    console.log(`edges: ${asked} requests`);
    expect(faults).toEqual([]);
    expect(asked).toBeGreaterThan(2_000);
  }, 900_000);
});
