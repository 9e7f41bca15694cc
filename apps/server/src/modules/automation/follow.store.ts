import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';

/** When orders were placed and paid, as their source says. */
export async function birthsOf(tx: Tx, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, never>();
  const rows = await run<{ id: string; placedAt: Date | null; paidAt: Date | null }>(
    tx,
    sql`select id, placed_at as "placedAt", paid_at as "paidAt" from published.order_facts
        where team_id = ${tx.team} and id = any(${[...ids]}::uuid[])`,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** How often the buyer has written in each conversation. */
export async function inboundOf(tx: Tx, ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await run<{ id: string; inbound: number }>(
    tx,
    sql`select id, inbound from published.conversation_states where team_id = ${tx.team} and id = any(${[...ids]}::uuid[])`,
  );
  return new Map(rows.map(({ id, inbound }) => [id, inbound]));
}
