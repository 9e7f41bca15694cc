import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';
import { orderReminded } from './events.ts';
import { tellChecked, tellTouched } from './tell.ts';

interface Said {
  readonly orderId: string;
  readonly kind: 'order' | 'address';
  readonly state: 'asked' | 'confirmed' | 'change_wanted' | 'withdrawn' | 'outdated';
  /** The buyer's own words, where there are any. */
  readonly answer?: string | null;
}

/** Writes on the order that a question was asked, answered or taken back. Whether it may be, the asker decides. */
export async function recordOrderCheck(actor: Actor, tx: Tx, said: Said): Promise<void> {
  const { orderId, kind, state, answer = null } = said;
  const at = now();
  const answered = state === 'confirmed' || state === 'change_wanted' ? at : null;
  await run(
    tx,
    sql`insert into order_answers (team_id, order_id, kind, state, asked_at, answered_at, answer)
        values (${tx.team}, ${orderId}, ${kind}, ${state}, ${at}, ${answered}, ${answer})
        on conflict (team_id, order_id, kind) do update set state = excluded.state,
          asked_at = case when excluded.state = 'asked' then excluded.asked_at else order_answers.asked_at end,
          answered_at = excluded.answered_at, answer = excluded.answer`,
  );
  await tellChecked(actor, tx, orderId, kind, state);
}

/**
 * Takes the right to remind of an unpaid order, in one statement so that two colleagues cannot both: unpaid still, and not
 * reminded within the interval. `not_due` and `too_soon` change nothing.
 */
export async function markReminded(
  actor: Actor,
  tx: Tx,
  orderId: string,
  intervalMinutes: number,
): Promise<'reminded' | 'not_due' | 'too_soon'> {
  const at = now();
  const since = new Date(at.getTime() - intervalMinutes * 60_000);
  const row = await first<{ due: boolean; marked: boolean }>(
    tx,
    sql`with seen as (select id, status = 'placed' and paid_minor < total_minor as due, reminded_at
          from orders where team_id = ${tx.team} and id = ${orderId} for update),
        marked as (update orders o set reminded_at = ${at} from seen
          where o.team_id = ${tx.team} and o.id = seen.id and seen.due and (seen.reminded_at is null or seen.reminded_at <= ${since})
          returning o.id)
        select due, exists (select from marked) as marked from seen`,
  );
  if (!row?.due) return 'not_due';
  if (!row.marked) return 'too_soon';
  await tellTouched(actor, tx, orderReminded, orderId);
  return 'reminded';
}
