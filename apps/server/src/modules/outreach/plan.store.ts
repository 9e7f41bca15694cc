import { sql } from 'kysely';
import { first, prepared, type Tx } from '../../kernel/tx.ts';
import type { Plan } from './plan.ts';

/** A plan with its place in time. */
export type NewRow = Plan & {
  readonly id: string;
  readonly dueAt: Date;
  readonly expiresAt: Date;
  readonly plannedAt: Date;
};

/** Writes a plan; the id under which its key stands, which is another one when it was planned before. */
export async function insertPlan(tx: Tx, p: NewRow): Promise<string> {
  const [made] = await prepared<{ id: string }>(
    tx,
    'outreach-plan',
    `insert into outreach_messages (team_id, id, key, shop_id, buyer_id, order_id, conversation_id, topic, channels,
       cause_kind, cause_id, cause_step, text, card, subject, recheck, urgent, due_at, expires_at, planned_at, moved_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $20)
     on conflict (team_id, key) do nothing returning id`,
    [
      ...[tx.team, p.id, p.key, p.shopId, p.buyerId, p.orderId, p.conversationId, p.topic],
      ...[[...new Set(p.channels)], p.cause.kind, p.cause.id, p.cause.step, p.text],
      ...[p.card ? JSON.stringify(p.card) : null, p.subject ?? null, p.recheck ?? null],
      ...[p.urgent === true && p.topic === 'service', p.dueAt, p.expiresAt, p.plannedAt],
    ],
  );
  if (made) return made.id;
  const standing = await first<{ id: string }>(
    tx,
    sql`select id from outreach_messages where team_id = ${tx.team} and key = ${p.key}`,
  );
  if (!standing) throw new Error('a plan under a key was neither written nor found');
  return standing.id;
}
