import { Type } from '@guitai/contract';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { freshTeam, testDatabase } from '../../test/database.ts';
import { system } from './actor.ts';
import { defineEvent, emit } from './events.ts';
import { newId } from './ids.ts';
import { defineJob, enqueue, startJobs, unqueue } from './jobs.ts';
import { react, reactMany, startReactions } from './reactions.ts';
import { run } from './tx.ts';

const asked = defineEvent('test.asked', Type.Object({ n: Type.Integer() }), {
  permission: 'test.read',
});
const answered = defineEvent('test.answered', Type.Object({ n: Type.Integer() }), {
  permission: 'test.read',
});

const until = async (ok: () => Promise<boolean> | boolean, what: string) => {
  const end = Date.now() + 10_000;
  while (!(await ok())) {
    if (Date.now() > end) throw new Error(`waited in vain: ${what}`);
    await new Promise((done) => setTimeout(done, 20));
  }
};

describe('reactions and jobs', () => {
  it('react to each event exactly once, in order, even in two processes, and get over a poisoned one', async () => {
    const { db } = await testDatabase();
    const actor = await freshTeam(db);
    const answer = react('test.answer', asked, async (who, tx, event) => {
      if (event.team !== actor.team) return;
      if (event.data.n === 13) throw new Error('poison');
      emit(tx, answered, { subject: newId(), actor: who, data: { n: event.data.n } });
    });
    const here = startReactions(db, [answer]);
    const there = startReactions(db, [answer]);
    for (let n = 10; n < 20; n += 1) {
      await db.write(actor, async (tx) =>
        emit(tx, asked, { subject: newId(), actor, data: { n } }),
      );
    }
    const answers = () =>
      db.read(actor, (tx) =>
        run<{ n: number }>(
          tx,
          sql`select (data->>'n')::int as n from events where type = 'test.answered' order by seq`,
        ),
      );
    await until(async () => (await answers()).length >= 9, 'nine answers');
    await Promise.all([here.stop(), there.stop()]);
    expect((await answers()).map((row) => row.n)).toEqual([10, 11, 12, 14, 15, 16, 17, 18, 19]);
  });

  it('take a swarm in batches, each event once and in order, and lose only the poisoned one', async () => {
    const { db } = await testDatabase();
    const actor = await freshTeam(db);
    const batches: number[][] = [];
    const gather = reactMany('test.gather', asked, 8, async (who, tx, events) => {
      if (who.team !== actor.team) return;
      const numbers = events.map((event) => event.data.n);
      for (const n of numbers) emit(tx, answered, { subject: newId(), actor: who, data: { n } });
      if (numbers.includes(13)) throw new Error('poison');
      batches.push(numbers);
    });
    await db.write(actor, async (tx) => {
      for (let n = 0; n < 40; n += 1) emit(tx, asked, { subject: newId(), actor, data: { n } });
    });
    const here = startReactions(db, [gather]);
    const there = startReactions(db, [gather]);
    await until(() => batches.flat().length >= 39, 'all but the poisoned one');
    await Promise.all([here.stop(), there.stop()]);
    const told = await db.read(actor, (tx) =>
      run<{ n: number }>(
        tx,
        sql`select (data->>'n')::int as n from events where type = 'test.answered' order by seq`,
      ),
    );
    const healthy = Array.from({ length: 40 }, (_, n) => n).filter((n) => n !== 13);
    expect(told.map((row) => row.n)).toEqual(healthy);
    expect(Math.max(...batches.map((batch) => batch.length))).toBe(8);
  });

  it('run a job planned in a transaction that committed, not one that did not, nor one taken back', async () => {
    const { db, url } = await testDatabase();
    const actor = await freshTeam(db);
    const ran: string[] = [];
    const note = defineJob(
      'test.note',
      Type.Object({ word: Type.String() }),
      async (who, _tx, { word }) => {
        if (who.team === actor.team) ran.push(word);
      },
    );
    const stop = await startJobs(url, db, [note]);
    await db.write(actor, (tx) => enqueue(tx, note, { word: 'now' }));
    await db.write(actor, (tx) =>
      enqueue(tx, note, { word: 'soon' }, { runAt: new Date(Date.now() + 800) }),
    );
    await db.write(actor, (tx) =>
      enqueue(
        tx,
        note,
        { word: 'taken back' },
        { runAt: new Date(Date.now() + 500), key: `k-${actor.team}` },
      ),
    );
    await db.write(actor, (tx) => unqueue(tx, `k-${actor.team}`));
    const failed = db.write(actor, async (tx) => {
      await enqueue(tx, note, { word: 'never' });
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    await until(() => ran.length === 2, 'two jobs');
    await stop();
    expect(ran).toEqual(['now', 'soon']);
    expect(system(actor.team, 'x').kind).toBe('system');
  });
});
