import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import { run, type Tx } from '../../kernel/tx.ts';
import { notePlanned, type Plan, timesOf } from './plan.ts';

/** Plans many messages in one statement; the ids under which their keys stand, in the order of the plans. */
export async function planMessages(
  actor: Actor,
  tx: Tx,
  plans: readonly Plan[],
): Promise<readonly string[]> {
  if (plans.length === 0) return [];
  const at = now();
  const rows = plans.map((plan) => ({
    ...plan,
    ...timesOf(plan, at),
    id: newId(),
    channels: [...new Set(plan.channels)],
    urgent: plan.urgent === true && plan.topic === 'service',
  }));
  const made = await run<{ id: string; key: string }>(
    tx,
    sql`insert into outreach_messages (team_id, id, key, shop_id, buyer_id, order_id, conversation_id, topic, channels,
          cause_kind, cause_id, cause_step, text, card, subject, recheck, urgent, due_at, expires_at, planned_at, moved_at)
        select ${tx.team}, p.id, p.key, p."shopId", p."buyerId", p."orderId", p."conversationId", p.topic, p.channels,
          p.cause ->> 'kind', p.cause ->> 'id', p.cause ->> 'step', p.text, p.card, p.subject, p.recheck, p.urgent, p."dueAt",
          p."expiresAt", ${at}, ${at}
        from json_to_recordset(${JSON.stringify(rows)}::json) as p(id uuid, key text, "shopId" uuid, "buyerId" uuid, "orderId" uuid,
          "conversationId" uuid, topic text, channels text[], cause json, text text, card json, subject text, recheck text, urgent boolean,
          "dueAt" timestamptz, "expiresAt" timestamptz)
        on conflict (team_id, key) do nothing returning id, key`,
  );
  const fresh = new Set(made.map(({ id }) => id));
  notePlanned(
    actor,
    tx,
    rows.filter(({ id }) => fresh.has(id)),
  );
  if (fresh.size === rows.length) return rows.map(({ id }) => id);
  const keys = rows.map(({ key }) => key);
  const standing = await run<{ id: string; key: string }>(
    tx,
    sql`select id, key from outreach_messages where team_id = ${tx.team} and key = any(${keys}::text[])`,
  );
  const byKey = new Map(standing.map(({ id, key }) => [key, id]));
  return rows.map(({ key, id }) => byKey.get(key) ?? id);
}
