import { system } from '../../kernel/actor.ts';
import { clock } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/db.ts';
import type { Log } from '../../kernel/log.ts';
import type { Follower } from '../../kernel/module.ts';
import { knownTeams } from '../../kernel/teams.ts';
import { noteFailedRound } from '../notices/index.ts';
import { digestWith } from './digest.rules.ts';
import { nextDue } from './due.store.ts';
import { createGateways } from './open-gateways.ts';
import { nextTry } from './outbox.store.ts';
import { workOutbox } from './outbox.ts';
import { decidePatiently } from './patience.ts';
import type { OutreachNeeds } from './ports.ts';
import { type Pump, pumpOf } from './pump.ts';
import { keyDigests } from './upkeep.ts';

const walkMs = 5_000;
const hintPauseMs = 100;
/** While another process decides for the team, look again after so many milliseconds. */
const takenMs = 200;

/** Sends what is due, for every team: woken when something is planned, by the clock when something becomes due. */
export const followWith =
  (needs: OutreachNeeds) =>
  (db: Db, log: Log): Follower => {
    const gateways = createGateways(needs, db);
    const pumps = new Map<string, readonly Pump[]>();
    const hinted = new Set<string>();
    let stopped = false;

    const { secretKey } = needs.config;
    const deciding = { log, digest: digestWith(secretKey) };
    const decider = (team: string) => async (): Promise<Date | null> => {
      // Nothing is decided by digests that are not all of one kind.
      await keyDigests(db, team, secretKey);
      while (!stopped) {
        const round = await decidePatiently(db, team, needs.rechecks, deciding);
        if (round === 'taken') return new Date(clock.now() + takenMs);
        if (round.done === 0) break;
        pumps.get(team)?.[1]?.wake();
      }
      return db.read(system(team, 'outreach.plan'), nextDue);
    };
    const sender = (team: string) => async (): Promise<Date | null> => {
      while (!stopped && (await workOutbox({ needs, gateways, log }, db, team)));
      return db.read(system(team, 'outreach.plan'), nextTry);
    };
    const wake = (team: string) => {
      if (stopped) return;
      const failed = (work: string) => (error: unknown) => noteFailedRound(log, work, team, error);
      const own = pumps.get(team) ?? [
        pumpOf(decider(team), failed('outreach.decide')),
        pumpOf(sender(team), failed('outreach.send')),
      ];
      pumps.set(team, own);
      for (const pump of own) pump.wake();
    };
    const hint = (team: string) => {
      if (stopped || hinted.has(team)) return;
      hinted.add(team);
      setTimeout(() => {
        hinted.delete(team);
        wake(team);
      }, hintPauseMs).unref();
    };
    const walk = async () => {
      const known = await db.outside({ kind: 'nobody', team: null, locale: 'en' }, knownTeams);
      for (const team of known) wake(team);
    };
    const safely = () =>
      walk().catch((error) => log.warn({ error: String(error) }, 'outreach could not look around'));
    db.onHappened((happened) => {
      for (const { team, type } of happened) if (type === 'outreach.planned') wake(team);
    });
    const timer = setInterval(() => void safely(), walkMs).unref();
    void safely();
    return {
      hint,
      async stop() {
        stopped = true;
        clearInterval(timer);
        await Promise.all([...pumps.values()].flat().map((pump) => pump.stop()));
        await gateways.close();
      },
    };
  };
