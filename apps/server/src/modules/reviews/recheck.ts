import { sql } from 'kysely';
import type { SystemActor } from '../../kernel/actor.ts';
import { run, type Tx } from '../../kernel/tx.ts';
import type { OutreachRow, Verdict } from '../outreach/index.ts';

/** Asked at the moment of sending: who has reviewed meanwhile, or sent it all back, is not invited. */
export async function recheckReviews(
  _actor: SystemActor,
  tx: Tx,
  messages: readonly OutreachRow[],
): Promise<ReadonlyMap<string, Verdict>> {
  const ids = messages.flatMap(({ orderId }) => orderId ?? []);
  const rows = await run<{ id: string; reviewed: boolean }>(
    tx,
    sql`select o.id, exists (select from reviews r where r.team_id = o.team_id and r.order_id = o.id) as reviewed
        from published.order_receipts o where o.team_id = ${tx.team} and o.id = any(${ids}::uuid[])`,
  );
  const reviewed = new Map(rows.map((row) => [row.id, row.reviewed]));
  return new Map(
    messages.map(({ id, orderId }) => {
      const state = reviewed.get(orderId ?? '');
      return [id, state === undefined ? { skip: 'gone' } : state ? { skip: 'reviewed' } : 'send'];
    }),
  );
}
