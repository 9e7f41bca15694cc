import { system } from '../../kernel/actor.ts';
import type { Db } from '../../kernel/db.ts';
import type { Log } from '../../kernel/log.ts';
import type { Follower } from '../../kernel/module.ts';
import { knownTeams } from '../../kernel/teams.ts';
import { factsTrue, pagesTrue } from './checks.ts';
import { makePages } from './pages.job.ts';
import { closeMonths } from './statement.ts';

const hourMs = 3_600_000;
const checkEvery = 24;

/** Once an hour: pages of days that are over, months that are over. Once a day: whether kept sums are still what the log tells. */
export function nightly(db: Db, log: Log): Follower {
  let stopped = false;
  let walks = 0;
  let working: Promise<void> = Promise.resolve();
  const ofTeam = async (team: string, check: boolean) => {
    const actor = system(team, 'insight.nightly');
    await makePages(db, actor);
    await db.write(actor, closeMonths);
    for (const { name, ask } of check ? [pagesTrue, factsTrue] : []) {
      for (const fault of await db.read(actor, ask)) log.error({ team, fault }, `${name} failed`);
    }
  };
  const walk = async () => {
    walks += 1;
    const teams = await db.outside({ kind: 'nobody', team: null, locale: 'en' }, knownTeams);
    for (const team of teams) {
      if (stopped) return;
      await ofTeam(team, walks % checkEvery === 1);
    }
  };
  const timer = setInterval(() => {
    working = working
      .then(walk)
      .catch((error) => log.warn({ error: String(error) }, 'insight: nightly work failed'));
  }, hourMs).unref();
  return {
    hint: () => undefined,
    async stop() {
      stopped = true;
      clearInterval(timer);
      await working;
    },
  };
}
