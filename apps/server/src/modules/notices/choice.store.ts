import { notices } from '@guitai/contract';
import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';

export interface Wishes {
  readonly member: string;
  readonly ways: notices.WaysByKind;
  readonly manners: notices.Manners;
}

interface WishRow {
  readonly member: string;
  readonly ways: notices.WaysByKind | null;
  readonly manners: Partial<notices.Manners> | null;
}

const mannersOf = sql`json_build_object('timezone', s.timezone, 'quietFrom', s.quiet_from, 'quietUntil', s.quiet_until,
  'daysOff', s.days_off, 'mailMinutes', s.mail_minutes, 'digestAt', s.digest_at)`;

/** How these members want to be told; who never chose has the defaults. */
export async function readWishes(tx: Tx, members: readonly string[]): Promise<Wishes[]> {
  const rows = await run<WishRow>(
    tx,
    sql`select w.member, case when s.member_id is null then null else ${mannersOf} end as manners,
          (select json_object_agg(c.kind, c.ways) from notice_choices c
            where c.team_id = ${tx.team} and c.member_id = w.member) as ways
        from unnest(${[...members]}::uuid[]) w(member)
        left join notice_manners s on s.team_id = ${tx.team} and s.member_id = w.member`,
  );
  return rows.map(({ member, ways, manners }) => ({
    member,
    ways: ways ?? {},
    manners: { ...notices.defaultManners, ...manners },
  }));
}

export const saveWays = (
  tx: Tx,
  member: string,
  kinds: ReadonlyArray<{ kind: string; ways: readonly string[] }>,
) =>
  run(
    tx,
    sql`insert into notice_choices (team_id, member_id, kind, ways)
        select ${tx.team}, ${member}, k.kind, array(select json_array_elements_text(k.ways))
        from json_to_recordset(${JSON.stringify(kinds)}::json) as k(kind text, ways json)
        on conflict (team_id, member_id, kind) do update set ways = excluded.ways`,
  );

export const saveManners = (tx: Tx, member: string, m: notices.Manners) =>
  run(
    tx,
    sql`insert into notice_manners (team_id, member_id, timezone, quiet_from, quiet_until, days_off, mail_minutes, digest_at)
        values (${tx.team}, ${member}, ${m.timezone}, ${m.quietFrom}, ${m.quietUntil}, ${[...m.daysOff]}::int[], ${m.mailMinutes}, ${m.digestAt})
        on conflict (team_id, member_id) do update set timezone = excluded.timezone, quiet_from = excluded.quiet_from,
          quiet_until = excluded.quiet_until, days_off = excluded.days_off, mail_minutes = excluded.mail_minutes,
          digest_at = excluded.digest_at`,
  );
