import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { run, type Tx } from '../../kernel/tx.ts';
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
export async function writeOrderCheck(actor: Actor, tx: Tx, said: Said): Promise<void> {
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

/** Writes on the order that its buyer was reminded to pay. Whether one may be, the reminder's guards decide. */
export async function noteReminder(
  actor: Actor,
  tx: Tx,
  { orderId }: { readonly orderId: string },
): Promise<void> {
  await run(
    tx,
    sql`update orders set reminded_at = ${now()} where team_id = ${tx.team} and id = ${orderId}`,
  );
  await tellTouched(actor, tx, orderReminded, orderId);
}
