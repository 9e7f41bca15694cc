import type { SystemActor } from '../../kernel/actor.ts';
import { clock, now } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/db.ts';
import type { Tx } from '../../kernel/tx.ts';
import { type Settled, settleDelivery } from './delivery.store.ts';
import { pauseWebhook } from './pause.ts';
import { isHopeless, restAfter } from './retry.rules.ts';
import type { DeliveryRow } from './tables.ts';
import { readWebhook, saveWebhook } from './webhook.store.ts';

/** Writes how a try went, and what that says of the webhook as a whole. */
export const settle = (
  db: Db,
  actor: SystemActor,
  delivery: DeliveryRow,
  how: Settled,
): Promise<void> =>
  db.write(actor, async (tx) => {
    const ours = await settleDelivery(tx, delivery, how, now());
    if (!ours || how.state === 'dropped') return;
    if (how.state === 'delivered') await noteSuccess(tx, delivery.webhookId);
    else await noteFailure(actor, tx, delivery.webhookId, how);
  });

async function noteSuccess(tx: Tx, id: string): Promise<void> {
  const calm = await readWebhook(tx, id);
  if (!calm || calm.failures === 0) return;
  const webhook = await readWebhook(tx, id, true);
  if (webhook)
    await saveWebhook(tx, { ...webhook, failures: 0, failingSince: null, restUntil: null });
}

async function noteFailure(
  actor: SystemActor,
  tx: Tx,
  id: string,
  { status }: Settled,
): Promise<void> {
  const webhook = await readWebhook(tx, id, true);
  if (!webhook) return;
  const failures = webhook.failures + 1;
  const failingSince = webhook.failingSince ?? now();
  const restUntil = new Date(clock.now() + restAfter(failures) * 1000);
  const failed = { ...webhook, failures, failingSince, restUntil };
  const failingSeconds = (clock.now() - failingSince.getTime()) / 1000;
  if (webhook.pausedAt) await saveWebhook(tx, failed);
  else if (status === 410) await pauseWebhook(actor, tx, failed, 'gone');
  else if (isHopeless(failures, failingSeconds)) await pauseWebhook(actor, tx, failed, 'failing');
  else await saveWebhook(tx, failed);
}
