import { system } from '../../kernel/actor.ts';
import type { Db } from '../../kernel/db.ts';
import type { Log } from '../../kernel/log.ts';
import type { Follower } from '../../kernel/module.ts';
import { knownTeams } from '../../kernel/teams.ts';
import { type Loop, loopOf } from './loop.ts';
import type { WebhookPorts } from './ports.ts';
import { workingWebhooks } from './webhook.store.ts';
import { workOff } from './work-off.ts';

const hintPauseMs = 20;
const walkMs = 5_000;

/** Follows the log for every team that has webhooks; each webhook by itself. */
export const followWith =
  (ports: WebhookPorts) =>
  (db: Db, log: Log): Follower => {
    const loops = new Map<string, Loop>();
    const hinted = new Set<string>();
    let stopped = false;

    const look = async (team: string): Promise<void> => {
      const working = await db.read(system(team, 'webhooks.look'), workingWebhooks);
      for (const { id } of working) {
        const key = `${team} ${id}`;
        const loop =
          loops.get(key) ?? loopOf((signals) => workOff(ports, db, team, id, signals), log);
        loops.set(key, loop);
        loop.wake();
      }
    };
    const teams = new Set<string>();
    const safely = (work: Promise<void>) =>
      work.catch((error) => log.warn({ error: String(error) }, 'webhooks could not be looked at'));
    const hint = (team: string) => {
      if (stopped || hinted.has(team)) return;
      hinted.add(team);
      setTimeout(() => {
        hinted.delete(team);
        if (!stopped) void safely(look(team));
      }, hintPauseMs).unref();
    };
    const walk = async () => {
      const known = await db.outside({ kind: 'nobody', team: null, locale: 'en' }, knownTeams);
      for (const team of known) {
        if (stopped) return;
        // Forgotten before the question: one that begins while it is being answered is not lost again.
        teams.delete(team);
        const working = await db.read(system(team, 'webhooks.walk'), workingWebhooks);
        if (working.length === 0) continue;
        teams.add(team);
        await look(team);
      }
    };
    // Teams without webhooks cost nothing while messages rush by.
    db.onHappened((happened) => {
      for (const { team, type } of happened) {
        if (type === 'webhook.changed') teams.add(team);
        if (teams.has(team)) hint(team);
      }
    });
    const timer = setInterval(() => void safely(walk()), walkMs).unref();
    void safely(walk());
    return {
      hint: (team) => {
        if (teams.has(team)) hint(team);
      },
      async stop() {
        stopped = true;
        clearInterval(timer);
        await Promise.all([...loops.values()].map((loop) => loop.stop()));
      },
    };
  };
