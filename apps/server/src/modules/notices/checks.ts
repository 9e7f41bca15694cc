import { sql } from 'kysely';
import type { Check } from '../../kernel/checks.ts';
import { run } from '../../kernel/tx.ts';

/** What a reader's row repeats of its notice is what the notice says; nobody is missing, and nobody reads what is not for them. */
export const noticesTrue: Check = {
  name: 'notices.readers',
  ask: async (tx) => {
    const rows = await run<{ id: string; member: string; why: string }>(
      tx,
      sql`select n.id, r.member_id as member, 'repeats something else' as why
          from notice_readers r join notices n on n.team_id = r.team_id and n.id = r.notice_id
          where r.team_id = ${tx.team} and (r.kind, r.urgent) is distinct from (n.kind, n.urgent)
            or r.team_id = ${tx.team} and r.shop_id is distinct from n.shop_id
          union all
          select r.notice_id, r.member_id, 'is read and kept unread at once' from notice_readers r
          where r.team_id = ${tx.team} and r.kept and r.read_at is not null
          union all
          select n.id, r.member_id, 'is not for them'
          from notice_readers r join notices n on n.team_id = r.team_id and n.id = r.notice_id
          where r.team_id = ${tx.team} and r.member_id <> all (n.recipients)
          union all
          select n.id, m.id, 'has no row of theirs'
          from notices n cross join lateral unnest(n.recipients) w(person)
          join published.members m on m.team_id = n.team_id and m.id = w.person
          where n.team_id = ${tx.team} and n.at > now() - interval '80 days' and not exists (
            select from notice_readers r where r.team_id = n.team_id and r.notice_id = n.id and r.member_id = m.id)
          limit 100`,
    );
    return rows.map(({ id, member, why }) => `notice ${id} for ${member} ${why}`);
  },
};
