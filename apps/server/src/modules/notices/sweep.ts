import { sql } from 'kysely';
import { type SystemActor, system } from '../../kernel/actor.ts';
import { clock } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/db.ts';
import { run, type Tx } from '../../kernel/tx.ts';
import { isRead, joinMark } from './mark.store.ts';
import { goingRound } from './rounds.ts';

const dayMs = 86_400_000;
const readDays = 90;
const allDays = 365;
/** So many rows in one transaction: nobody waits for it. */
const atOnce = 2000;

const before = (days: number): Date => new Date(clock.now() - days * dayMs);

/** What a person has read goes after 90 days, and the notice with the last of its readers. */
async function dropRead(tx: Tx): Promise<number> {
  const gone = await run<{ id: string }>(
    tx,
    sql`with old as (select r.member_id, r.notice_id from notice_readers r
          join notices n on n.team_id = r.team_id and n.id = r.notice_id ${joinMark}
          where r.team_id = ${tx.team} and ${isRead} and n.at < ${before(readDays)}
          order by r.notice_id limit ${atOnce})
        delete from notice_readers r using old
        where r.team_id = ${tx.team} and r.member_id = old.member_id and r.notice_id = old.notice_id
        returning r.notice_id as id`,
  );
  const ids = [...new Set(gone.map(({ id }) => id))];
  await run(
    tx,
    sql`delete from notices n where n.team_id = ${tx.team} and n.id = any(${ids}::uuid[])
          and not exists (select from notice_readers r where r.team_id = n.team_id and r.notice_id = n.id)`,
  );
  return gone.length;
}

/** Whatever it is, read or not: after a year nobody is told any more. */
async function dropOld(tx: Tx): Promise<number> {
  const gone = await run(
    tx,
    sql`delete from notices where team_id = ${tx.team} and id = any(array(
          select id from notices where team_id = ${tx.team} and at < ${before(allDays)} order by at limit ${atOnce}))
        returning id`,
  );
  const mails = await run(
    tx,
    sql`delete from notice_mails where team_id = ${tx.team} and state <> 'waiting' and id = any(array(
          select id from notice_mails where team_id = ${tx.team} and at < ${before(allDays)} order by at limit ${atOnce}))
        returning id`,
  );
  return Math.max(gone.length, mails.length);
}

/** Takes old notices away, some at a time, until none is left. */
export async function sweepNotices(actor: SystemActor, db: Db): Promise<void> {
  for (const step of [dropRead, dropOld]) while ((await db.write(actor, step)) === atOnce);
}

/** Once a day, every team after the other. */
export const sweeping = goingRound({
  work: 'notices.sweep',
  everyMs: dayMs,
  ofTeam: (db, team) => sweepNotices(system(team, 'notices.sweep'), db),
});
