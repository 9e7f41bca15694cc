import { sql } from 'kysely';
import { first, prepared, run, type Tx } from '../../kernel/tx.ts';
import type { OutreachRow } from './tables.ts';

/** Columns of an `OutreachRow`, for a message known as `m`. */
export const rowColumns = `
  m.id, m.key, m.shop_id as "shopId", m.buyer_id as "buyerId", m.order_id as "orderId",
  m.conversation_id as "conversationId", m.topic, m.channels,
  json_build_object('kind', m.cause_kind, 'id', m.cause_id, 'step', m.cause_step) as cause,
  m.text, m.card, m.subject, m.recheck, m.urgent, m.due_at as "dueAt", m.expires_at as "expiresAt",
  m.planned_at as "plannedAt", m.state, m.reason, m.channel, m.gateway_id as "gatewayId", m.attempts, m.faults,
  m.provider_id as "providerId", m.sent_at as "sentAt", m.delivered_at as "deliveredAt", m.read_at as "readAt", m.replied_at as "repliedAt",
  m.converted_at as "convertedAt"`;

const open = `not exists (select from outreach_causes c where c.team_id = m.team_id and c.kind = m.cause_kind
  and c.cause_id = m.cause_id and c.state = 'paused')`;

/** One process decides for a team at a time, so that caps are counted exactly; false while another does. */
export async function takeTurn(tx: Tx): Promise<boolean> {
  const row = await first<{ taken: boolean }>(
    tx,
    sql`select pg_try_advisory_xact_lock(hashtextextended('outreach ' || ${tx.team}, 0)) as taken`,
  );
  return row?.taken ?? false;
}

/** What is due now and not paused, oldest first, locked. */
export const takeDue = (tx: Tx, at: Date, limit: number): Promise<OutreachRow[]> =>
  prepared(
    tx,
    'outreach-due',
    `select ${rowColumns} from outreach_messages m
     where m.team_id = $1 and m.state = 'planned' and m.due_at <= $2 and ${open}
     order by m.due_at, m.id limit $3 for update of m`,
    [tx.team, at, limit],
  );

/** When the next message is due; null when none waits. */
export async function nextDue(tx: Tx): Promise<Date | null> {
  const [row] = await prepared<{ due_at: Date }>(
    tx,
    'outreach-next',
    `select m.due_at from outreach_messages m
     where m.team_id = $1 and m.state = 'planned' and ${open} order by m.due_at, m.id limit 1`,
    [tx.team],
  );
  return row?.due_at ?? null;
}

/** What became of a message at its due moment. */
export interface Fate {
  readonly id: string;
  readonly state: 'planned' | 'sending' | 'sent' | 'skipped' | 'failed';
  readonly due_at?: Date;
  readonly reason?: string | null;
  readonly channel?: string | null;
  readonly conversation_id?: string | null;
  readonly chat_message_id?: string | null;
  readonly gateway_id?: string | null;
  readonly recipient?: string | null;
  readonly recipient_hash?: string | null;
  readonly text?: string;
  readonly subject?: string | null;
  readonly handed_at?: Date | null;
  readonly sent_at?: Date | null;
  readonly attempts?: number;
}

/** Writes what became of many messages in one statement. */
export const saveFates = (tx: Tx, fates: readonly Fate[], at: Date) =>
  prepared(
    tx,
    'outreach-fates',
    `update outreach_messages m set state = f.state, due_at = coalesce(f.due_at, m.due_at), reason = f.reason,
       channel = coalesce(f.channel, m.channel), conversation_id = coalesce(f.conversation_id, m.conversation_id),
       chat_message_id = coalesce(f.chat_message_id, m.chat_message_id),
       gateway_id = coalesce(f.gateway_id, m.gateway_id), recipient = coalesce(f.recipient, m.recipient),
       recipient_hash = coalesce(decode(f.recipient_hash, 'hex'), m.recipient_hash),
       text = coalesce(f.text, m.text), subject = coalesce(f.subject, m.subject),
       handed_at = coalesce(f.handed_at, m.handed_at), try_at = case when f.state = 'sending' then $3::timestamptz end,
       sent_at = coalesce(f.sent_at, m.sent_at), attempts = m.attempts + coalesce(f.attempts, 0), moved_at = $3::timestamptz
     from json_to_recordset($2::json) as f(id uuid, state text, due_at timestamptz, reason text, channel text,
       conversation_id uuid, chat_message_id uuid, gateway_id uuid, recipient text, recipient_hash text, text text,
       subject text, handed_at timestamptz, sent_at timestamptz, attempts int)
     where m.team_id = $1 and m.id = f.id`,
    [tx.team, JSON.stringify(fates), at],
  );

/** A message whose decision is a fault of ours waits and is tried again; after a few times it is given up. */
export const noteFault = (tx: Tx, id: string, at: Date) =>
  run<{ faults: number }>(
    tx,
    sql`update outreach_messages set faults = faults + 1, moved_at = ${at},
          due_at = ${at}::timestamptz + interval '10 seconds' * power(3, faults)
        where team_id = ${tx.team} and id = ${id} and state = 'planned' returning faults`,
  );
