import { describe, expect, test } from 'vitest';
import { isRefusal } from '../../kernel/refusal.ts';
import { createTurns } from './turns.ts';

describe('SEC-02 the queue at the door', () => {
  test('so many at once, so many waiting in order, the flood is told to come back', async () => {
    const turn = createTurns({ atOnce: 2, mostWaiting: 5 });
    let running = 0;
    let most = 0;
    const done: number[] = [];
    const work = (n: number) => async () => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      done.push(n);
      return n;
    };
    const answers = await Promise.all(Array.from({ length: 10 }, (_, n) => turn(work(n))));
    expect(answers.flatMap((answer) => (isRefusal(answer) ? [answer.code] : []))).toEqual(
      Array(3).fill('server.busy'),
    );
    expect(done).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(most).toBe(2);
    expect(await turn(work(11))).toBe(11);
  });

  test('work that fails gives its turn on', async () => {
    const turn = createTurns({ atOnce: 1, mostWaiting: 2 });
    const fails = turn(() => Promise.reject(new Error('no')));
    const next = turn(async () => 'served');
    await expect(fails).rejects.toThrow('no');
    expect(await next).toBe('served');
  });
});
