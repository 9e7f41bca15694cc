import { describe, expect, test } from 'vitest';
import type { BuyerActor } from '../actor.ts';
import type { Db } from '../db.ts';
import { newId } from '../ids.ts';
import { isRefusal } from '../refusal.ts';
import type { Hub } from './hub.ts';
import { pollRoute } from './poll.ts';

const epoch = newId();
const visitor = (): BuyerActor => ({
  kind: 'buyer',
  team: newId(),
  shop: newId(),
  channel: newId(),
  visitor: newId(),
  visitorSecret: newId(),
  buyer: newId(),
  verified: false,
  locale: 'en',
});

describe('G18 the long poll', () => {
  test('lets one visitor wait in a dozen tabs, not in a thousand, and frees the places again', async () => {
    let wakeUp: () => void = () => undefined;
    const woken = new Promise<void>((resolve) => {
      wakeUp = resolve;
    });
    const hub = { standing: async () => ({ epoch, seq: 7 }), beyond: () => woken };
    const db = { raw: async () => [] };
    const { behaviour } = pollRoute(db as unknown as Db, () => hub as unknown as Hub, {
      topicsOf: async () => [],
      refresh: async (actor) => actor,
    });
    const poll = (actor: BuyerActor) =>
      behaviour(actor as never, {} as never, { epoch, seq: 7, wait: 0.2 } as never);
    const [flood, other] = [visitor(), visitor()];
    const codes = (answers: unknown[]) =>
      answers.map((answer) => (isRefusal(answer) ? answer.code : 'answered'));
    const asked = [...Array.from({ length: 40 }, () => poll(flood)), poll(other)];
    setTimeout(wakeUp, 250);
    const answers = codes(await Promise.all(asked));
    expect(answers.filter((code) => code === 'answered')).toHaveLength(13);
    expect(answers.at(-1)).toBe('answered');
    expect(codes([await poll(flood)])).toEqual(['answered']);
  });
});
