import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import { run, type Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import { insertGateway } from './gateway.store.ts';
import { sealFor } from './open-gateways.ts';

/** Gives a shop sandboxes for text messages and mails, so that rules can be tried without sending anything. */
export async function openSandboxes(
  actor: Actor,
  tx: Tx,
  wish: {
    readonly shopId: string;
    readonly secretKey: string;
    readonly names: Readonly<Record<'sms' | 'mail', string>>;
  },
): Promise<void> {
  for (const channel of ['sms', 'mail'] as const) {
    const row = {
      ...{ id: newId(), kind: 'sandbox', channel, name: wish.names[channel], options: {} },
      ...{ shopIds: [wish.shopId], secrets: sealFor(wish.secretKey, {}), perSecond: 20 },
      ...{ priceMicros: channel === 'sms' ? 45_000 : null, enabled: true },
      currency: channel === 'sms' ? 'CNY' : null,
    };
    await insertGateway(tx, row, now());
    record(tx, actor, {
      action: 'gateway.created',
      subject: { kind: 'gateway', id: row.id },
      after: { name: row.name, kind: row.kind },
      shop: wish.shopId,
    });
  }
}

/** Removes gateways that were for this shop alone, for removing the sample shop only; messages go with their shop. */
export const forgetGatewaysOf = (tx: Tx, shopId: string) =>
  run(
    tx,
    sql`delete from outreach_gateways where team_id = ${tx.team} and shop_ids = array[${shopId}]::uuid[]`,
  );
