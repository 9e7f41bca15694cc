import { Counter, Registry } from 'prom-client';
import type { Db } from '../../kernel/db.ts';
import type { Log } from '../../kernel/log.ts';
import type { Follower } from '../../kernel/module.ts';
import { knownTeams } from '../../kernel/teams.ts';

const registry = new Registry();
const failed = new Counter({
  name: 'guitai_rounds_failed_total',
  help: 'Rounds of work the product does by itself that failed, by the work.',
  labelNames: ['work'],
  registers: [registry],
});

/** The figures of rounds, for whoever reads those of the process. */
export const roundFigures = (): Promise<string> => registry.metrics();

/** Notes that a round failed: who reads the log and the figures of the process knows of it. */
export function noteFailedRound(log: Log, work: string, team: string, error: unknown): void {
  failed.inc({ work });
  log.error({ work, team, error: String(error) }, 'a round failed; it is tried again');
}

/** Work that goes round all teams. */
export interface Rounds {
  /** As it stands in the log and the figures, e.g. `followups.round`. */
  readonly work: string;
  readonly everyMs: number;
  /** Goes round once at the start too, not only when the first interval is over. */
  readonly atStart?: boolean;
  ofTeam(db: Db, team: string): Promise<void>;
}

/** A round of each of these teams; what goes wrong in one keeps none of the others waiting. Returns the teams that failed. */
export async function roundOfAll(
  { work, ofTeam }: Pick<Rounds, 'work' | 'ofTeam'>,
  { db, log }: { readonly db: Db; readonly log: Log },
  teams: readonly string[],
  isStopped: () => boolean = () => false,
): Promise<string[]> {
  const left: string[] = [];
  for (const team of teams) {
    if (isStopped()) return left;
    try {
      await ofTeam(db, team);
    } catch (error) {
      noteFailedRound(log, work, team, error);
      left.push(team);
    }
  }
  return left;
}

const soonMs = 60_000;

/** Goes round every team at intervals; teams that failed are tried again after a minute, then after two, four …, until they are done. */
export const goingRound =
  (rounds: Rounds) =>
  (db: Db, log: Log): Follower => {
    let stopped = false;
    let working: Promise<void> = Promise.resolve();
    let again: NodeJS.Timeout | undefined;
    const walk = async (teams: readonly string[] | null, tries: number) => {
      const all =
        teams ?? (await db.outside({ kind: 'nobody', team: null, locale: 'en' }, knownTeams));
      const left = await roundOfAll(rounds, { db, log }, all, () => stopped);
      clearTimeout(again);
      if (stopped || left.length === 0) return;
      const wait = Math.min(rounds.everyMs, soonMs * 2 ** tries);
      again = setTimeout(() => begin(left, tries + 1), wait).unref();
    };
    const begin = (teams: readonly string[] | null, tries: number) => {
      working = working
        .then(() => walk(teams, tries))
        .catch((error) => noteFailedRound(log, rounds.work, '', error));
    };
    if (rounds.atStart) begin(null, 0);
    const timer = setInterval(() => begin(null, 0), rounds.everyMs).unref();
    return {
      hint: () => undefined,
      async stop() {
        stopped = true;
        clearInterval(timer);
        clearTimeout(again);
        await working;
      },
    };
  };
