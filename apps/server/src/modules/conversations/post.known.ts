import type { Db } from '../../kernel/db.ts';
import { createMemory } from './memory.ts';
import type { Waiting } from './post.news.ts';
import { type Kept, keep } from './post.plan.ts';
import type { Standing } from './post.rules.ts';
import { readStandings } from './standing.store.ts';

/** What is remembered of conversations, so that a word need not ask where it belongs; `size` of them, used lately. */
export function createKnown(db: Db, size: number) {
  const known = createMemory<Kept>(size);

  const remember = (kept: Kept): void => known.set(kept.standing.id, kept);

  const of = (team: string, id: string): Kept | undefined => {
    const kept = known.get(id);
    return kept?.team === team ? kept : undefined;
  };

  const read = async (team: string, ids: readonly string[]): Promise<Kept[]> => {
    const found = await db.raw(team, (client) => readStandings(client, team, ids));
    const kept = [...found.values()].map((standing) => keep(team, standing));
    for (const one of kept) remember(one);
    return kept;
  };

  return {
    of,
    remember,
    forget: (id: string): void => known.delete(id),
    /** A conversation as it is remembered, or read; null when the team has none of that id. */
    async look(team: string, id: string): Promise<Standing | null> {
      const kept = of(team, id) ?? (await read(team, [id]))[0];
      return kept?.standing ?? null;
    },
    /** A batch's conversations as they are remembered or read; they stay with the batch, whatever is forgotten meanwhile. */
    async hold(
      team: string,
      batch: readonly Waiting[],
      beforeReading: () => void,
    ): Promise<ReadonlyMap<string, Kept>> {
      const held = new Map<string, Kept>();
      const unknown = new Set<string>();
      for (const { said } of batch) {
        const kept = of(team, said.conversationId);
        if (kept) held.set(said.conversationId, kept);
        else unknown.add(said.conversationId);
      }
      if (unknown.size === 0) return held;
      beforeReading();
      for (const kept of await read(team, [...unknown])) held.set(kept.standing.id, kept);
      return held;
    },
  };
}

export type Known = ReturnType<typeof createKnown>;
