import { setTimeout as sleep } from 'node:timers/promises';
import type { Db } from '../db.ts';
import { type Log, quiet } from '../log.ts';
import { knownTeams } from '../teams.ts';
import { noteFailure } from './cursor.store.ts';
import type { Reaction } from './declare.ts';
import { Lane } from './lane.ts';
import { failedPause, gatherPause, hintPause, takenPause, walkPause } from './pauses.ts';
import { type Step, step } from './step.ts';
import { survey } from './survey.ts';

/** Those who follow the log, at work. */
export interface Reactions {
  stop(): Promise<void>;
  /** Another process has told something in this team: look at the log now instead of at the next walk. */
  hint(team: string): void;
  /** Resolves when every reaction has caught up with what has been told so far; for tests. */
  settled(): Promise<void>;
}

/** Follows the log for every team, or for `only` one: woken by what this process tells, and by a slow walk for what others told. */
export function startReactions(
  db: Db,
  reactions: readonly Reaction[],
  log: Log = quiet,
  only?: string,
): Reactions {
  return new Followers(db, reactions, log, only);
}

class Followers implements Reactions {
  readonly #db: Db;
  readonly #reactions: readonly Reaction[];
  readonly #log: Log;
  readonly #only: string | undefined;
  readonly #byType: Map<string, Reaction[]>;
  readonly #lane = new Lane();
  readonly #busy = new Map<string, Promise<void>>();
  readonly #again = new Set<string>();
  readonly #hinted = new Set<string>();
  readonly #timer: NodeJS.Timeout;
  #stopped = false;

  constructor(db: Db, reactions: readonly Reaction[], log: Log, only: string | undefined) {
    this.#db = db;
    this.#reactions = reactions;
    this.#log = log;
    this.#only = only;
    this.#byType = byType(reactions);
    db.onHappened((happened) => this.#hear(happened));
    this.#timer = setInterval(() => this.#walk(), walkPause).unref();
    void this.#walk();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    await Promise.all(this.#busy.values());
  }

  hint(team: string): void {
    if (this.#stopped || this.#hinted.has(team)) return;
    this.#hinted.add(team);
    later(hintPause, () => {
      this.#hinted.delete(team);
      if (this.#stopped) return;
      this.#look(team).catch(this.#warn('reactions could not follow a hint'));
    });
  }

  async settled(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#busy.size > 0) await Promise.all(this.#busy.values());
  }

  #hear(happened: readonly { team: string; type: string }[]): void {
    this.#lane.count(happened.length);
    for (const { team, type } of happened) {
      for (const reaction of this.#byType.get(type) ?? []) this.#wake(team, reaction);
    }
  }

  #wake(team: string, reaction: Reaction): void {
    const key = `${team} ${reaction.name}`;
    if (this.#stopped || (this.#only !== undefined && team !== this.#only)) return;
    if (this.#busy.has(key)) {
      this.#again.add(key);
      return;
    }
    const work = this.#gathered(team, reaction).finally(() => {
      this.#busy.delete(key);
      if (this.#again.delete(key)) this.#wake(team, reaction);
    });
    this.#busy.set(key, work);
  }

  /** What comes in swarms is gathered for a moment before it is looked at. */
  async #gathered(team: string, reaction: Reaction): Promise<void> {
    if (reaction.size > 1) await sleep(gatherPause);
    await this.#drain(team, reaction);
  }

  async #drain(team: string, reaction: Reaction): Promise<void> {
    const wakeAgain = () => this.#wake(team, reaction);
    try {
      let outcome: Step = 'more';
      while (!this.#stopped && outcome === 'more') outcome = await this.#turn(team, reaction);
      // The other process may have looked at the log just before what we were woken for stood in it.
      if (outcome === 'taken') later(takenPause, wakeAgain);
    } catch (error) {
      const { name } = reaction;
      this.#log.error({ reaction: name, error: String(error) }, 'reaction failed');
      await noteFailure(this.#db, team, name, String(error)).catch((worse) =>
        this.#log.error({ reaction: name, error: String(worse) }, 'reaction failure not noted'),
      );
      later(failedPause, wakeAgain);
    }
  }

  #turn(team: string, reaction: Reaction): Promise<Step> {
    if (reaction.size === 1) return step(this.#db, team, reaction);
    return this.#lane.run(async () => (this.#stopped ? 'none' : step(this.#db, team, reaction)));
  }

  async #look(team: string): Promise<void> {
    for (const reaction of await survey(this.#db, team, this.#reactions))
      this.#wake(team, reaction);
  }

  #walk(): Promise<void> {
    return this.#walkTeams().catch(this.#warn('reactions could not walk the teams'));
  }

  async #walkTeams(): Promise<void> {
    const nobody = { kind: 'nobody', team: null, locale: 'en' } as const;
    const teams = this.#only ? [this.#only] : await this.#db.outside(nobody, knownTeams);
    for (const team of teams) {
      if (this.#stopped) return;
      await this.#look(team);
    }
  }

  readonly #warn = (words: string) => (error: unknown) =>
    this.#log.warn({ error: String(error) }, words);
}

function byType(reactions: readonly Reaction[]): Map<string, Reaction[]> {
  const found = new Map<string, Reaction[]>();
  for (const reaction of reactions) {
    for (const type of reaction.types) found.set(type, [...(found.get(type) ?? []), reaction]);
  }
  return found;
}

const later = (ms: number, act: () => void): void => {
  setTimeout(act, ms).unref();
};
