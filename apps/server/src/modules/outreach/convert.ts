import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { emit } from '../../kernel/events.ts';
import { run, type Tx } from '../../kernel/tx.ts';
import { rowColumns } from './due.store.ts';
import { outreachConverted } from './events.ts';
import type { OutreachRow } from './tables.ts';
import { toldOf } from './told.ts';

/** What a message was for came about in this order; said once, and only of a message that left the house. */
export async function markConverted(
  actor: Actor,
  tx: Tx,
  messageId: string,
  orderId: string,
): Promise<boolean> {
  const [message] = await run<OutreachRow>(
    tx,
    sql`update outreach_messages m set converted_at = ${now()}, converted_order_id = ${orderId}
        where m.team_id = ${tx.team} and m.id = ${messageId} and m.converted_at is null
          and m.state in ('sent', 'delivered', 'sending', 'unknown')
        returning ${sql.raw(rowColumns)}`,
  );
  if (!message) return false;
  emit(tx, outreachConverted, {
    subject: message.id,
    reach: { shop: message.shopId },
    actor,
    data: { ...toldOf(message), convertedOrderId: orderId },
  });
  return true;
}
