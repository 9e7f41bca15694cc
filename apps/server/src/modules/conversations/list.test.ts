import { conversations, type ReplyOf } from '@guitai/contract';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../../../test/office.ts';
import { type Asking, clientKey, codeOf, type Talk, talk } from '../../../test/talk.ts';
import { system } from '../../kernel/actor.ts';
import { readEvents } from '../../kernel/events.ts';
import { run } from '../../kernel/tx.ts';

type List = ReplyOf<typeof conversations.listConversations>;
type View = 'all' | 'queue' | 'mine' | 'snoozed' | 'resolved' | 'spam';

let t: Talk;
let desk: Browser;
beforeAll(async () => {
  t = await talk();
  desk = await t.as('何雅琴');
});

const page = (view: View, cursor?: string, limit = 7): Promise<List> =>
  desk.call(conversations.listConversations, { view, limit, ...(cursor ? { cursor } : {}) });

async function walk(view: View, between: () => Promise<unknown> = async () => undefined) {
  const ids: string[] = [];
  let cursor: string | null | undefined;
  do {
    const found: List = await page(view, cursor ?? undefined);
    ids.push(...found.items.map(({ id }) => id));
    cursor = found.next;
    await between();
  } while (cursor);
  return ids;
}

const answer = (conversationId: string) =>
  desk.call(conversations.sendMessage, { conversationId, clientKey: clientKey(), text: '在的' });

describe('lists that move while they are read', () => {
  const asked: Asking[] = [];
  beforeAll(async () => {
    for (let n = 0; n < 40; n += 1) asked.push(await t.asks(`第 ${n} 位`));
    for (const { id } of asked.slice(0, 12)) await answer(id);
  });

  it('SRCH-05 shows who waits longest first, then the newest words', async () => {
    const ids = await walk('all');
    const waiting = asked.slice(12).map(({ id }) => id);
    const answered = asked.slice(0, 12).map(({ id }) => id);
    expect(ids).toEqual([...waiting, ...answered.reverse()]);
  });

  it('SRCH-05 skips and repeats nothing while buyers write and colleagues answer', async () => {
    let n = 0;
    const stir = async () => {
      for (let step = 0; step < 12; step += 1) {
        n = (n + 17) % asked.length;
        const one = asked[n] as Asking;
        await (n % 3 === 0 ? answer(one.id) : one.say(`又一句 ${n}`));
      }
    };
    const before = await walk('all');
    const stirred = await walk('all', stir);
    expect([...stirred].sort()).toEqual(asked.map(({ id }) => id).sort());
    expect(stirred).toEqual(before);
    expect(new Set(await walk('all', stir)).size).toBe(asked.length);
  });

  it('pages the resolved ones, newest first, by an index', async () => {
    const closed = asked.slice(0, 10).map(({ id }) => id);
    for (const conversationId of closed)
      await desk.call(conversations.closeConversation, { conversationId });
    expect(await walk('resolved')).toEqual([...closed].reverse());
  });

  it('refuses a cursor of another list or made by hand', async () => {
    const { next } = await page('all');
    expect(await codeOf(page('queue', next ?? ''))).toBe('list.cursor_invalid');
    expect(await codeOf(page('all', 'x'))).toBe('list.cursor_invalid');
    expect(await codeOf(page('resolved', next ?? ''))).toBe('list.cursor_invalid');
  });

  it('RT-07 the counts of the first page, moved by the events’ deltas, are those of a later fetch', async () => {
    const first = await page('all');
    const acting = system(t.team, 'test');
    const head = await t.rows<{ seq: number }>(sql`select seq from team_clocks`);
    const [a, b, c, d] = asked.slice(20, 24) as [Asking, Asking, Asking, Asking];
    await desk.call(conversations.takeConversation, { conversationId: a.id });
    await desk.call(conversations.snoozeConversation, { conversationId: b.id, until: null });
    await desk.call(conversations.closeConversation, { conversationId: c.id });
    await c.say('又来了');
    await b.say('醒醒');
    await desk.call(conversations.markSpam, { conversationId: d.id });
    await desk.call(conversations.assignConversation, {
      conversationId: a.id,
      memberId: t.member('林小满'),
    });
    await t.asks('新来的');
    const me = t.member('何雅琴');
    const viewsOf = (x: { state: string; assigneeId: string | null } | null) => ({
      mine: Number(x !== null && ['open', 'pending'].includes(x.state) && x.assigneeId === me),
      queue: Number(x?.state === 'open' && x.assigneeId === null),
      all: Number(x !== null && ['open', 'pending'].includes(x.state)),
      snoozed: Number(x?.state === 'snoozed'),
    });
    const counts = { ...first.counts } as Record<string, number>;
    const happened = await t.built.db.raw(t.team, (client) =>
      readEvents(client, acting.team, head[0]?.seq ?? 0, 1000),
    );
    for (const event of happened) {
      const data = JSON.parse(event.data);
      if (!('was' in data)) continue;
      const [before, after] = [viewsOf(data.was), viewsOf(data.conversation)];
      for (const view of ['mine', 'queue', 'all', 'snoozed'] as const)
        counts[view] = (counts[view] ?? 0) + after[view] - before[view];
    }
    expect(counts).toEqual((await page('all')).counts);
  });
});

describe('a long conversation', () => {
  it('SRCH-06 reads any part of it by one index', async () => {
    const { id } = await t.asks();
    await t.built.db.write(system(t.team, 'test'), async (tx) => {
      await run(
        tx,
        sql`insert into messages (team_id, conversation_id, seq, id, kind, author_kind, author_name, text, at, inbound, outbound)
            select team_id, conversation_id, seq + g, gen_random_uuid(), kind, author_kind, author_name, 'n ' || g, at, inbound, outbound
            from messages, generate_series(1, 19999) g where conversation_id = ${id}`,
      );
      await run(tx, sql`update conversations set last_seq = 20000 where id = ${id}`);
    });
    const read = (part: { before?: number; after?: number; limit?: number }) =>
      desk.call(conversations.listMessages, { conversationId: id, ...part });
    const newest = await read({});
    expect(newest.items.map(({ seq }) => seq)).toEqual(
      Array.from({ length: 50 }, (_, n) => 19_951 + n),
    );
    expect([newest.before, newest.after]).toEqual([19_951, null]);
    const older = await read({ before: 19_951 });
    expect([older.items.at(-1)?.seq, older.before, older.after]).toEqual([19_950, 19_901, 19_950]);
    const middle = await read({ after: 100, limit: 3 });
    expect(middle.items.map(({ seq }) => seq)).toEqual([101, 102, 103]);
    expect([middle.before, middle.after]).toEqual([101, 103]);
    const end = await read({ after: 19_998 });
    expect([end.items.length, end.after]).toEqual([2, null]);
    const start = await read({ before: 3 });
    expect([start.items.length, start.before]).toEqual([2, null]);
    const began = performance.now();
    for (let n = 0; n < 20; n += 1) await read({ before: 1000 * n + 60 });
    expect((performance.now() - began) / 20).toBeLessThan(2_000);
  });
});
