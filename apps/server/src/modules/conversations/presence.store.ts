import { sql } from 'kysely';
import { isoColumn } from '../../kernel/events.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';

export interface PresenceRow {
  readonly id: string;
  readonly chosen: 'online' | 'away';
  readonly live: boolean;
  /** ISO 8601; since when nobody gave them anything. */
  readonly idleSince: string;
  readonly liveUntil: string | null;
}

const columns = sql.raw(`p.member_id as id, p.chosen, p.live_until > clock_timestamp() as live,
  ${isoColumn('p.idle_since')} as "idleSince",
  case when isfinite(p.live_until) then ${isoColumn('p.live_until')} end as "liveUntil"`);

/** Presence of every member of the team who was ever here. */
export const readPresence = (tx: Tx): Promise<PresenceRow[]> =>
  run(tx, sql`select ${columns} from presence p where p.team_id = ${tx.team}`);

/** Members with a live tab who have not set themselves away. */
export const onlineMembers = (tx: Tx): Promise<PresenceRow[]> =>
  run(
    tx,
    sql`select ${columns} from presence p
        where p.team_id = ${tx.team} and p.chosen = 'online' and p.live_until > clock_timestamp()`,
  );

export async function isOnline(tx: Tx, member: string): Promise<boolean> {
  const row = await first(
    tx,
    sql`select 1 as one from presence p where p.team_id = ${tx.team} and p.member_id = ${member}
        and p.chosen = 'online' and p.live_until > clock_timestamp()`,
  );
  return row !== undefined;
}

/** What the member set by hand. */
export const choosePresence = (
  tx: Tx,
  member: string,
  chosen: 'online' | 'away',
): Promise<unknown> =>
  run(
    tx,
    sql`insert into presence (team_id, member_id, chosen) values (${tx.team}, ${member}, ${chosen})
        on conflict (team_id, member_id) do update set chosen = excluded.chosen`,
  );

/** Seconds a member counts as present after the last sign of a live tab. */
export const graceSeconds = 30;

/** These members have a live tab at this moment; the row says until when that holds without a further word. */
export const touchPresence = (tx: Tx, members: readonly string[]): Promise<unknown> =>
  run(
    tx,
    sql`insert into presence (team_id, member_id, live_until)
        select ${tx.team}, m, clock_timestamp() + make_interval(secs => ${graceSeconds})
        from unnest(${[...members].sort()}::uuid[]) as m
        on conflict (team_id, member_id) do update set live_until = excluded.live_until`,
  );

/** The member was just given a conversation. */
export const touchIdle = (tx: Tx, member: string): Promise<unknown> =>
  run(
    tx,
    sql`insert into presence (team_id, member_id, idle_since) values (${tx.team}, ${member}, clock_timestamp())
        on conflict (team_id, member_id) do update set idle_since = excluded.idle_since`,
  );
