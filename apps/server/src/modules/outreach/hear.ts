import type { SystemActor } from '../../kernel/actor.ts';
import { clock, now } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import type { Tx } from '../../kernel/tx.ts';
import { buyersByPhone, readPhone } from '../buyers/index.ts';
import type { Digest } from './digest.rules.ts';
import { outreachDelivered, outreachFailed, outreachReplied, outreachSent } from './events.ts';
import type { Told } from './gateway.ports.ts';
import { isStop } from './opt-out.rules.ts';
import { optOut } from './opt-out.ts';
import {
  changeMessage,
  lockByKey,
  lockByProvider,
  lockMessage,
  type Outbound,
} from './outbox.store.ts';
import { earlyReceipts, keepReceipt, markApplied, type ReceiptRow } from './receipt.store.ts';
import { lastSentTo } from './result.store.ts';
import { tellMessage } from './told.ts';

const replyWindowMs = 72 * 3_600_000;

/** Takes over what a gateway tells: kept once, applied when its message is known. */
export async function hear(
  actor: SystemActor,
  tx: Tx,
  gatewayId: string,
  told: readonly Told[],
  digest: Digest,
): Promise<void> {
  for (const one of told) {
    if (one.kind === 'receipt') await hearReceipt(actor, tx, gatewayId, one);
    else await hearReply(actor, tx, gatewayId, one, digest);
  }
}

const blank = {
  buyerId: null,
  messageId: null,
  text: null,
  providerId: null,
  state: null,
  code: null,
};

async function hearReceipt(
  actor: SystemActor,
  tx: Tx,
  gatewayId: string,
  told: Extract<Told, { kind: 'receipt' }>,
): Promise<void> {
  const { eventId, providerId, state, code, at } = told;
  const row: ReceiptRow = {
    ...blank,
    ...{ id: newId(), gatewayId, kind: 'receipt', eventId, providerId, state, code, at },
  };
  // The message is locked first, so that a receipt cannot slip past the answer it belongs to.
  const message =
    (await lockByProvider(tx, gatewayId, providerId)) ??
    (await lockByKey(tx, gatewayId, told.key ?? null));
  if (!(await keepReceipt(tx, row, now())) || !message) return;
  await apply(actor, tx, message, [row]);
}

const ranks = { planned: 0, skipped: 0, sending: 1, unknown: 1, sent: 2, failed: 3, delivered: 4 };

/** Moves a message by its receipts, only forward: what was delivered stays so whatever comes late. */
async function apply(
  actor: SystemActor,
  tx: Tx,
  message: Outbound,
  receipts: readonly ReceiptRow[],
): Promise<void> {
  let current: Outbound = message;
  for (const { state, code, at } of receipts) {
    if (state === null || ranks[state] <= ranks[current.state]) continue;
    current = { ...current, state, reason: state === 'failed' ? (code ?? 'undelivered') : null };
    const { reason } = current;
    const on = state === 'delivered' ? { delivered_at: at } : {};
    const sent = current.sentAt === null ? { sent_at: at } : {};
    await changeMessage(tx, message.id, {
      ...{ state, reason, ...on, ...sent },
      ...{ claimed_until: null, try_at: null, moved_at: now() },
    });
    const event = { sent: outreachSent, delivered: outreachDelivered, failed: outreachFailed };
    tellMessage(actor, tx, event[state], current);
  }
  const ids = receipts.map(({ id }) => id);
  await markApplied(tx, ids, message.id, now());
}

/** Receipts that were told before the gateway had answered us. */
export async function applyEarly(
  actor: SystemActor,
  tx: Tx,
  messageId: string,
  gatewayId: string,
  providerId: string,
): Promise<void> {
  const receipts = await earlyReceipts(tx, gatewayId, providerId);
  if (receipts.length === 0) return;
  const message = await lockMessage(tx, messageId);
  if (message) await apply(actor, tx, message, receipts);
}

/** A buyer's answer by text message: a no, or a word the message it answers is marked with. */
async function hearReply(
  actor: SystemActor,
  tx: Tx,
  gatewayId: string,
  { eventId, from, text, at }: Extract<Told, { kind: 'reply' }>,
  digest: Digest,
): Promise<void> {
  const number = readPhone(from)?.number ?? from;
  const found = await buyersByPhone(tx, number);
  const since = new Date(clock.now() - replyWindowMs);
  const answered = await lastSentTo(tx, digest(tx.team ?? '', number), since);
  const row: ReceiptRow = {
    ...blank,
    ...{ id: newId(), gatewayId, kind: 'reply', eventId, at, text: text.slice(0, 2000) },
    ...{ buyerId: answered?.buyerId ?? found[0]?.id ?? null, messageId: answered?.id ?? null },
  };
  if (!(await keepReceipt(tx, row, now()))) return;
  await markApplied(tx, [row.id], row.messageId, now());
  if (answered && answered.repliedAt === null) {
    await changeMessage(tx, answered.id, { replied_at: at, moved_at: now() });
    tellMessage(actor, tx, outreachReplied, answered);
  }
  if (!isStop(text)) return;
  // The no is for the shop that wrote; without one for every shop the number is known in.
  const nos = answered
    ? [{ buyerId: answered.buyerId, shopId: answered.shopId }]
    : found.flatMap(({ id, shopIds }) => shopIds.map((shopId) => ({ buyerId: id, shopId })));
  for (const no of nos) {
    const how = { channel: 'sms', topic: 'all', source: 'sms' } as const;
    await optOut(actor, tx, { ...no, ...how, message: answered ?? null }, digest);
  }
}
