import { Type } from '@guitai/contract';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { system } from '../src/kernel/actor.ts';
import { defineEvent, emit } from '../src/kernel/events.ts';
import { newId } from '../src/kernel/ids.ts';
import { refuse } from '../src/kernel/refusal.ts';
import { teamClock } from '../src/kernel/teams.ts';
import { run } from '../src/kernel/tx.ts';
import { freshTeam, testDatabase } from './database.ts';

const rang = defineEvent('test.rang', Type.Object({ n: Type.Integer() }), {
  permission: 'test.read',
});

describe('the log', () => {
  it('RT-01 numbers the events of a team densely in commit order, whoever races', async () => {
    const { db } = await testDatabase();
    const actor = await freshTeam(db);
    await Promise.all(
      Array.from({ length: 60 }, (_, n) =>
        db.write(actor, async (tx) => {
          emit(tx, rang, { subject: newId(), actor, data: { n } });
          return n % 7 === 0 ? refuse('access.denied') : n;
        }),
      ),
    );
    const rows = await db.read(actor, (tx) =>
      run<{ seq: number }>(tx, sql`select seq from events order by seq`),
    );
    expect(rows.map((row) => row.seq)).toEqual(
      Array.from({ length: rows.length }, (_, n) => n + 1),
    );
    expect(rows).toHaveLength(60 - 9);
    expect((await db.read(actor, teamClock)).seq).toBe(rows.length);
  });

  it('SEC-06 shows a team nothing of another, and errors where no team is set', async () => {
    const { db } = await testDatabase();
    const [a, b] = [await freshTeam(db), await freshTeam(db)];
    await db.write(a, async (tx) => emit(tx, rang, { subject: newId(), actor: a, data: { n: 1 } }));
    const seen = await db.read(b, (tx) => run(tx, sql`select * from events`));
    expect(seen).toEqual([]);
    const outside = db.outside({ kind: 'nobody', team: null, locale: 'en' }, (tx) =>
      run(tx, sql`select * from events`),
    );
    await expect(outside).rejects.toThrow();
    const forged = db.write(b, (tx) =>
      run(
        tx,
        sql`insert into events (team_id, seq, type, subject, actor_kind, data) values (${a.team}, 99, 'x', ${newId()}, 'system', '{}')`,
      ),
    );
    await expect(forged).rejects.toThrow(/row-level security/);
    const gone = db.write(system(a.team, 'test'), (tx) => run(tx, sql`delete from events`));
    await expect(gone).rejects.toThrow(/permission denied/);
  });
});
