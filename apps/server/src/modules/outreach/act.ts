import type { InputOf, outreach } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { can } from '../../kernel/can.ts';
import { clock, now } from '../../kernel/clock.ts';
import { emit } from '../../kernel/events.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import { contactsOf } from '../buyers/index.ts';
import type { Digest } from './digest.rules.ts';
import { outreachFailed, outreachPlanned, outreachSent } from './events.ts';
import { showMessage } from './list.ts';
import { changeMessage, lockMessage, type Outbound } from './outbox.store.ts';
import { isBarred } from './refused.store.ts';
import { tellMessage } from './told.ts';

const dayMs = 86_400_000;

/** A message of a shop in which the actor may act on it, locked; otherwise the same refusal as for none. */
async function reach(
  actor: StaffActor,
  tx: Tx,
  id: string,
): Promise<Outbound | Refusal<'outreach.not_found'>> {
  const message = await lockMessage(tx, id);
  const mine = message && can(actor, 'outreach.send', { shop: message.shopId }) === 'yes';
  return mine ? message : refuse('outreach.not_found');
}

const memberOf = (actor: StaffActor): string =>
  actor.kind === 'member' ? actor.member : actor.key;

/** A person found out what became of a message nobody knew about. */
export async function settleOutreachMessage(
  actor: StaffActor,
  tx: Tx,
  { messageId, outcome }: InputOf<typeof outreach.settleOutreachMessage>,
) {
  const message = await reach(actor, tx, messageId);
  if (isRefusal(message)) return message;
  if (message.state !== 'unknown') return refuse('outreach.not_open', { state: message.state });
  const arrived = outcome === 'arrived';
  const after = arrived
    ? ({ state: 'sent', reason: null } as const)
    : ({ state: 'failed', reason: 'settled_lost' } as const);
  await changeMessage(tx, messageId, {
    ...after,
    ...(arrived ? { sent_at: now() } : {}),
    ...{ try_at: null, settled_by: memberOf(actor), settled_at: now(), moved_at: now() },
  });
  tellMessage(actor, tx, arrived ? outreachSent : outreachFailed, { ...message, ...after });
  record(tx, actor, {
    action: 'outreach.settled',
    subject: { kind: 'outreach_message', id: messageId },
    after: { outcome },
    shop: message.shopId,
  });
  return showMessage(actor, tx, messageId);
}

/** Sends an unknown or failed message again: another attempt under another key, and the log says who wanted it. */
export const sendOutreachAgainWith =
  (digest: Digest) =>
  async (actor: StaffActor, tx: Tx, { messageId }: InputOf<typeof outreach.sendOutreachAgain>) => {
    const message = await reach(actor, tx, messageId);
    if (isRefusal(message)) return message;
    const { state, channel } = message;
    const open = state === 'unknown' || (state === 'failed' && message.gatewayId !== null);
    if (!open || channel === null || channel === 'chat')
      return refuse('outreach.not_open', { state });
    const [contact] = await contactsOf(tx, [message.buyerId]);
    if (contact && (await isBarred(tx, contact, message, digest)))
      return refuse('outreach.opt_out_stands');
    await changeMessage(tx, messageId, {
      ...{ state: 'sending', reason: null, round: message.round + 1, provider_id: null, faults: 0 },
      ...{ claimed_until: null, try_at: now(), handed_at: now(), moved_at: now() },
      ...{
        settled_by: memberOf(actor),
        settled_at: now(),
        expires_at: new Date(clock.now() + dayMs),
      },
    });
    emit(tx, outreachPlanned, {
      subject: messageId,
      reach: { shop: message.shopId },
      actor,
      data: { count: 1, dueAt: now().toISOString(), shopIds: [message.shopId] },
    });
    record(tx, actor, {
      action: 'outreach.sent_again',
      subject: { kind: 'outreach_message', id: messageId },
      before: { state, round: message.round },
      after: { round: message.round + 1 },
      shop: message.shopId,
    });
    return showMessage(actor, tx, messageId);
  };
