import { sql } from 'kysely';
import { followReferences, type Happened, isoColumn } from '../events.ts';
import { inside, run, type Tx } from '../tx.ts';
import type { Heard } from './declare.ts';

/** A row of the log as reactions read it; `data` null where it refers to its subject. */
export interface NextEvent extends Omit<Happened, 'actor' | 'team' | 'data'> {
  cause: string | null;
  actor_kind: Happened['actor']['kind'];
  actor_id: string | null;
  data: unknown;
}

/** Up to `size` events of some types behind a place in the log, and whether more stand behind them. */
export async function nextEvents(
  tx: Tx,
  types: readonly string[],
  after: number,
  size: number,
): Promise<{ events: NextEvent[]; more: boolean }> {
  const found = await run<NextEvent>(
    tx,
    sql`select seq, type, subject, topic, reach, actor_kind, actor_id, cause, data, ${sql.raw(isoColumn('at'))} as at
        from events where team_id = ${tx.team} and seq > ${after} and type = any(${[...types]})
        order by seq limit ${size + 1}`,
  );
  return { events: await fillIn(tx, found.slice(0, size)), more: found.length > size };
}

/** Data of events that only refer to their subject. */
async function fillIn(tx: Tx, events: NextEvent[]): Promise<NextEvent[]> {
  const bare = events.filter((event) => event.data === null);
  if (bare.length === 0) return events;
  const { client, team } = inside(tx);
  const asked = bare.map((event) => ({ ...event, data: 'null' }));
  const filled = await followReferences(client, team ?? '', asked);
  const dataOf = new Map(filled.map(({ seq, data }) => [seq, JSON.parse(data)]));
  return events.map((event) =>
    event.data === null ? { ...event, data: dataOf.get(event.seq) } : event,
  );
}

export const heardIn =
  (team: string) =>
  ({ actor_kind, actor_id, ...event }: NextEvent): Heard => ({
    ...event,
    team,
    actor: { kind: actor_kind, id: actor_id },
  });
