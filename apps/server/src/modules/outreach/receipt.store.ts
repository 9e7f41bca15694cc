import { sql } from 'kysely';
import { first, run, type Tx } from '../../kernel/tx.ts';

/** A receipt or an answer as it is kept. */
export interface ReceiptRow {
  readonly id: string;
  readonly gatewayId: string;
  readonly eventId: string;
  readonly kind: 'receipt' | 'reply';
  readonly providerId: string | null;
  readonly state: 'sent' | 'delivered' | 'failed' | null;
  readonly code: string | null;
  readonly buyerId: string | null;
  readonly messageId: string | null;
  readonly text: string | null;
  readonly at: Date;
}

/** Keeps what a gateway told; false when it told it before. */
export async function keepReceipt(tx: Tx, r: ReceiptRow, heardAt: Date): Promise<boolean> {
  const made = await first(
    tx,
    sql`insert into outreach_receipts (team_id, id, gateway_id, event_id, kind, provider_id, state, code, buyer_id,
          message_id, text, at, heard_at)
        values (${tx.team}, ${r.id}, ${r.gatewayId}, ${r.eventId}, ${r.kind}, ${r.providerId}, ${r.state}, ${r.code},
          ${r.buyerId}, ${r.messageId}, ${r.text}, ${r.at}, ${heardAt})
        on conflict (team_id, gateway_id, event_id) do nothing returning id`,
  );
  return made !== undefined;
}

export const markApplied = (tx: Tx, ids: readonly string[], messageId: string | null, at: Date) =>
  run(
    tx,
    sql`update outreach_receipts set applied_at = ${at}, message_id = coalesce(message_id, ${messageId}::uuid)
        where team_id = ${tx.team} and id = any(${[...ids]}::uuid[])`,
  );

/** Receipts that came before their message was known. */
export const earlyReceipts = (
  tx: Tx,
  gatewayId: string,
  providerId: string,
): Promise<ReceiptRow[]> =>
  run(
    tx,
    sql`select id, gateway_id as "gatewayId", event_id as "eventId", kind, provider_id as "providerId", state, code,
          buyer_id as "buyerId", message_id as "messageId", text, at
        from outreach_receipts where team_id = ${tx.team} and gateway_id = ${gatewayId}
          and provider_id = ${providerId} and applied_at is null order by at, id`,
  );
