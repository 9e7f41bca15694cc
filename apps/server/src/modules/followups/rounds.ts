import { system } from '../../kernel/actor.ts';
import type { Db } from '../../kernel/db.ts';
import type { Log } from '../../kernel/log.ts';
import type { Follower } from '../../kernel/module.ts';
import { knownTeams } from '../../kernel/teams.ts';
import { briefShops, findShop } from '../shops/index.ts';
import { tellDue } from './digest.ts';
import { fillOnce } from './fill.ts';
import { greetOnce } from './greet.ts';

const everyMs = 15 * 60_000;
const greetPage = 300;

/** Everything the product does by itself for a team's follow-ups, page by page: killed anywhere, the next round goes on. */
export async function makeRound(db: Db, team: string): Promise<void> {
  const actor = system(team, 'followups.round');
  const shops = await db.read(actor, (tx) => briefShops(tx, null));
  for (const { id } of shops) {
    const shop = await db.read(actor, (tx) => findShop(tx, id));
    if (!shop) continue;
    while ((await db.write(actor, (tx) => fillOnce(actor, tx, shop))) > 0);
    while ((await db.write(actor, (tx) => greetOnce(actor, tx, shop, greetPage))) > 0);
    await db.write(actor, (tx) => tellDue(tx, shop));
  }
}

/** A round of each of these teams; what goes wrong in one is told and keeps none of the others waiting. */
export async function roundOfAll(
  { db, log }: { readonly db: Db; readonly log: Log },
  teams: readonly string[],
  isStopped: () => boolean = () => false,
): Promise<void> {
  for (const team of teams) {
    if (isStopped()) return;
    await makeRound(db, team).catch((error) =>
      log.warn({ team, error: String(error) }, 'a round of follow-ups failed'),
    );
  }
}

/** Every quarter of an hour: lists fill themselves, days of the calendar are kept, people hear what is due. */
export function rounds(db: Db, log: Log): Follower {
  let stopped = false;
  let working: Promise<void> = Promise.resolve();
  const walk = async () => {
    const teams = await db.outside({ kind: 'nobody', team: null, locale: 'en' }, knownTeams);
    await roundOfAll({ db, log }, teams, () => stopped);
  };
  const timer = setInterval(() => {
    working = working
      .then(walk)
      .catch((error) => log.warn({ error: String(error) }, 'a round of follow-ups failed'));
  }, everyMs).unref();
  return {
    hint: () => undefined,
    async stop() {
      stopped = true;
      clearInterval(timer);
      await working;
    },
  };
}
