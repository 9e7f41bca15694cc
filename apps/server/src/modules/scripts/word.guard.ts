import { system } from '../../kernel/actor.ts';
import { clock } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/db.ts';
import type { Happened } from '../../kernel/events.ts';
import type { Tx } from '../../kernel/tx.ts';
import { readWords, type WordRow } from './word.store.ts';
import { compileWords, type Matcher } from './words.rules.ts';

/** A team's words as this process holds them: one automaton for each shop that has words of its own. */
interface Held {
  readonly words: readonly WordRow[];
  readonly team: Matcher;
  readonly shops: Map<string, Matcher>;
  readonly readAt: number;
}

/** A change in another process is heard of by its event; should that be lost, it counts from so many milliseconds on. */
const trusted = 10_000;
const mostTeams = 500;

const hold = (words: readonly WordRow[]): Held => ({
  words,
  team: compileWords(words.filter(({ shopId }) => shopId === null)),
  shops: new Map(),
  readAt: clock.now(),
});

function matcherOf(held: Held, shopId: string): Matcher {
  if (!held.words.some((word) => word.shopId === shopId)) return held.team;
  const known = held.shops.get(shopId);
  if (known) return known;
  const made = compileWords(
    held.words.filter((word) => word.shopId === null || word.shopId === shopId),
  );
  held.shops.set(shopId, made);
  return made;
}

/**
 * Forbidden words, held in memory and compiled, so that looking costs a message next to nothing. Loaded when a team first
 * writes, and again after `script.words_changed`.
 */
export function createWordGuard(db: Db) {
  const held = new Map<string, Held>();
  const loading = new Map<string, Promise<void>>();

  const read = async (team: string): Promise<void> => {
    const words = await db.read(system(team, 'scripts.words'), (tx: Tx) => readWords(tx));
    if (held.size >= mostTeams) held.clear();
    held.set(team, hold(words));
  };

  const load = (team: string): Promise<void> => {
    const running = loading.get(team) ?? read(team).finally(() => loading.delete(team));
    loading.set(team, running);
    return running;
  };

  const heed = (happened: readonly Happened[]): void => {
    for (const { type, team } of happened) if (type === 'script.words_changed') held.delete(team);
  };
  db.onHappened(heed);

  return {
    /** Whether `find` can answer now; otherwise `load` first. */
    isReady: (team: string): boolean =>
      clock.now() - (held.get(team)?.readAt ?? Number.NEGATIVE_INFINITY) < trusted,
    load,
    /** Forbidden words in a text of that shop. */
    find(team: string, shopId: string, text: string) {
      const known = held.get(team);
      return known ? matcherOf(known, shopId).find(text) : [];
    },
    heed,
  };
}

export type WordGuard = ReturnType<typeof createWordGuard>;
