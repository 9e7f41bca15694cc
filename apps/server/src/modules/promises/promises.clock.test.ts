import { promises as contract, notices, orders, teamwork } from '@guitai/contract';
import { sql } from 'kysely';
import { afterEach, describe, expect, test } from 'vitest';
import { hour, promised, soon } from '../../../test/promised.ts';
import { clock } from '../../kernel/clock.ts';
import { run } from '../../kernel/tx.ts';

const { w, agent, lead, actor, settled, served, ring, read } = await promised();
const real = clock.now;

afterEach(() => {
  clock.now = real;
});

describe('A19 a promise and its clock', () => {
  test('is told of before its time, broken at it, once each; kept afterwards it is late', async () => {
    const { conversationId, orderId } = await served();
    const made = await agent.call(contract.makePromise, {
      conversationId,
      sentence: '四小时内发货',
      event: 'shipped',
      dueAt: soon(4),
      orderId,
    });
    await ring(made, 'near');
    await ring(made, 'near');
    const near = await agent.call(notices.listNotices, { kind: 'promise_due' });
    expect(near.items.filter((one) => one.subject.id === made.id)).toHaveLength(1);
    expect(await read(made.id)).toMatchObject({ soon: true, state: 'open' });
    await ring(made, 'broken');
    await ring(made, 'broken');
    for (const who of [agent, lead]) {
      const told = await who.call(notices.listNotices, { kind: 'promise_broken' });
      expect(told.items.filter((one) => one.subject.id === made.id)).toHaveLength(1);
    }
    const tasks = await lead.call(teamwork.listTasks, { limit: 200 } as never);
    expect(tasks.items.filter((task) => task.links.promiseId === made.id)).toHaveLength(1);
    await lead.call(orders.shipOrder, { orderId, carrier: '顺丰', number: 'SF2' });
    await settled();
    expect(await read(made.id)).toMatchObject({ state: 'late' });
    await ring(made, 'broken');
    expect((await read(made.id)).state).toBe('late');
  });

  test('after a long downtime nobody is warned of what is over: it is broken, once', async () => {
    const { conversationId } = await served();
    const made = await agent.call(contract.makePromise, {
      conversationId,
      sentence: '明天回复您',
      event: 'answered',
      dueAt: soon(4),
    });
    clock.now = () => real() + 90 * 24 * hour;
    await ring(made, 'near');
    clock.now = real;
    expect(await read(made.id)).toMatchObject({ soon: false, state: 'open' });
    clock.now = () => real() + 90 * 24 * hour;
    await Promise.all([ring(made, 'broken'), ring(made, 'broken')]);
    clock.now = real;
    expect(await read(made.id)).toMatchObject({ state: 'broken' });
  });

  test('G17 the clock steps back an hour and comes again: warned once, broken once', async () => {
    const { conversationId } = await served();
    const sentence = '明天回复您';
    const dueAt = soon(4);
    const what = { conversationId, sentence, event: 'answered', dueAt } as const;
    const made = await agent.call(contract.makePromise, what);
    const due = Date.parse(dueAt);
    for (const minutes of [-60, -120, -59, -30]) {
      clock.now = () => due + minutes * 60_000;
      await ring(made, 'near');
    }
    for (const minutes of [0, -60, 1]) {
      clock.now = () => due + minutes * 60_000;
      await ring(made, 'broken');
      await ring(made, 'near');
    }
    clock.now = real;
    const told = await w.db.read(actor, (tx) =>
      run<{ type: string }>(
        tx,
        sql`select type from events where subject = ${made.id} and type in ('promise.near', 'promise.broken') order by seq`,
      ),
    );
    expect(told.map(({ type }) => type)).toEqual(['promise.near', 'promise.broken']);
  });
});
