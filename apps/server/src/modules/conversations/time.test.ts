import { channels, conversations } from '@guitai/contract';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import type { Browser } from '../../../test/office.ts';
import { clientKey, type Talk, talk } from '../../../test/talk.ts';
import { system } from '../../kernel/actor.ts';
import { startJobs } from '../../kernel/jobs.ts';
import { run } from '../../kernel/tx.ts';
import { orderPaid } from '../orders/index.ts';
import { minuteOfWeek, opensNext } from './hours.rules.ts';
import { graceSeconds, touchPresence } from './presence.store.ts';

let t: Talk;
let desk: Browser;
beforeAll(async () => {
  t = await talk();
  desk = await t.as('何雅琴');
});

const stateOf = async (conversationId: string) =>
  (await desk.call(conversations.getConversation, { conversationId })).state;
const sleepUntil = (conversationId: string, ms: number) =>
  desk.call(conversations.snoozeConversation, {
    conversationId,
    until: new Date(Date.now() + ms).toISOString(),
  });

async function workUntil(ok: () => Promise<boolean>, within: number): Promise<number> {
  const { db, url } = await testDatabase();
  const stop = await startJobs(
    url,
    db,
    t.modules.flatMap(({ name, jobs }) => (name === 'conversations' ? jobs : [])),
  );
  const began = Date.now();
  try {
    while (!(await ok())) {
      if (Date.now() - began > within) throw new Error('not in time');
      await new Promise((done) => setTimeout(done, 25));
    }
    return Date.now();
  } finally {
    await stop();
  }
}

describe('waking', () => {
  it('CONV-05 at its time, within five seconds, with a line; once, though it was put aside twice', async () => {
    const { id } = await t.asks();
    await sleepUntil(id, 60_000);
    const due = Date.now() + 1_500;
    await sleepUntil(id, 1_500);
    const woken = await workUntil(async () => (await stateOf(id)) === 'open', 12_000);
    expect(woken).toBeGreaterThanOrEqual(due);
    expect(woken - due).toBeLessThan(60_000);
    const { items } = await desk.call(conversations.listMessages, { conversationId: id });
    const lines = items.flatMap(({ line }) => (line?.code === 'conversation.woken' ? [line] : []));
    expect(lines.map(({ params }) => params)).toEqual([{ why: 'due' }]);
  });

  it('CONV-05 also after a shutdown that outlasted its time, and not when it was woken meanwhile', async () => {
    const [late, early] = [await t.asks(), await t.asks()];
    await sleepUntil(late.id, 300);
    await sleepUntil(early.id, 300);
    await desk.call(conversations.wakeConversation, { conversationId: early.id });
    await new Promise((done) => setTimeout(done, 1_000));
    expect(await stateOf(late.id)).toBe('snoozed');
    const began = Date.now();
    const woken = await workUntil(async () => (await stateOf(late.id)) === 'open', 10_000);
    expect(woken - began).toBeLessThan(60_000);
    const { items } = await desk.call(conversations.listMessages, { conversationId: early.id });
    expect(items.filter(({ line }) => line?.code === 'conversation.woken')).toHaveLength(1);
  });

  it('CONV-05 with an event of the buyer’s order, where that was asked for', async () => {
    const [asked, unasked] = [await t.asks(), await t.asks()];
    const acting = system(t.team, 'test');
    for (const [{ id }, onOrder] of [
      [asked, true],
      [unasked, false],
    ] as const) {
      await desk.call(conversations.snoozeConversation, {
        conversationId: id,
        until: null,
        onOrder,
      });
      const { buyerId } = await desk.call(conversations.getConversation, { conversationId: id });
      await t.built.db.write(acting, async (tx) => {
        const { emit } = await import('../../kernel/events.ts');
        const order = { id: crypto.randomUUID(), shopId: t.shop, buyerId };
        emit(tx, orderPaid, {
          subject: order.id,
          reach: { shop: t.shop },
          actor: acting,
          data: { order, was: null } as never,
        });
      });
    }
    await t.settle();
    expect(await stateOf(asked.id)).toBe('open');
    expect(await stateOf(unasked.id)).toBe('snoozed');
  });
});

describe('presence', () => {
  it('RT-09 runs out thirty seconds after the last sign of a tab, however its process ended', async () => {
    expect(graceSeconds).toBe(30);
    const member = t.member('林小满');
    const acting = system(t.team, 'test');
    const status = async () =>
      (await desk.call(conversations.listPresence, {})).items.find((one) => one.memberId === member)
        ?.status;
    await t.built.db.write(acting, (tx) => touchPresence(tx, [member]));
    const left = await t.rows<{ s: number }>(
      sql`select extract(epoch from live_until - clock_timestamp())::float as s from presence where member_id = ${member}`,
    );
    expect(left[0]?.s).toBeGreaterThan(29);
    expect(left[0]?.s).toBeLessThanOrEqual(30);
    expect(await status()).toBe('online');
    await t.built.db.write(acting, (tx) =>
      run(
        tx,
        sql`update presence set live_until = clock_timestamp() - interval '1 ms' where member_id = ${member}`,
      ),
    );
    expect(await status()).toBe('offline');
  });
});

describe('the chat’s frame', () => {
  it('says when the shop opens next, in its own time zone', () => {
    const nine = [
      { weekday: 1, from: '09:00', until: '18:00' },
      { weekday: 3, from: '10:30', until: '12:00' },
    ];
    const monday = new Date('2026-03-16T00:30:20Z'); // 08:30 in Shanghai
    expect(minuteOfWeek(monday, 'Asia/Shanghai')).toBe(8 * 60 + 30);
    expect(opensNext(nine, monday, 'Asia/Shanghai')?.toISOString()).toBe(
      '2026-03-16T01:00:00.000Z',
    );
    const evening = new Date('2026-03-16T11:00:00Z');
    expect(opensNext(nine, evening, 'Asia/Shanghai')?.toISOString()).toBe(
      '2026-03-18T02:30:00.000Z',
    );
    const sunday = new Date('2026-03-22T12:00:00Z');
    expect(opensNext(nine, sunday, 'Asia/Shanghai')?.toISOString()).toBe(
      '2026-03-23T01:00:00.000Z',
    );
    expect(opensNext([], monday, 'Asia/Shanghai')).toBeNull();
  });

  it('WID-02 shows shop, faces and limits, and the page a buyer writes from reaches the desk', async () => {
    const buyer = t.visitor();
    const frame = await buyer.call(channels.getChatFrame, { locale: 'en' });
    expect(frame).toMatchObject({ shopName: '青竹家居店', locale: 'en', site: t.site });
    expect(frame.team.map(({ name }) => name)).not.toContain('方予安');
    expect(frame.limits.fileTypes).toContain('image/png');
    const page = { url: 'https://shop.example/p/9', title: '竹盘', productId: 'SKU-9' };
    const sent = await buyer.call(channels.sendChatMessage, {
      clientKey: clientKey(),
      text: '这个',
      page,
    });
    const of = { conversationId: sent.conversation.id };
    expect((await desk.call(conversations.getConversation, of)).page).toEqual(page);
    const next = { ...page, productId: 'SKU-10' };
    await buyer.call(channels.sendChatMessage, {
      clientKey: clientKey(),
      text: '还是这个',
      page: next,
    });
    await buyer.call(channels.sendChatMessage, { clientKey: clientKey(), text: '好', page: next });
    expect((await desk.call(conversations.getConversation, of)).page).toEqual(next);
  });
});
