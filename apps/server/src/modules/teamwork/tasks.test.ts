import { access, notices, teamwork } from '@guitai/contract';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { type World, world } from '../../../test/world.ts';
import { system } from '../../kernel/actor.ts';
import { clock } from '../../kernel/clock.ts';
import { readEvents } from '../../kernel/events.ts';
import { newId } from '../../kernel/ids.ts';
import { mayHear } from '../../kernel/live/audience.ts';
import { startReactions } from '../../kernel/reactions.ts';
import { run, type Tx } from '../../kernel/tx.ts';
import { alarmRings } from './alarm.ts';
import { openTask } from './index.ts';

let w: World;
let lead: Awaited<ReturnType<World['as']>>;
let agent: Awaited<ReturnType<World['as']>>;
beforeAll(async () => {
  w = await world();
  lead = await w.as('周启明');
  agent = await w.as('林小满');
});

const robot = () => system(w.team, 'test');
const doing = <T>(act: (tx: Tx) => Promise<T>) => w.db.write(robot(), act) as Promise<T>;
const me = () => w.member('林小满');
const make = (more: object = {}, by = lead) =>
  by.call(teamwork.createTask, {
    shopId: w.shop,
    title: '查一下物流',
    assigneeIds: [me()],
    ...more,
  });
const noticesOf = async (browser: typeof agent, id: string) =>
  (await browser.call(notices.listNotices, { limit: 200 })).items
    .filter(({ subject }) => subject.id === id)
    .map(({ kind }) => kind);

describe('tasks', () => {
  it('A6 64 asking at once for the task of one source open one', async () => {
    const source = { kind: 'parcel', id: newId() };
    const made = await Promise.all(
      Array.from({ length: 64 }, () =>
        doing((tx) =>
          openTask(robot(), tx, {
            shopId: w.shop,
            title: '催件',
            links: {},
            assigneeId: me(),
            source,
          }),
        ),
      ),
    );
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    expect(await noticesOf(agent, made[0]?.id ?? '')).toEqual(['task_assigned']);
  });

  it('NOT-02 what tells people by itself opens its task without a second notice', async () => {
    const { id } = await doing((tx) =>
      openTask(robot(), tx, {
        ...{ shopId: w.shop, title: '包裹停滞', links: {}, assigneeId: me(), quiet: true },
        source: { kind: 'parcel.stuck', id: newId() },
      }),
    );
    expect(await noticesOf(agent, id)).toEqual([]);
    expect((await agent.call(teamwork.getTask, { taskId: id })).state).toBe('open');
  });

  it('A6 moves by its table only, each step in the history, and comes back by undo', async () => {
    const [a, b] = [await make(), await make()];
    const moves = [a, b].map(({ id }) => ({ taskId: id, state: 'done' as const }));
    const done = await agent.call(teamwork.moveTasks, { moves });
    expect(done.moved.map(({ before }) => before)).toEqual(['open', 'open']);
    expect((await agent.call(teamwork.moveTasks, { moves })).stayed).toEqual(
      [a.id, b.id].sort().map((taskId) => ({ taskId, code: 'task.illegal_transition' })),
    );
    const undone = await agent.call(teamwork.moveTasks, {
      moves: done.moved.map(({ taskId, before }) => ({ taskId, state: before })),
    });
    expect(undone.moved).toHaveLength(2);
    const after = await agent.call(teamwork.getTask, { taskId: a.id });
    expect(after).toMatchObject({ state: 'open', settledAt: null });
    expect(after.entries.map(({ kind }) => kind)).toEqual(['opened', 'moved', 'moved']);
  });

  it('A6 of 64 who settle it at once, one does', async () => {
    const { id } = await make();
    const outcomes = await Promise.all(
      Array.from({ length: 64 }, () =>
        agent.call(teamwork.moveTasks, { moves: [{ taskId: id, state: 'done' }] }),
      ),
    );
    expect(outcomes.flatMap(({ moved }) => moved)).toHaveLength(1);
    expect(outcomes.flatMap(({ stayed }) => stayed)).toHaveLength(63);
  });

  it('NOT-02 who is mentioned and given the task in one comment has one notice; the author none', async () => {
    const { id } = await make({ assigneeIds: [] });
    await lead.call(teamwork.addTaskComment, {
      taskId: id,
      text: '@林小满 看一下',
      mentionIds: [me(), w.member('周启明')],
    });
    expect(await noticesOf(agent, id)).toEqual(['task_mentioned']);
    expect(await noticesOf(lead, id)).toEqual([]);
  });

  it('A6 shows no task of another shop, and what it is about only to who may see that', async () => {
    const secret = await doing((tx) =>
      openTask(robot(), tx, { shopId: null, title: '团队事务', links: {} }),
    );
    const v = await world();
    await expect(
      (await v.as('何雅琴')).call(teamwork.getTask, { taskId: secret.id }),
    ).rejects.toMatchObject({ code: 'task.not_found' });
    const observer = await w.as('方予安');
    const { id } = await make();
    await expect(
      observer.call(teamwork.moveTasks, { moves: [{ taskId: id, state: 'done' }] }),
    ).rejects.toMatchObject({ code: 'access.denied' });
    expect((await observer.call(teamwork.getTask, { taskId: id })).can).toEqual([]);
    const other = await make({ assigneeIds: [w.member('周启明')] });
    const moved = await agent.call(teamwork.moveTasks, {
      moves: [{ taskId: other.id, state: 'cancelled' }],
    });
    expect(moved.stayed).toEqual([{ taskId: other.id, code: 'access.denied' }]);
  });

  it('A6 the version somebody else changed is not written over', async () => {
    const { id, version } = await make();
    const writes = await Promise.allSettled(
      Array.from({ length: 8 }, (_, n) =>
        agent.call(teamwork.updateTask, { taskId: id, version, title: `第 ${n} 版` }),
      ),
    );
    expect(writes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('A6 a task of the whole team is heard by who works for all of it, and by those on it', async () => {
    const v = await world();
    const owner = await v.as('何雅琴');
    const memberId = v.member('林小满');
    await owner.call(access.changeMemberRole, { memberId, role: 'agent', shopIds: [v.shop] });
    const opened = await owner.call(teamwork.createTask, {
      shopId: null,
      title: '盘点',
      assigneeIds: [memberId],
    });
    const told = (await v.db.raw(v.team, (client) => readEvents(client, v.team, 0, 10_000))).filter(
      (one) => one.type.startsWith('task.') && one.subject === opened.id,
    );
    const inShop = { ...v.actor('林小满'), shops: [v.shop] };
    const heard = (who: Parameters<typeof mayHear>[0]) =>
      told.filter((one) => mayHear(who, one)).map(({ type }) => type);
    expect(heard(v.actor('何雅琴'))).toEqual(['task.opened', 'task.touched']);
    expect(heard(v.actor('周启明'))).toEqual(['task.opened']);
    expect(heard(inShop)).toEqual(['task.touched']);
    expect(heard({ ...inShop, member: v.member('方予安') })).toEqual([]);
  });

  it('A6 rings before, when due and overdue, each once, also when it looks late and often', async () => {
    const start = new Date('2026-03-10T01:00:00.000Z').getTime();
    const time = vi.spyOn(clock, 'now').mockReturnValue(start);
    onTestFinished(() => time.mockRestore());
    const dueAt = '2026-03-10T02:00:00.000Z';
    const { id } = await doing((tx) =>
      openTask(robot(), tx, {
        shopId: w.shop,
        title: '回电话',
        links: {},
        assigneeId: me(),
        dueAt,
        remindMinutes: 30,
      }),
    );
    const ring = (at: string, times = 3) => {
      time.mockReturnValue(new Date(at).getTime());
      return Promise.all(
        Array.from({ length: times }, () =>
          doing((tx) => alarmRings.perform(robot(), tx, { taskId: id, dueAt })),
        ),
      );
    };
    const rung = () =>
      doing((tx) =>
        run<{ stage: string; days: number }>(
          tx,
          sql`select params ->> 'stage' as stage, (params ->> 'days')::int as days from notices
              where subject_id = ${id} and kind in ('task_due', 'task_overdue') order by id`,
        ),
      );
    const planned = async () => {
      const [job] = await w.db.raw(w.team, async (client) => {
        const { url } = await (await import('../../../test/database.ts')).testDatabase();
        const pg = (await import('pg')).default;
        const top = new pg.Client({ connectionString: url });
        await top.connect();
        const found = await top.query('select run_at from graphile_worker.jobs where key = $1', [
          `teamwork.alarm ${id}`,
        ]);
        await top.end();
        return client ? found.rows : [];
      });
      return (job as { run_at: Date } | undefined)?.run_at.toISOString();
    };
    expect(await planned()).toBe('2026-03-10T01:30:00.000Z');
    await ring('2026-03-10T01:29:59.000Z');
    expect(await rung()).toEqual([]);
    await ring('2026-03-10T01:30:00.000Z');
    expect(await planned()).toBe(dueAt);
    await ring(dueAt);
    await ring('2026-03-13T05:00:00.000Z');
    expect(await rung()).toEqual([
      { stage: 'before', days: 0 },
      { stage: 'due', days: 0 },
      { stage: 'overdue', days: 3 },
    ]);
    expect(await planned()).toBe('2026-03-14T02:00:00.000Z');
    await agent.call(teamwork.moveTasks, { moves: [{ taskId: id, state: 'done' }] });
    expect(await planned()).toBeUndefined();
  });

  it('A6 a daily task opens the next when done, once, with its people and checklist', async () => {
    const first = await make({
      title: '每日盘点',
      dueAt: '2026-11-20T01:00:00Z',
      repeat: { every: 'day' },
      items: ['仓库一', '仓库二'],
    });
    const move = (state: 'done' | 'open') =>
      agent.call(teamwork.moveTasks, { moves: [{ taskId: first.id, state }] });
    for (const state of ['done', 'open', 'done'] as const) await move(state);
    const { items } = await agent.call(teamwork.listTasks, { view: 'mine', q: '每日盘点' });
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ itemsAll: 2, itemsDone: 0, assignees: [{ id: me() }] });
    const due = new Date(items[0]?.dueAt ?? 0);
    expect(due.toISOString()).toMatch(/T01:00:00/);
    expect(due.getTime()).toBeGreaterThan(Date.now());
    expect(due.getTime() - Date.now()).toBeLessThanOrEqual(86_400_000);
  });

  it('A6 the tasks of somebody who left are offered and handed over', async () => {
    const v = await world();
    const [owner, boss] = [await v.as('何雅琴'), await v.as('周启明')];
    const gone = v.member('林小满');
    for (const title of ['一', '二'])
      await boss.call(teamwork.createTask, { shopId: v.shop, title, assigneeIds: [gone] });
    const running = startReactions(
      v.db,
      v.modules.flatMap((module) => module.reactions),
      undefined,
      v.team,
    );
    onTestFinished(() => running.stop());
    await owner.call(access.deactivateMember, { memberId: gone });
    await running.settled();
    expect((await boss.call(teamwork.countTasks, {})).orphaned).toBe(2);
    const told = await boss.call(notices.listNotices, {});
    expect(told.items.map(({ kind, params }) => [kind, params.count])).toEqual([
      ['task_orphaned', 2],
    ]);
    const { count } = await boss.call(teamwork.handOverTasks, {
      fromId: gone,
      toId: v.member('周启明'),
    });
    expect(count).toBe(2);
    expect((await boss.call(teamwork.countTasks, {})).orphaned).toBe(0);
    expect((await boss.call(teamwork.countTasks, {})).mine).toBe(2);
  });

  it('A6 ticks a checklist once however often it is pressed', async () => {
    const { id, items } = await make({ items: ['问仓库'] });
    const itemId = items[0]?.id ?? '';
    await Promise.all(
      Array.from({ length: 8 }, () =>
        agent.call(teamwork.changeTaskItem, { taskId: id, itemId, done: true }),
      ),
    );
    const after = await agent.call(teamwork.getTask, { taskId: id });
    expect(after).toMatchObject({ itemsDone: 1, itemsAll: 1 });
    expect(after.entries.filter(({ kind }) => kind === 'item_done')).toHaveLength(1);
  });

  it('A6 of people put on it by 16 at once, the last list stands whole, never a mixture', async () => {
    const { id } = await make({ assigneeIds: [] });
    const lists = [[me()], [w.member('周启明')]];
    await Promise.all(
      Array.from({ length: 16 }, (_, k) =>
        lead.call(teamwork.assignTask, { taskId: id, memberIds: lists[k % 2] ?? [] }),
      ),
    );
    const after = await lead.call(teamwork.getTask, { taskId: id });
    expect(after.assignees).toHaveLength(1);
  });

  it('A6 pages through pending tasks by due time without loss or repetition', async () => {
    const v = await world();
    const boss = await v.as('周启明');
    for (let n = 0; n < 7; n += 1) {
      const dueAt = n % 3 === 0 ? null : `2026-12-0${1 + (n % 3)}T00:00:00Z`;
      await boss.call(teamwork.createTask, { shopId: v.shop, title: `第 ${n}`, dueAt });
    }
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page: { items: { id: string }[]; next: string | null } = await boss.call(
        teamwork.listTasks,
        {
          view: 'team',
          limit: 2,
          ...(cursor ? { cursor } : {}),
        },
      );
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(seen).toHaveLength(7);
    expect(new Set(seen).size).toBe(7);
  });
});
