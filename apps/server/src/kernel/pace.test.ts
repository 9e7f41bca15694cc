import { afterEach, describe, expect, it } from 'vitest';
import { clock } from './clock.ts';
import { createPaces, paceHeaders } from './pace.ts';

const realNow = clock.now;
let time = 1_000_000;
const still = () => {
  clock.now = () => time;
};
afterEach(() => {
  clock.now = realNow;
});

describe('API-08 a key has a pace', () => {
  it('takes a burst of a minute, then one by one as time goes on', () => {
    still();
    const draw = createPaces(60);
    for (let n = 0; n < 60; n += 1) expect(draw('t', 'k').wait).toBe(0);
    expect(draw('t', 'k')).toMatchObject({ remaining: 0, wait: 1, limit: 60, reset: 60 });
    time += 1_000;
    expect(draw('t', 'k').wait).toBe(0);
    expect(draw('t', 'k').wait).toBe(1);
  });

  it('keys of one team together have three times that; another team notices nothing', () => {
    still();
    const draw = createPaces(10);
    const taken = (team: string, keys: number) => {
      let n = 0;
      for (let key = 0; key < keys; key += 1) {
        for (let tries = 0; tries < 20; tries += 1)
          if (draw(team, `${team}${key}`).wait === 0) n += 1;
      }
      return n;
    };
    expect(taken('a', 8)).toBe(30);
    expect(taken('b', 1)).toBe(10);
  });

  it('tells itself in headers', () => {
    still();
    expect(paceHeaders(createPaces(100)('t', 'k'))).toEqual({
      'ratelimit-limit': '100',
      'ratelimit-remaining': '99',
      'ratelimit-reset': '1',
    });
  });
});
