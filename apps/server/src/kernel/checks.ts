import { sql } from 'kysely';
import { run, type Tx } from './tx.ts';

/** One question of `guitai verify`, asked per team: returns a sentence per fault, none when all is well. */
export interface Check {
  readonly name: string;
  readonly ask: (tx: Tx) => Promise<string[]>;
}

/** The log of a team has no gap and ends where its clock stands. */
const eventsDense: Check = {
  name: 'events.dense',
  async ask(tx) {
    const gaps = await run<{ before: number; seq: number }>(
      tx,
      sql`select before, seq from (
            select seq, lag(seq, 1, 0::bigint) over (order by seq) as before
            from events where team_id = ${tx.team}
            union all
            select c.seq + 1, coalesce((select max(seq) from events where team_id = c.team_id), 0)
            from team_clocks c where c.team_id = ${tx.team}) steps
          where seq <> before + 1 order by seq limit 5`,
    );
    return gaps.map(({ before, seq }) => `after event ${before} comes ${seq}`);
  },
};

/** No reaction is ahead of the log. */
const reactionsBehind: Check = {
  name: 'events.reactions',
  async ask(tx) {
    const ahead = await run<{ name: string; seq: number }>(
      tx,
      sql`select r.name, r.seq from reaction_cursors r join team_clocks c using (team_id)
          where r.team_id = ${tx.team} and r.seq > c.seq order by r.name limit 5`,
    );
    return ahead.map(({ name, seq }) => `${name} stands at event ${seq}, which does not exist`);
  },
};

/** What the kernel asks of its own tables. */
export const kernelChecks: readonly Check[] = [eventsDense, reactionsBehind];
