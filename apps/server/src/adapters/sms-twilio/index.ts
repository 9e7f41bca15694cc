import { createHmac, timingSafeEqual } from 'node:crypto';
import { isRefusal } from '../../kernel/refusal.ts';
import type {
  GatewayLine,
  GatewayMaker,
  RawCallback,
  SendAnswer,
  Told,
} from '../../modules/outreach/gateway.ports.ts';
import { unanswered } from '../../modules/outreach/gateway.ports.ts';

const api = 'https://api.twilio.com';

/** `X-Twilio-Signature`: HMAC-SHA1 over the address and the sorted fields (twilio.com/docs/usage/security). */
export function twilioSignature(
  authToken: string,
  url: string,
  fields: Readonly<Record<string, string>>,
): string {
  const text = Object.keys(fields)
    .sort()
    .reduce((joined, name) => joined + name + fields[name], url);
  return createHmac('sha1', authToken).update(text, 'utf8').digest('base64');
}

async function call(line: GatewayLine, path: string, form?: Record<string, string>) {
  const { accountSid = '' } = line.options;
  const basic = Buffer.from(`${accountSid}:${line.secrets.authToken ?? ''}`).toString('base64');
  const reply = await line.reach({
    url: `${line.options.endpoint || api}/2010-04-01/Accounts/${accountSid}${path}`,
    method: form ? 'POST' : 'GET',
    headers: {
      authorization: `Basic ${basic}`,
      ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
    },
    ...(form ? { body: new URLSearchParams(form).toString() } : {}),
  });
  if (isRefusal(reply)) return reply;
  try {
    const body = JSON.parse(Buffer.from(reply.body).toString('utf8')) as Record<string, unknown>;
    return { status: reply.status, body };
  } catch (error) {
    if (error instanceof SyntaxError) return { status: reply.status, body: {} };
    throw error;
  }
}

const priceMicros = (price: unknown): number | null => {
  const value = typeof price === 'string' ? Math.abs(Number(price)) : Number.NaN;
  return Number.isFinite(value) ? Math.round(value * 1_000_000) : null;
};

async function send(
  line: GatewayLine,
  { to, text }: { to: string; text: string },
): Promise<SendAnswer> {
  const { from = '' } = line.options;
  const sender = from.startsWith('MG') ? 'MessagingServiceSid' : 'From';
  const answer = await call(line, '/Messages.json', {
    ...{ To: to, Body: text, [sender]: from },
    ...(line.callbackUrl ? { StatusCallback: line.callbackUrl } : {}),
  });
  if (isRefusal(answer)) return unanswered(answer);
  const { status, body } = answer;
  if (status >= 500) return { state: 'unknown', why: `http ${status}` };
  if (status >= 400) {
    const code = String(body.code ?? `http_${status}`);
    const denied = status === 401 || status === 403;
    return {
      state: 'refused',
      code,
      text: String(body.message ?? ''),
      again: status === 429,
      denied,
    };
  }
  return {
    ...{ state: 'accepted', providerId: typeof body.sid === 'string' ? body.sid : null },
    ...{ parts: Number(body.num_segments) || null, priceMicros: priceMicros(body.price) },
    currency: typeof body.price_unit === 'string' ? body.price_unit.toUpperCase() : null,
  };
}

/** What went to the number that day with these words; Twilio takes no key of ours. */
async function ask(line: GatewayLine, asked: { to: string; at: Date; text: string }) {
  const day = asked.at.toISOString().slice(0, 10);
  const query = new URLSearchParams({ To: asked.to, DateSent: day, PageSize: '50' });
  const answer = await call(line, `/Messages.json?${query}`);
  if (isRefusal(answer) || answer.status >= 300) return { state: 'unknown' } as const;
  const list = (answer.body.messages ?? []) as {
    sid?: string;
    body?: string;
    date_created?: string;
  }[];
  // The same words may have gone out before: only what was made since counts.
  const found = list.find(
    (one) =>
      one.body === asked.text && Date.parse(one.date_created ?? '') >= asked.at.getTime() - 1000,
  );
  return found?.sid
    ? ({ state: 'accepted', providerId: found.sid } as const)
    : ({ state: 'unknown' } as const);
}

const states: Readonly<Record<string, 'sent' | 'delivered' | 'failed'>> = {
  sent: 'sent',
  delivered: 'delivered',
  read: 'delivered',
  undelivered: 'failed',
  failed: 'failed',
};

function readCallback(line: GatewayLine, raw: RawCallback) {
  const fields = Object.fromEntries(new URLSearchParams(raw.body.toString('utf8')));
  const given = Buffer.from(String(raw.headers['x-twilio-signature'] ?? ''));
  const ours = Buffer.from(twilioSignature(line.secrets.authToken ?? '', raw.url, fields));
  if (given.length !== ours.length || !timingSafeEqual(given, ours)) return null;
  return {
    told: toldOf(fields, raw.at),
    answer: { status: 200, type: 'text/xml', body: '<Response></Response>' },
  };
}

function toldOf(fields: Readonly<Record<string, string>>, at: Date): Told[] {
  const { MessageSid: sid = '', MessageStatus, Body, From } = fields;
  if (Body !== undefined && From !== undefined)
    return [{ kind: 'reply', eventId: `in-${sid}`, from: From, text: Body, at }];
  const state = states[MessageStatus ?? ''];
  if (!state) return [];
  const eventId = `${sid}-${MessageStatus}`;
  return [{ kind: 'receipt', eventId, providerId: sid, state, code: fields.ErrorCode ?? null, at }];
}

/** Twilio's text messages. */
export const twilioGateway: GatewayMaker = {
  kind: 'twilio',
  channels: ['sms'],
  options: ['accountSid', 'from', 'endpoint?'],
  secrets: ['authToken'],
  open: (line) => ({
    send: (message) => send(line, message),
    ask: (asked) => ask(line, asked),
    readCallback: (raw) => readCallback(line, raw),
    async balance() {
      const answer = await call(line, '/Balance.json');
      if (isRefusal(answer) || answer.status >= 300) return null;
      return `${answer.body.balance} ${answer.body.currency}`;
    },
  }),
};
