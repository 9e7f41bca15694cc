import { notices } from '@guitai/contract';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { analyze, readsOf } from '../../../test/blocks.ts';
import { later } from '../../../test/talk.ts';
import { type World, world } from '../../../test/world.ts';
import { system } from '../../kernel/actor.ts';
import { newId } from '../../kernel/ids.ts';
import { startReactions } from '../../kernel/reactions.ts';
import { run, type Tx } from '../../kernel/tx.ts';
import { noticesTrue } from './checks.ts';
import { notify, withdrawNotices } from './index.ts';
import { listNotices } from './list.ts';
import { reactions } from './reactions.ts';
import { readNotices, unreadNotices } from './read.ts';
import { sweepNotices } from './sweep.ts';

/** Enough that reading them all could not be overlooked. */
const many = Number(process.env.NOTICES ?? 20_000);
const day = 86_400_000;

let w: World;
const robot = () => system(w.team, 'notices.test');
const doing = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  w.db.write(robot(), work) as Promise<T>;

/** Notices of one person, every second of them read. */
const give = (memberId: string, from: number, to: number) =>
  doing((tx) =>
    run(
      tx,
      sql`with made as (insert into notices (team_id, id, kind, subject_kind, subject_id, path, key, recipients, at)
            select ${w.team}, uuidv7(), 'task_assigned', 'task', n, '/tasks', 'many ' || n, array[${memberId}::uuid], now()
            from generate_series(${from}::int, ${to}::int) n returning id)
          insert into notice_readers (team_id, member_id, notice_id, kind, urgent, read_at)
          select ${w.team}, ${memberId}, id, 'task_assigned', false,
            case when row_number() over () % 2 = 0 then now() end from made`,
    ),
  );

const kept = async () =>
  (await doing((tx) => run<{ n: number }>(tx, sql`select count(*)::int as n from notices`)))[0]?.n;

beforeAll(async () => {
  w = await world();
  for (let from = 1; from <= many; from += 10_000)
    await give(w.member('林小满'), from, Math.min(many, from + 9_999));
  await analyze('notices', 'notice_readers');
}, 120_000);

describe('NOT-05 many notices', () => {
  for (const unread of [true, false])
    it(`a page of ${unread ? 'unread ones' : 'all'} and the badge come from few pages of the database`, async () => {
      const actor = w.actor('林小满');
      const reads = await readsOf(w.db, actor, (tx) => listNotices(actor, tx, { unread }));
      expect(reads.length).toBeGreaterThan(1);
      expect(Math.max(...reads.map(({ blocks }) => blocks))).toBeLessThan(1500);
    });

  it('the badge stops at a thousand; reading all clears it, and the newest can be taken back', async () => {
    const agent = await w.as('林小满');
    const { items, unread } = await agent.call(notices.listNotices, { limit: 1 });
    expect(unread).toBe(1000);
    const upTo = items[0]?.id ?? '';
    const read = await agent.call(notices.readNotices, { upTo });
    expect(read).toEqual({ ids: [], mark: upTo, count: 1000, unread: 0 });
    expect(await agent.call(notices.unreadNotices, { mark: upTo })).toMatchObject({ unread: 1000 });
    await agent.call(notices.readNotices, { upTo });
    const page = await agent.call(notices.listNotices, { limit: 13 });
    const back = { ids: page.items.slice(10).map(({ id }) => id) };
    expect((await agent.call(notices.unreadNotices, back)).unread).toBe(3);
    const left = await agent.call(notices.listNotices, { unread: true });
    expect(left.items.map(({ id, readAt }) => [id, readAt])).toEqual(
      back.ids.map((id) => [id, null]),
    );
  });

  it('reading them all, and taking that back, writes one row and tells the other screens once', async () => {
    const actor = w.actor('周启明');
    if (actor.kind !== 'member') throw new Error('not a member');
    await give(actor.member, many + 1, many + 5_000);
    const newest = (await (await w.as('周启明')).call(notices.listNotices, { limit: 1 })).items[0];
    const upTo = newest?.id ?? '';
    const sum = (tx: Tx) =>
      run<{ rows: number }>(
        tx,
        sql`select sum(n_tup_ins + n_tup_upd + n_tup_del)::int as rows from pg_stat_xact_user_tables where relname like 'notice%'`,
      );
    const written = (work: (tx: Tx) => Promise<unknown>) =>
      w.db.write(actor, async (tx) => {
        const [before] = await sum(tx);
        await work(tx);
        const [after] = await sum(tx);
        return (after?.rows ?? 0) - (before?.rows ?? 0);
      });
    const told = async () =>
      (await doing((tx) => run(tx, sql`select from events where type = 'notice.read'`))).length;
    const before = await told();
    expect(await written((tx) => readNotices(actor, tx, { upTo }))).toBe(1);
    expect(await told()).toBe(before + 1);
    expect(await written((tx) => unreadNotices(actor, tx, { mark: upTo }))).toBe(1);
    expect(await told()).toBe(before + 2);
    await doing((tx) =>
      run(tx, sql`delete from notices where recipients = array[${actor.member}::uuid]`),
    );
  });

  it('what is given while all are being read stays unread, whatever its id', async () => {
    const [owner, person] = [await w.as('何雅琴'), w.member('何雅琴')];
    const news = { kind: 'task_due', shopId: w.shop, path: '/tasks', params: {} } as const;
    const say = (key: string) => (tx: Tx) =>
      notify(tx, { ...news, subject: { kind: 'task', id: newId() }, to: [person], key });
    const gate = Promise.withResolvers<void>();
    const given = Promise.withResolvers<void>();
    const slow = doing(async (tx) => {
      await say('slow')(tx);
      given.resolve();
      await gate.promise;
    });
    await given.promise;
    await doing(say('quick'));
    const { items } = await owner.call(notices.listNotices, {});
    expect(items).toHaveLength(1);
    const read = await owner.call(notices.readNotices, { upTo: items[0]?.id ?? '' });
    expect(read.unread).toBe(0);
    gate.resolve();
    await slow;
    const running = startReactions(w.db, reactions, undefined, w.team);
    const unread = async () => (await owner.call(notices.listNotices, { unread: true })).items;
    await expect.poll(async () => (await unread()).length, { timeout: 20_000 }).toBe(1);
    await running.stop();
    expect((await owner.call(notices.listNotices, {})).unread).toBe(1);
    await doing((tx) => run(tx, sql`delete from notices where key in ('slow', 'quick')`));
  });
});

describe('guitai verify', () => {
  it('finds a row that says something else than its notice, and a person who was left out', async () => {
    const ask = () => doing((tx) => noticesTrue.ask(tx));
    expect(await ask()).toEqual([]);
    const { items } = await (await w.as('林小满')).call(notices.listNotices, { limit: 2 });
    await doing((tx) =>
      run(tx, sql`update notice_readers set kind = 'task_due' where notice_id = ${items[0]?.id}`),
    );
    await doing((tx) => run(tx, sql`delete from notice_readers where notice_id = ${items[1]?.id}`));
    expect((await ask()).length).toBe(2);
    await doing((tx) =>
      run(tx, sql`delete from notices where id in (${items[0]?.id}, ${items[1]?.id})`),
    );
    expect(await ask()).toEqual([]);
  });
});

describe('NOT-05 what is over goes', () => {
  it('read ones after 90 days, with the last reader; all after a year; not a day before', async () => {
    const two = [w.member('何雅琴'), w.member('周启明')];
    const news = { kind: 'task_due', shopId: w.shop, path: '/tasks', params: {} } as const;
    const subject = { kind: 'task', id: newId() };
    await doing((tx) => notify(tx, { ...news, subject, to: two, key: newId() }));
    const owner = await w.as('何雅琴');
    const { items } = await owner.call(notices.listNotices, {});
    await owner.call(notices.readNotices, { ids: items.map(({ id }) => id) });
    const before = await kept();
    await later(89 * day, () => sweepNotices(robot(), w.db));
    expect(await kept()).toBe(before);
    await later(91 * day, () => sweepNotices(robot(), w.db));
    // The agent had read all but three; of the one for two, one has not read it.
    expect(await kept()).toBe(4);
    expect((await owner.call(notices.listNotices, {})).items).toEqual([]);
    expect((await (await w.as('周启明')).call(notices.listNotices, {})).unread).toBe(1);
    await later(366 * day, () => sweepNotices(robot(), w.db));
    expect(await kept()).toBe(0);
  });

  it('what is settled is off the list of everybody it was for, and of nobody else', async () => {
    const news = {
      kind: 'script_review',
      shopId: null,
      path: '/library/scripts',
      params: {},
    } as const;
    const one = { kind: 'script', id: newId() };
    const other = { kind: 'script', id: newId() };
    const to = [w.member('何雅琴'), w.member('周启明')];
    for (const subject of [one, other])
      await doing((tx) => notify(tx, { ...news, to, subject, key: `r ${subject.id}` }));
    const lead = await w.as('周启明');
    expect((await lead.call(notices.listNotices, {})).unread).toBe(2);
    await doing((tx) => withdrawNotices(tx, { kind: 'script_review', subject: one }));
    const left = (await lead.call(notices.listNotices, {})).items;
    expect(left.map(({ subject }) => subject.id)).toEqual([other.id]);
    const again = { ...news, to, subject: one, key: `r ${one.id}` };
    await doing((tx) => notify(tx, again));
    expect((await lead.call(notices.listNotices, {})).unread).toBe(2);
  });
});
