import { countParts } from '@guitai/contract/outreach.sms';
import type { SystemActor } from '../../kernel/actor.ts';
import { clock, now } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/db.ts';
import { emit } from '../../kernel/events.ts';
import type { Tx } from '../../kernel/tx.ts';
import { outreachFailed, outreachPlanned, outreachSent, outreachUnknown } from './events.ts';
import type { AskAnswer, SendAnswer } from './gateway.ports.ts';
import type { GatewayRow } from './gateway.store.ts';
import { noteGateway } from './health.ts';
import { applyEarly } from './hear.ts';
import { changeMessage, lockMessage, type Outbound } from './outbox.store.ts';
import { tellMessage } from './told.ts';

/** So often a message is handed over before it is given up, when the gateway certainly did not take it. */
const mostTries = 8;

const backoff = (attempts: number): Date =>
  new Date(clock.now() + Math.min(600, 2 * 2 ** attempts) * 1000);

/** Writes what a gateway answered to an attempt. A later receipt or another's answer is never overwritten. */
export const settleAnswer = (
  db: Db,
  actor: SystemActor,
  gateway: GatewayRow,
  claimed: Outbound,
  answer: SendAnswer,
): Promise<void> =>
  db.write(actor, async (tx) => {
    const message = await lockMessage(tx, claimed.id);
    const ours = message?.attempts === claimed.attempts && message.round === claimed.round;
    if (!message || !ours || !['sending', 'unknown'].includes(message.state)) return;
    await noteGateway(actor, tx, gateway, answer);
    if (answer.state === 'accepted') await accept(actor, tx, gateway, message, answer);
    else if (answer.state === 'unknown') await nobodyKnows(actor, tx, message);
    else if (answer.state === 'not_sent') await later(actor, tx, gateway, message, 'not_reached');
    else if (answer.again) await later(actor, tx, gateway, message, answer.code);
    else await refused(actor, tx, message, answer.code);
  });

async function accept(
  actor: SystemActor,
  tx: Tx,
  gateway: GatewayRow,
  message: Outbound,
  answer: Extract<SendAnswer, { state: 'accepted' }>,
): Promise<void> {
  const { providerId } = answer;
  const parts = message.channel === 'sms' ? (answer.parts ?? countParts(message.text).parts) : null;
  const own = gateway.priceMicros === null ? null : gateway.priceMicros * (parts ?? 1);
  await changeMessage(tx, message.id, {
    ...{ state: 'sent', reason: null, provider_id: providerId, parts, sent_at: now() },
    ...{ price_micros: answer.priceMicros ?? own, currency: answer.currency ?? gateway.currency },
    ...{ claimed_until: null, try_at: null, faults: 0, moved_at: now() },
  });
  tellMessage(actor, tx, outreachSent, { ...message, state: 'sent', reason: null });
  if (providerId !== null) await applyEarly(actor, tx, message.id, gateway.id, providerId);
}

async function nobodyKnows(actor: SystemActor, tx: Tx, message: Outbound): Promise<void> {
  const unknown = { state: 'unknown', reason: 'no_answer' } as const;
  if (message.state === 'unknown') return;
  const soon = new Date(clock.now() + 2_000);
  await changeMessage(tx, message.id, {
    ...unknown,
    ...{ claimed_until: null, try_at: soon, faults: 0, moved_at: now() },
  });
  tellMessage(actor, tx, outreachUnknown, { ...message, ...unknown });
}

/** It certainly did not get there: tried again, later each time, until it would come too late. */
async function later(
  actor: SystemActor,
  tx: Tx,
  _gateway: GatewayRow,
  message: Outbound,
  code: string,
): Promise<void> {
  const at = backoff(message.attempts);
  if (message.attempts >= mostTries || at > message.expiresAt)
    return refused(actor, tx, message, code);
  await changeMessage(tx, message.id, {
    ...{ state: 'sending', reason: code, claimed_until: null, try_at: at, moved_at: now() },
  });
}

/** The gateway said no: the next way is tried, if the plan names one. */
async function refused(actor: SystemActor, tx: Tx, message: Outbound, code: string): Promise<void> {
  const rest = message.channels.slice(
    message.channel ? message.channels.indexOf(message.channel) + 1 : 0,
  );
  const reason = code.slice(0, 100);
  const at = { claimed_until: null, try_at: null, moved_at: now() };
  if (rest.length > 0) {
    await changeMessage(tx, message.id, {
      ...at,
      ...{ state: 'planned', reason, channels: rest, channel: null, gateway_id: null },
      ...{ recipient: null, handed_at: null, due_at: now() },
    });
    const data = { count: 1, dueAt: now().toISOString(), shopIds: [message.shopId] };
    emit(tx, outreachPlanned, {
      subject: message.id,
      reach: { shop: message.shopId },
      actor,
      data,
    });
    return;
  }
  await changeMessage(tx, message.id, { ...at, state: 'failed', reason });
  tellMessage(actor, tx, outreachFailed, { ...message, state: 'failed', reason });
}

/** Writes what a gateway said about a message nobody knew about. What it never heard of is handed over under its key. */
export const settleAsked = (
  db: Db,
  actor: SystemActor,
  gateway: GatewayRow,
  asked: Outbound,
  answer: AskAnswer,
): Promise<void> =>
  db.write(actor, async (tx) => {
    const message = await lockMessage(tx, asked.id);
    if (message?.state !== 'unknown' || message.round !== asked.round) return;
    if (answer.state === 'accepted') await accept(actor, tx, gateway, message, answer);
    if (answer.state !== 'missing') return;
    if (now() > message.expiresAt) return refused(actor, tx, message, 'expired');
    await changeMessage(tx, message.id, {
      ...{ state: 'sending', reason: 'not_reached', claimed_until: null },
      ...{ try_at: now(), faults: 0, moved_at: now() },
    });
  });
