import { Type } from '@guitai/contract';
import { sql } from 'kysely';
import { now } from '../../kernel/clock.ts';
import { defineJob, enqueue } from '../../kernel/jobs.ts';
import { run, type Tx } from '../../kernel/tx.ts';
import { readSteps } from './bargain.store.ts';
import { tellStep } from './bargain.tell.ts';
import { concessionChanged } from './events.ts';

/** A talk about the price in which nothing was offered or answered for so many days is over. */
const talkDays = 7;
const atOnce = 200;
const dayMs = 24 * 3_600_000;

const closeSilent = (tx: Tx, at: Date) =>
  run<{ id: string }>(
    tx,
    sql`update bargains b set outcome = 'lapsed', closed_at = ${at} where b.team_id = ${tx.team} and b.id in (
          select o.id from bargains o where o.team_id = ${tx.team} and o.outcome = 'open'
            and o.opened_at <= ${new Date(at.getTime() - talkDays * dayMs)}
            and not exists (select from concessions c where c.team_id = o.team_id and c.bargain_id = o.id
              and (c.state = 'asked' or greatest(c.at, c.answered_at) > ${new Date(at.getTime() - talkDays * dayMs)}))
          order by o.opened_at limit ${atOnce} for update skip locked) returning b.id`,
  );

/** SHOP-10: closes talks about the price that went silent; what was offered stays usable, and its use opens them again. */
export const lapseTalks = defineJob('offers.lapse', Type.Object({}), async (actor, tx) => {
  const closed = await closeSilent(tx, now());
  for (const { id } of closed) {
    const last = (await readSteps(tx, id)).at(-1);
    if (last) await tellStep(actor, tx, concessionChanged, last.id);
  }
  if (closed.length === atOnce) await enqueue(tx, lapseTalks, {});
});

/** Comes back when a step of this day has been silent for too long; one look a day for a team. */
export async function planLapse(tx: Tx): Promise<void> {
  const day = Math.floor(now().getTime() / dayMs);
  const runAt = new Date((day + 1 + talkDays) * dayMs);
  await enqueue(tx, lapseTalks, {}, { runAt, key: `offers.lapse ${tx.team} ${day}` });
  await enqueue(tx, lapseTalks, {}, { key: `offers.lapse ${tx.team}` });
}
