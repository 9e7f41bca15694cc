import { describe, expect, it } from 'vitest';
import { spacedOut } from './spaced-out.ts';

describe('a client that repeats itself', () => {
  it('is served at once, then only with its newest wish', async () => {
    const turn = spacedOut(5);
    const tab = {};
    const done: number[] = [];
    const wish = (n: number) => turn(tab, String(n), async () => void done.push(n));
    const first = wish(1);
    for (const n of [1, 2, 3, 4]) await wish(n);
    expect(done).toEqual([1]);
    await first;
    expect(done).toEqual([1, 4]);
    await wish(5);
    expect(done).toEqual([1, 4, 5]);
  });

  it('does not hold up another', async () => {
    const turn = spacedOut(5);
    const done: string[] = [];
    await Promise.all(['a', 'b'].map((who) => turn({}, '1', async () => void done.push(who))));
    expect(done).toEqual(['a', 'b']);
  });
});
