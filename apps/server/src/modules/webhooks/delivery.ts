import type { InputOf, ReplyOf, webhooks } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { pageOf, readCursor } from '../../kernel/cursor.ts';
import { newId } from '../../kernel/ids.ts';
import { mayHear } from '../../kernel/live/audience.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import { insertReplay, listDeliveryRows, readDelivery } from './delivery.store.ts';
import { eventOf, letterOf } from './letter.ts';
import { tellWebhook } from './pause.ts';
import type { DeliveryRow, WebhookRow } from './tables.ts';
import { reachWebhook } from './webhook.ts';

type Shown = ReplyOf<typeof webhooks.replayWebhookDelivery>;

const bodyShown = 2000;

/** The body is not kept: it is read from the log again, and only for readers who may hear of the event themselves. */
async function requestOf(actor: StaffActor, tx: Tx, row: DeliveryRow): Promise<string | null> {
  const event = await eventOf(tx, row.eventSeq);
  return event && mayHear(actor, event) ? letterOf(row.eventId, event).slice(0, bodyShown) : null;
}

async function shown(
  actor: StaffActor,
  tx: Tx,
  row: DeliveryRow,
  webhook: WebhookRow,
): Promise<Shown> {
  const { id, eventId, type, subject, state, attempts, status, tookMs, answer, trouble, replayOf } =
    row;
  const isOn = webhook.enabled && !webhook.pausedAt;
  return {
    ...{ id, eventId, type, subject, state, attempts, status, tookMs, answer, trouble, replayOf },
    at: row.eventAt.toISOString(),
    triedAt: row.triedAt?.toISOString() ?? null,
    nextAt: state === 'waiting' ? row.nextAt.toISOString() : null,
    request: await requestOf(actor, tx, row),
    can: state !== 'waiting' && isOn ? ['replayWebhookDelivery'] : [],
  };
}

/** Deliveries of a webhook, newest first. */
export async function listWebhookDeliveries(
  actor: StaffActor,
  tx: Tx,
  { webhookId, cursor, limit = 50, state }: InputOf<typeof webhooks.listWebhookDeliveries>,
) {
  const webhook = await reachWebhook(actor, tx, webhookId, false);
  if (isRefusal(webhook)) return webhook;
  const place = readCursor<[string]>('webhook-deliveries', ['id'], cursor);
  if (isRefusal(place)) return place;
  const page = { state: state ?? null, below: place?.[0] ?? null, limit: limit + 1 };
  const { items, next } = pageOf(
    'webhook-deliveries',
    await listDeliveryRows(tx, webhookId, page),
    limit,
    (row) => [row.id],
  );
  const each: Shown[] = [];
  for (const row of items) each.push(await shown(actor, tx, row, webhook));
  return { items: each, next };
}

/** Sends an event again, at once and without keeping to its place in the line. */
export async function replayWebhookDelivery(
  actor: StaffActor,
  tx: Tx,
  { webhookId, deliveryId }: InputOf<typeof webhooks.replayWebhookDelivery>,
) {
  const webhook = await reachWebhook(actor, tx, webhookId, false);
  if (isRefusal(webhook)) return webhook;
  const earlier = await readDelivery(tx, webhookId, deliveryId);
  if (!earlier) return refuse('webhook.delivery_not_found');
  if (!webhook.enabled || webhook.pausedAt) return refuse('webhook.off');
  const id = newId();
  await insertReplay(tx, id, earlier, now());
  record(tx, actor, {
    action: 'webhook.replayed',
    subject: { kind: 'webhook', id: webhookId },
    after: { eventId: earlier.eventId, type: earlier.type },
  });
  // Wakes whoever delivers.
  tellWebhook(actor, tx, webhook);
  const row = await readDelivery(tx, webhookId, id);
  return row ? shown(actor, tx, row, webhook) : refuse('webhook.delivery_not_found');
}
