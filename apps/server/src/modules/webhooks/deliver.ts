import { type SystemActor, system } from '../../kernel/actor.ts';
import { clock, now } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/db.ts';
import { type OutboundReply, outbound } from '../../kernel/outbound.ts';
import { isRefusal, type Refusal } from '../../kernel/refusal.ts';
import { staffById, unseal } from '../access/index.ts';
import { claimDue, type Settled } from './delivery.store.ts';
import { eventOf, isFor, letterOf } from './letter.ts';
import { secretPurpose, type WebhookPorts } from './ports.ts';
import { askedWait, waitAfter } from './retry.rules.ts';
import { settle } from './settle.ts';
import { signedHeaders } from './sign.rules.ts';
import type { DeliveryRow, WebhookRow } from './tables.ts';
import { readWebhook } from './webhook.store.ts';

const timeoutMs = 10_000;
/** Longer than a try can take: after it whoever had the delivery is dead. */
const leaseMs = 30_000;
const answerBytes = 20_000;
const answerShown = 1000;

/** Takes what is due, at most `limit`; nothing while the webhook rests, and one at a time after a failure. */
export async function claim(
  db: Db,
  team: string,
  id: string,
  limit: number,
): Promise<DeliveryRow[]> {
  return db.write(system(team, 'webhooks.claim'), async (tx) => {
    const webhook = await readWebhook(tx, id);
    if (!webhook?.enabled || webhook.pausedAt) return [];
    if (webhook.restUntil && webhook.restUntil > now()) return [];
    const most = webhook.failures > 0 ? 1 : limit;
    return claimDue(tx, id, { now: now(), until: new Date(clock.now() + leaseMs), limit: most });
  });
}

interface Ready {
  readonly webhook: WebhookRow;
  readonly letter: string;
}

/** The body as it is to be sent now; null when there is nothing to tell any more, or no longer to this webhook. */
const prepare = (db: Db, actor: SystemActor, delivery: DeliveryRow): Promise<Ready | null> =>
  db.read(actor, async (tx) => {
    const webhook = await readWebhook(tx, delivery.webhookId);
    const event = webhook && (await eventOf(tx, delivery.eventSeq));
    const creator = webhook && (await staffById(tx, webhook.creatorKind, webhook.creatorId));
    if (!webhook || !event || !creator || !isFor(webhook, creator, event)) return null;
    return { webhook, letter: letterOf(delivery.eventId, event) };
  });

/** Sends one claimed delivery and writes how it went. The connection to the database is not held meanwhile. */
export async function deliver(
  ports: WebhookPorts,
  db: Db,
  team: string,
  delivery: DeliveryRow,
): Promise<void> {
  const actor = system(team, 'webhooks.deliver');
  const ready = await prepare(db, actor, delivery);
  if (!ready) {
    const dropped = {
      state: 'dropped',
      nextAt: null,
      status: null,
      tookMs: null,
      answer: '',
      trouble: '',
    } as const;
    return settle(db, actor, delivery, dropped);
  }
  const began = performance.now();
  const reply = await send(ports, delivery, ready);
  return settle(db, actor, delivery, judge(delivery, reply, Math.round(performance.now() - began)));
}

function send(ports: WebhookPorts, { eventId }: DeliveryRow, { webhook, letter }: Ready) {
  const sealed = [webhook.secret];
  if (webhook.oldSecret && webhook.oldSecretUntil && webhook.oldSecretUntil > now())
    sealed.push(webhook.oldSecret);
  const secrets = sealed.map((one) => unseal(ports.secretKey, secretPurpose, one));
  const signed = { id: eventId, timestamp: Math.floor(clock.now() / 1000), body: letter };
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'Guitai-Webhooks/1',
    ...signedHeaders(secrets, signed),
  };
  const request = { url: webhook.url, method: 'POST', headers, body: letter } as const;
  return outbound(request, { allowed: ports.outboundAllowed, timeoutMs, maxBytes: answerBytes });
}

const shown = (body: Uint8Array): string =>
  Buffer.from(body).toString('utf8').replaceAll('\0', '').slice(0, answerShown);

function judge(delivery: DeliveryRow, reply: OutboundReply | Refusal, tookMs: number): Settled {
  if (isRefusal(reply)) {
    const why = typeof reply.params?.why === 'string' ? `: ${reply.params.why}` : '';
    const trouble = `${reply.code}${why}`;
    return { ...later(delivery, 0), status: null, tookMs, answer: '', trouble };
  }
  const { status } = reply;
  const base = { status, tookMs, answer: shown(reply.body) };
  if (status >= 200 && status < 300)
    return { ...base, state: 'delivered', nextAt: null, trouble: '' };
  if (status === 410) return { ...base, state: 'given_up', nextAt: null, trouble: 'http 410' };
  return {
    ...base,
    ...later(delivery, askedWait(reply.headers['retry-after'])),
    trouble: `http ${status}`,
  };
}

function later(
  { attempts, replayOf }: DeliveryRow,
  asked: number,
): Pick<Settled, 'state' | 'nextAt'> {
  const wait = replayOf ? null : waitAfter(attempts, asked);
  if (wait === null) return { state: 'given_up', nextAt: null };
  return { state: 'waiting', nextAt: new Date(clock.now() + wait * 1000) };
}
