import { sql } from 'kysely';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { world } from '../../../test/world.ts';
import { system } from '../../kernel/actor.ts';
import type { Db } from '../../kernel/db.ts';
import { newId } from '../../kernel/ids.ts';
import { quiet } from '../../kernel/log.ts';
import { run } from '../../kernel/tx.ts';
import { goingRound, roundFigures, roundOfAll } from './rounds.ts';
import { sweepNotices } from './sweep.ts';

afterEach(() => {
  vi.useRealTimers();
});

const failures = async (work: string): Promise<number> =>
  Number(new RegExp(`work="${work}"\\} (\\d+)`).exec(await roundFigures())?.[1] ?? 0);

describe('work that goes round all teams', () => {
  it('a team whose sweep fails keeps no other waiting; it is counted, and named to who tries again', async () => {
    const w = await world();
    const actor = system(w.team, 'test');
    await w.db.write(actor, (tx) =>
      run(
        tx,
        sql`insert into notices (team_id, id, kind, subject_kind, subject_id, path, key, recipients, at)
            values (${tx.team}, ${newId()}, 'task_due', 'task', 'x', '/tasks', 'old', '{}', now() - interval '400 days')`,
      ),
    );
    const before = await failures('test.sweep');
    const sweep = {
      work: 'test.sweep',
      ofTeam: (db: Db, team: string) => sweepNotices(system(team, 'test'), db),
    };
    const left = await roundOfAll(sweep, { db: w.db, log: quiet }, ['no team at all', w.team]);
    expect(left).toEqual(['no team at all']);
    expect(await failures('test.sweep')).toBe(before + 1);
    const kept = await w.db.read(actor, (tx) =>
      run(tx, sql`select from notices where key = 'old'`),
    );
    expect(kept).toEqual([]);
  });

  it('only those that failed are tried again, until they are done', async () => {
    vi.useFakeTimers();
    const db = { outside: async () => ['a', 'b', 'c'] } as unknown as Db;
    const gone: string[] = [];
    const ofTeam = async (_db: Db, team: string) => {
      gone.push(team);
      if (team === 'b' && gone.filter((one) => one === 'b').length < 3) throw new Error('planted');
    };
    const day = 86_400_000;
    const following = goingRound({ work: 'test.again', everyMs: day, ofTeam })(db, quiet);
    await vi.advanceTimersByTimeAsync(day);
    expect(gone).toEqual(['a', 'b', 'c']);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(gone).toEqual(['a', 'b', 'c', 'b']);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(gone).toEqual(['a', 'b', 'c', 'b', 'b']);
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(gone).toHaveLength(5);
    await following.stop();
  });
});
