import { expect, test } from 'vitest';
import type { BuyerActor } from './actor.ts';
import { newId } from './ids.ts';
import type { Tx } from './tx.ts';
import { paced } from './visitor-pace.ts';

const buyer = {
  kind: 'buyer',
  team: newId(),
  buyer: 'b',
  verified: true,
  visitor: 'v1',
} as unknown as BuyerActor;

test('a buyer writes thirty times at once, from however many chats; others are not held up', async () => {
  let done = 0;
  const write = paced(async () => {
    done += 1;
    return 'done';
  });
  const from = (who: object) => write({ ...buyer, ...who }, null as unknown as Tx, {});
  const all = await Promise.all(Array.from({ length: 100 }, (_, n) => from({ visitor: `v${n}` })));
  expect(all.filter((one) => one === 'done')).toHaveLength(30);
  expect(all.at(-1)).toMatchObject({ code: 'rate.limited', params: { seconds: 5 } });
  expect(done).toBe(30);
  expect(await from({ buyer: 'c' })).toBe('done');
  expect(await from({ verified: false, visitor: 'v1' })).toBe('done');
});
