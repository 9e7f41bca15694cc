import { access, notices, type ReplyOf, shops } from '@guitai/contract';
import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { later } from '../../../test/talk.ts';
import { type World, world } from '../../../test/world.ts';
import { system } from '../../kernel/actor.ts';
import { readEvents } from '../../kernel/events.ts';
import { newId } from '../../kernel/ids.ts';
import { mayHear } from '../../kernel/live/audience.ts';
import { inside, run, type Tx } from '../../kernel/tx.ts';
import { staffById } from '../access/index.ts';
import { digestDue } from './digest.ts';
import { membersWith, type News, notify } from './index.ts';
import { mailDue, sendMailWith } from './mail.ts';
import type { Letter } from './ports.ts';

let w: World;
beforeAll(async () => {
  w = await world();
});

const robot = () => system(w.team, 'test');
const doing = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  w.db.write(robot(), work) as Promise<T>;

const news = (more: Partial<News> = {}): News => ({
  to: [w.member('林小满')],
  kind: 'task_assigned',
  shopId: w.shop,
  subject: { kind: 'task', id: newId() },
  path: '/tasks',
  params: {},
  key: newId(),
  ...more,
});

/** Puts 300 more agents into the team. */
const crowd = (count: number) =>
  doing((tx) =>
    run<{ id: string }>(
      tx,
      sql`with a as (insert into accounts (id, email, email_key)
            select gen_random_uuid(), 'n' || n || ${w.team}, 'n' || n || ${w.team} from generate_series(1, ${count}) n returning id)
          insert into members (team_id, id, account_id, name, role, shop_ids, locale, joined_at)
          select ${w.team}, gen_random_uuid(), a.id, 'agent', 'agent', array[${w.shop}::uuid], 'zh-CN', now() from a returning id`,
    ),
  );

describe('notices', () => {
  it('NOT-04 one for 300 agents is one row and one event in at most two writes', async () => {
    await crowd(300);
    const to = await doing((tx) => membersWith(tx, 'tasks.read', w.shop));
    expect(to.length).toBeGreaterThanOrEqual(303);
    const writes: string[] = [];
    let trips = 0;
    let restore = () => {};
    const subject = { kind: 'task', id: newId() };
    await w.db.write(robot(), async (tx) => {
      const { client } = inside(tx);
      const query = client.query.bind(client) as (...given: unknown[]) => unknown;
      restore = () => Object.assign(client, { query });
      Object.assign(client, {
        query: (...given: unknown[]) => {
          trips += 1;
          const first = given[0] as string | { text?: string };
          const text = typeof first === 'string' ? first : (first.text ?? '');
          if (/\b(insert into|update|delete from)\b/i.test(text)) writes.push(text);
          return query(...given);
        },
      });
      await notify(tx, news({ to, subject }));
    });
    restore();
    // The notice with its readers, and the event at the close; round trips beside them: the key's lock, the team's clock, the commit.
    expect(writes.length).toBeLessThanOrEqual(2);
    expect(trips).toBeLessThan(8);
    const [rows] = await doing((tx) =>
      run<{ rows: number; people: number }>(
        tx,
        sql`select count(*)::int as rows, max(cardinality(recipients)) as people from notices where subject_id = ${subject.id}`,
      ),
    );
    expect(rows).toEqual({ rows: 1, people: to.length });
    const told = await w.db.raw(w.team, (client) => readEvents(client, w.team, 0, 10_000));
    expect(
      told.filter((e) => e.type === 'notice.given' && e.data.includes(subject.id)),
    ).toHaveLength(1);
  });

  it('NOT-02 a person has one notice under a key, though 64 say it at once', async () => {
    const key = newId();
    const [a, b] = [w.member('林小满'), w.member('周启明')];
    await Promise.all(
      Array.from({ length: 64 }, (_, n) =>
        doing((tx) =>
          notify(
            tx,
            news({
              key,
              to: n % 2 ? [a] : [a, b],
              kind: n % 3 ? 'task_mentioned' : 'task_assigned',
            }),
          ),
        ),
      ),
    );
    const each = await doing((tx) =>
      run<{ person: string; n: number }>(
        tx,
        sql`select person, count(*)::int as n from notices, unnest(recipients) person where key = ${key} group by 1 order by 1`,
      ),
    );
    expect(each).toEqual([a, b].sort().map((person) => ({ person, n: 1 })));
  });

  it('NOT-05 read on one device is read on all, and only that person hears of it', async () => {
    const [here, there] = [await w.as('林小满'), await w.as('林小满')];
    const subject = { kind: 'task', id: newId() };
    await doing((tx) => notify(tx, news({ subject })));
    const { items } = await here.call(notices.listNotices, {});
    const mine = items.find((one) => one.subject.id === subject.id);
    const before = (await there.call(notices.listNotices, {})).unread;
    const read = await here.call(notices.readNotices, { ids: [mine?.id ?? ''] });
    expect(read).toEqual({ ids: [mine?.id], mark: null, count: 1, unread: before - 1 });
    const after = await there.call(notices.listNotices, {});
    expect(after.unread).toBe(before - 1);
    expect(after.items.find((one) => one.id === mine?.id)?.readAt).not.toBeNull();
    const told = await w.db.raw(w.team, (client) => readEvents(client, w.team, 0, 10_000));
    const event = told.findLast((one) => one.type === 'notice.read');
    if (!event) throw new Error('nothing was told');
    expect(mayHear(w.actor('林小满'), event)).toBe(true);
    expect(mayHear(w.actor('何雅琴'), event)).toBe(false);
    const undone = await there.call(notices.unreadNotices, { ids: read.ids });
    expect(undone.unread).toBe(before);
  });

  it('NOT-05 the badge equals the list, whatever is given and read in which order', async () => {
    const [here, there] = [await w.as('周启明'), await w.as('周启明')];
    const whole = async () => {
      const all = [];
      let cursor: string | undefined;
      do {
        const page: ReplyOf<typeof notices.listNotices> | undefined = await here.call(
          notices.listNotices,
          {
            unread: true,
            limit: 3,
            ...(cursor ? { cursor } : {}),
          },
        );
        all.push(...(page?.items ?? []));
        cursor = page?.next ?? undefined;
      } while (cursor);
      return all;
    };
    let most = 0;
    let mark: string | undefined;
    const step = fc.record({
      what: fc.constantFrom('give', 'urgent', 'read', 'readUpTo', 'unread', 'undoUpTo', 'mute'),
      n: fc.nat(5),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 9 }), async (steps) => {
        for (const { what, n } of steps) {
          const browser = n % 2 ? there : here;
          const { items } = await browser.call(notices.listNotices, { limit: 20 });
          const one = items[n % Math.max(1, items.length)];
          if (what === 'give' || what === 'urgent')
            await doing((tx) =>
              notify(tx, news({ to: [w.member('周启明')], urgent: what === 'urgent' })),
            );
          else if (what === 'mute')
            await browser.call(notices.setNoticeSettings, {
              kinds: [{ kind: 'task_assigned', ways: n % 2 ? ['list'] : [] }],
            });
          else if (!one) continue;
          else if (what === 'read') await browser.call(notices.readNotices, { ids: [one.id] });
          else if (what === 'readUpTo')
            mark = (await browser.call(notices.readNotices, { upTo: one.id })).mark ?? mark;
          else if (what === 'undoUpTo') {
            if (mark) await browser.call(notices.unreadNotices, { mark });
          } else await browser.call(notices.unreadNotices, { ids: [one.id] });
          const { unread } = await browser.call(notices.listNotices, { limit: 1 });
          most = Math.max(most, unread);
          expect((await whole()).length).toBe(unread);
        }
      }),
      { numRuns: 10 },
    );
    expect(most).toBeGreaterThan(3);
  });

  it('NOT-01 who loses the right, or the shop, loses the notice', async () => {
    const v = await world();
    const agent = await v.as('林小满');
    const owner = await v.as('何雅琴');
    const given = { to: [v.member('林小满')], kind: 'webhook_paused', shopId: v.shop } as const;
    await v.db.write(system(v.team, 'test'), async (tx) => {
      await notify(tx, { ...news(given), key: 'a' });
      await notify(tx, { ...news({ ...given, kind: 'task_assigned' }), key: 'b' });
    });
    const seen = await agent.call(notices.listNotices, {});
    expect(seen.items.map(({ kind }) => kind)).toEqual(['task_assigned']);
    expect(seen.unread).toBe(1);
    const other = await owner.call(shops.createShop, {
      name: '二店',
      kind: 'built-in',
      currency: 'CNY',
      timezone: 'Asia/Shanghai',
      locale: 'zh-CN',
    });
    await owner.call(access.changeMemberRole, {
      memberId: v.member('林小满'),
      role: 'agent',
      shopIds: [other.id],
    });
    const later = await agent.call(notices.listNotices, {});
    expect(later).toMatchObject({ items: [], unread: 0 });
  });

  it('NOT-01 quiet hours hold all but the list back, urgent ones come anyway', () => {
    const manners = { ...notices.defaultManners, quietFrom: '22:00', quietUntil: '08:00' };
    const night = new Date('2026-03-10T15:30:00Z');
    const day = new Date('2026-03-10T04:30:00Z');
    expect(notices.waysNow(['list', 'sound', 'mail'], manners, false, night)).toEqual(['list']);
    expect(notices.waysNow(['list', 'sound', 'mail'], manners, false, day)).toEqual([
      'list',
      'sound',
      'mail',
    ]);
    expect(notices.waysNow([], manners, true, night)).toEqual(['list', 'sound', 'desktop']);
    expect(notices.isQuiet({ ...manners, quietFrom: null, daysOff: [2] }, day)).toBe(true);
    expect(notices.isQuiet({ ...manners, timezone: 'America/New_York' }, night)).toBe(false);
  });

  it('NOT-03 mail goes out only for what is still unread, once, and says no more than the kind', async () => {
    const sent: Letter[] = [];
    const postman = {
      ready: async () => true,
      async send(_team: string, letter: Letter) {
        sent.push(letter);
        return 'sent' as const;
      },
    };
    const browser = await w.as('林小满');
    await browser.call(notices.setNoticeSettings, {
      kinds: [{ kind: 'task_due', ways: ['list', 'mail'] }],
      manners: { mailMinutes: 5 },
    });
    const [read, unread] = [news({ kind: 'task_due' }), news({ kind: 'task_due' })];
    await doing((tx) => notify(tx, read));
    await doing((tx) => notify(tx, unread));
    const { items } = await browser.call(notices.listNotices, { kind: 'task_due' });
    const idOf = (one: News) => items.find((n) => n.subject.id === one.subject.id)?.id ?? '';
    await browser.call(notices.readNotices, { ids: [idOf(read)] });
    for (const one of [read, unread, unread])
      await doing((tx) => mailDue.perform(robot(), tx, { noticeId: idOf(one), minutes: 5 }));
    const mails = await doing((tx) =>
      run<{ id: string }>(
        tx,
        sql`select id from notice_mails where notice_ids && ${[idOf(read), idOf(unread)]}::uuid[]`,
      ),
    );
    expect(mails).toHaveLength(1);
    const job = sendMailWith({ postman, publicUrl: 'https://desk.example' });
    for (const { id } of [...mails, ...mails]) await job.performBare(robot(), w.db, { mailId: id });
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ to: w.email('林小满'), subject: '任务到期' });
    expect(sent[0]?.text).toContain('https://desk.example/desk');
  });

  it('NOT-03 a digest is one mail a day with what is still unread; nothing unread, no mail', async () => {
    const v = await world();
    const agent = await v.as('林小满');
    await agent.call(notices.setNoticeSettings, { manners: { digestAt: '08:00' } });
    const robotOf = system(v.team, 'test');
    const give = () =>
      v.db.write(robotOf, (tx) =>
        notify(tx, { ...news(), to: [v.member('林小满')], shopId: v.shop }),
      );
    const digest = () =>
      v.db.write(robotOf, (tx) => digestDue.perform(robotOf, tx, { memberId: v.member('林小满') }));
    const mails = () =>
      v.db.read(robotOf, (tx) =>
        run<{ notices: number }>(
          tx,
          sql`select cardinality(notice_ids) as notices from notice_mails where kind = 'digest' and team_id = ${v.team}`,
        ),
      );
    for (let n = 0; n < 3; n += 1) await give();
    const { items } = await agent.call(notices.listNotices, {});
    await agent.call(notices.readNotices, { upTo: items[1]?.id ?? '' });
    await digest();
    await digest();
    expect(await mails()).toEqual([{ notices: 1 }]);
    await agent.call(notices.readNotices, { upTo: items[0]?.id ?? '' });
    await later(25 * 3_600_000, digest);
    expect(await mails()).toHaveLength(1);
    await give();
    await later(25 * 3_600_000, digest);
    expect(await mails()).toEqual([{ notices: 1 }, { notices: 1 }]);
  });

  it('NOT-03 a mail that is due in quiet hours waits for their end', async () => {
    const browser = await w.as('方予安');
    await browser.call(notices.setNoticeSettings, {
      kinds: [{ kind: 'announcement', ways: ['list', 'mail'] }],
      manners: { daysOff: [1, 2, 3, 4, 5, 6, 7], mailMinutes: 5 },
    });
    const quiet = news({ kind: 'announcement', to: [w.member('方予安')] });
    await doing((tx) => notify(tx, quiet));
    const { items } = await browser.call(notices.listNotices, {});
    await doing((tx) => mailDue.perform(robot(), tx, { noticeId: items[0]?.id ?? '', minutes: 5 }));
    const [mails] = await doing((tx) =>
      run<{ n: number }>(
        tx,
        sql`select count(*)::int as n from notice_mails where member_id = ${w.member('方予安')}`,
      ),
    );
    expect(mails?.n).toBe(0);
    expect(await doing((tx) => staffById(tx, 'member', w.member('方予安')))).not.toBeNull();
  });
});
