import type { Actor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { emit } from '../../kernel/events.ts';
import type { Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import { webhookChanged } from './events.ts';
import type { WebhookRow } from './tables.ts';
import { saveWebhook } from './webhook.store.ts';

/** Who may hear of a webhook: where it is for one shop, the people of that shop. */
export const reachOf = ({ shopIds }: Pick<WebhookRow, 'shopIds'>) =>
  shopIds?.length === 1 && shopIds[0] ? { shop: shopIds[0] } : null;

/** Says that a webhook was changed; `paused` when that is what happened just now. */
export function tellWebhook(
  actor: Actor,
  tx: Tx,
  webhook: WebhookRow,
  paused: string | null = null,
): void {
  const { id, name } = webhook;
  emit(tx, webhookChanged, {
    subject: id,
    reach: reachOf(webhook),
    actor,
    data: { webhookId: id, name, paused },
  });
}

/** Stops sending until somebody switches it on again. What waits keeps waiting, and the cursor stays: nothing is lost. */
export async function pauseWebhook(
  actor: Actor,
  tx: Tx,
  webhook: WebhookRow,
  why: NonNullable<WebhookRow['pausedWhy']>,
): Promise<void> {
  await saveWebhook(tx, { ...webhook, pausedAt: now(), pausedWhy: why });
  tellWebhook(actor, tx, webhook, why);
  record(tx, actor, {
    action: 'webhook.paused',
    subject: { kind: 'webhook', id: webhook.id },
    after: { name: webhook.name, why, failures: webhook.failures },
  });
}
