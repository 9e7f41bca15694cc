import { sql } from 'kysely';
import { system } from '../actor.ts';
import type { Db } from '../db.ts';
import { run } from '../tx.ts';
import { moveIdle, strideOver } from './cursor.store.ts';
import type { Reaction } from './declare.ts';

/**
 * Which reactions have something ahead of them: one search of the log for all. The cursors of the others are moved to its
 * head as it stood before the search, so that the next search is short.
 */
export const survey = (db: Db, team: string, reactions: readonly Reaction[]): Promise<Reaction[]> =>
  db.write(system(team, 'reactions.survey'), async (tx) => {
    const names = reactions.map((reaction) => reaction.name);
    const [place] = await run<{ head: number; low: number }>(
      tx,
      sql`select c.seq as head, (select case when count(*) = ${names.length} then min(r.seq) else 0 end
            from reaction_cursors r where r.team_id = c.team_id and r.name = any(${names}::text[])) as low
          from team_clocks c where c.team_id = ${team}`,
    );
    if (!place || place.low >= place.head) return [];
    const rows = await run<{ type: string }>(
      tx,
      sql`select distinct type from events
          where team_id = ${team} and seq > ${place.low} and seq <= ${place.head}`,
    );
    const types = new Set(rows.map((row) => row.type));
    const hasAhead = (reaction: Reaction) => reaction.types.some((type) => types.has(type));
    if (place.head - place.low > strideOver) {
      const idle = reactions.filter((reaction) => !hasAhead(reaction)).map(({ name }) => name);
      await moveIdle(tx, idle, place.head);
    }
    return reactions.filter(hasAhead);
  });
