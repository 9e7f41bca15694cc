import { teamwork } from '@guitai/contract';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { analyze, readsOf } from '../../../test/blocks.ts';
import { type World, world } from '../../../test/world.ts';
import { system } from '../../kernel/actor.ts';
import { run, type Tx } from '../../kernel/tx.ts';
import { tasksTrue } from './checks.ts';
import { countTasks, listTasks } from './list.ts';

/** Enough that reading them all could not be overlooked. */
const many = Number(process.env.TASKS ?? 20_000);

let w: World;
const doing = (work: (tx: Tx) => Promise<unknown>) => w.db.write(system(w.team, 'test'), work);

/** Tasks of one person, due one after the other; every tenth is settled. */
const give = (memberId: string, count: number) =>
  doing((tx) =>
    run(
      tx,
      sql`with made as (insert into tasks (team_id, id, shop_id, title, state, due_at, maker_kind, maker_id, made_at, changed_at, settled_at)
            select ${w.team}, uuidv7(), ${w.shop}, '第 ' || n || ' 项', case when n % 10 = 0 then 'done' else 'open' end,
              date_trunc('milliseconds', now()) + n * interval '1 minute' - interval '7 days', 'member', ${w.member('周启明')}, now(), now(),
              case when n % 10 = 0 then now() end
            from generate_series(1, ${count}::int) n returning team_id, id, state, due_at)
          insert into task_assignees (team_id, task_id, member_id, pending) select team_id, id, ${memberId}, state = 'open' from made`,
    ),
  );

beforeAll(async () => {
  w = await world();
  await give(w.member('林小满'), many);
  await give(w.member('何雅琴'), 5);
  await analyze('tasks', 'task_assignees');
}, 120_000);

describe('NOT-05 many tasks', () => {
  for (const person of ['林小满', '何雅琴', '周启明'] as const) {
    for (const view of ['mine', 'made', 'team', 'overdue', 'orphaned', 'done'] as const)
      it(`${person} reads a page of ${view} from few pages of the database, whoever has how many`, async () => {
        const actor = w.actor(person);
        const reads = await readsOf(w.db, actor, (tx) => listTasks(actor, tx, { view }));
        expect(Math.max(...reads.map(({ blocks }) => blocks))).toBeLessThan(2500);
      });

    it(`${person} has counts up to a thousand from few pages of the database`, async () => {
      const actor = w.actor(person);
      const reads = await readsOf(w.db, actor, (tx) => countTasks(actor, tx));
      expect(Math.max(...reads.map(({ blocks }) => blocks))).toBeLessThan(2500);
    });
  }

  it('counts what there is, up to a thousand', async () => {
    const count = async (person: '林小满' | '何雅琴' | '周启明') =>
      (await w.as(person)).call(teamwork.countTasks, {});
    expect(await count('何雅琴')).toMatchObject({ mine: 5, made: 0, orphaned: 0 });
    expect(await count('林小满')).toMatchObject({ mine: 1000, team: 1000, overdue: 1000 });
    expect(await count('周启明')).toMatchObject({ mine: 0, made: 1000 });
  });

  it('a person’s list keeps the order when what is due moves, page after page', async () => {
    const owner = await w.as('何雅琴');
    const ids = async () => {
      const first = await owner.call(teamwork.listTasks, { view: 'mine', limit: 3 });
      const next = await owner.call(teamwork.listTasks, {
        view: 'mine',
        limit: 3,
        cursor: first.next ?? '',
      });
      return [...first.items, ...next.items].map(({ id }) => id);
    };
    const before = await ids();
    const [moved] = (await owner.call(teamwork.listTasks, { view: 'mine' })).items;
    await owner.call(teamwork.updateTask, {
      ...{ taskId: moved?.id ?? '', version: moved?.version ?? 1, dueAt: null },
    });
    expect(await ids()).toEqual([...before.slice(1), before[0]]);
    const ask = () => doing((tx) => tasksTrue.ask(tx)) as Promise<string[]>;
    expect(await ask()).toEqual([]);
    const wrong = moved?.id ?? '';
    await doing((tx) =>
      run(tx, sql`update task_assignees set due = now() where task_id = ${wrong}`),
    );
    expect(await ask()).toEqual([expect.stringContaining(wrong)]);
  });
});
