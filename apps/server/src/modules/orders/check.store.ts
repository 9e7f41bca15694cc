import { sql } from 'kysely';
import { now } from '../../kernel/clock.ts';
import { run, type Tx } from '../../kernel/tx.ts';

export interface Said {
  readonly orderId: string;
  readonly kind: 'order' | 'address';
  readonly state: 'asked' | 'confirmed' | 'change_wanted' | 'withdrawn' | 'outdated';
  /** The buyer's own words, where there are any. */
  readonly answer?: string | null;
}

/** Keeps the newest state of a question; the time of asking stays until it is asked again. */
export function writeAnswer(tx: Tx, { orderId, kind, state, answer = null }: Said) {
  const at = now();
  const answered = state === 'confirmed' || state === 'change_wanted' ? at : null;
  return run(
    tx,
    sql`insert into order_answers (team_id, order_id, kind, state, asked_at, answered_at, answer)
        values (${tx.team}, ${orderId}, ${kind}, ${state}, ${at}, ${answered}, ${answer})
        on conflict (team_id, order_id, kind) do update set state = excluded.state,
          asked_at = case when excluded.state = 'asked' then excluded.asked_at else order_answers.asked_at end,
          answered_at = excluded.answered_at, answer = excluded.answer`,
  );
}

/** Keeps when the buyer was last reminded to pay. */
export const writeReminded = (tx: Tx, orderId: string) =>
  run(
    tx,
    sql`update orders set reminded_at = ${now()} where team_id = ${tx.team} and id = ${orderId}`,
  );
