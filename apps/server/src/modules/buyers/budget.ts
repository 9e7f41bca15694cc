import { sql } from 'kysely';
import type { StaffActor } from '../../kernel/actor.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { first, type Tx } from '../../kernel/tx.ts';

/** How often one reader may look behind the mask within any sixty minutes. */
export const revealLimit = 60;

/**
 * Takes one reveal from the reader's hour; resolves to how many are left. The last sixty times stand in one row, so
 * that rivals wait for each other and the hour slides: the sixty-first must come an hour after the first.
 */
export async function spendReveal(
  actor: StaffActor,
  tx: Tx,
): Promise<number | Refusal<'buyer.reveal_budget_spent'>> {
  const reader = actor.kind === 'member' ? actor.member : actor.key;
  const spent = await first<{ left: number }>(
    tx,
    sql`insert into reveal_budgets as b (team_id, reader_id, times)
        values (${tx.team}, ${reader}, array[clock_timestamp()])
        on conflict (team_id, reader_id) do update
          set times = (b.times || clock_timestamp())[greatest(1, cardinality(b.times) + 2 - ${revealLimit}::int):]
          where cardinality(b.times) < ${revealLimit} or b.times[1] < clock_timestamp() - interval '1 hour'
        returning ${revealLimit}::int - (select count(*) from unnest(times) t where t > clock_timestamp() - interval '1 hour')::int as left`,
  );
  if (spent) return spent.left;
  const row = await first<{ until: string; seconds: number }>(
    tx,
    sql`select to_char(times[1] + interval '1 hour', 'HH24:MI "UTC"') as until,
          ceil(extract(epoch from times[1] + interval '1 hour' - clock_timestamp()))::int as seconds
        from reveal_budgets where team_id = ${tx.team} and reader_id = ${reader}`,
  );
  return refuse('buyer.reveal_budget_spent', { limit: revealLimit, ...row });
}
