import { sql } from 'kysely';
import { first, run, type Tx } from './tx.ts';

/** Makes a team known to the kernel: its clock, and its place in the list that workers walk. Called once, when a team is made. */
export async function openTeam(tx: Tx, team: string): Promise<void> {
  await run(tx, sql`insert into team_clocks (team_id) values (${team})`);
  await run(tx, sql`insert into teams_known (team_id) values (${team})`);
}

/** Ids of every team; for workers and checks only. */
export async function knownTeams(tx: Tx): Promise<string[]> {
  const rows = await run<{ team_id: string }>(tx, sql`select team_id from teams_known`);
  return rows.map((row) => row.team_id);
}

/** The team's place in its log: `epoch` changes with a restore, `seq` is the last event. */
export async function teamClock(tx: Tx): Promise<{ epoch: string; seq: number }> {
  const clock = await first<{ epoch: string; seq: number }>(
    tx,
    sql`select epoch, seq from team_clocks where team_id = ${tx.team}`,
  );
  if (!clock) throw new Error('this team has no clock');
  return clock;
}
