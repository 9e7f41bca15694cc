import { createHmac } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { OutboundReply, OutboundRequest } from '../../kernel/outbound.ts';
import { refuse } from '../../kernel/refusal.ts';
import { Stripe } from './index.ts';

const webhookSecret = 'whsec_test';
const at = new Date('2026-03-18T06:00:00Z');
const key = 'a'.repeat(32);

let sent: OutboundRequest[];
let answer: { status: number; body: object } | 'silence';
const send = async (
  request: OutboundRequest,
): Promise<OutboundReply | ReturnType<typeof refuse>> => {
  sent.push(request);
  if (answer === 'silence') return refuse('outbound.failed');
  return { status: answer.status, headers: {}, body: Buffer.from(JSON.stringify(answer.body)) };
};
const gateway = new Stripe({ secretKey: 'sk_test', webhookSecret, send });

const event = (type: string, object: object, secret = webhookSecret, when = at) => {
  const body = JSON.stringify({ id: 'evt_1', type, data: { object } });
  const t = Math.floor(when.getTime() / 1000);
  const v1 = createHmac('sha256', secret).update(`${t}.${body}`).digest('hex');
  const old = 'f'.repeat(64);
  return {
    headers: { 'stripe-signature': `t=${t},v1=${old},v1=${v1},v0=x` },
    body: Buffer.from(body),
    at,
  };
};
const intent = {
  id: 'pi_1',
  object: 'payment_intent',
  status: 'succeeded',
  amount: 1_250,
  metadata: { guitai_key: key },
};
const wish = {
  key: 'f'.repeat(32),
  payment: { key, reference: 'pi_1', amountMinor: 1_250 },
  amountMinor: 300,
  currency: 'USD',
  reason: '',
  notifyUrl: null,
};

beforeEach(() => {
  sent = [];
});

describe('Stripe', () => {
  test('sends forms with our stable key as its idempotency key', async () => {
    answer = {
      status: 200,
      body: { id: 'pi_1', status: 'requires_payment_method', client_secret: 'cs' },
    };
    const made = await gateway.createPayment({
      key,
      amountMinor: 1_250,
      currency: 'USD',
      subject: 'order 1',
      notifyUrl: null,
      returnUrl: null,
    });
    expect(made).toMatchObject({
      state: 'accepted',
      reference: 'pi_1',
      pay: { kind: 'client', value: 'cs' },
    });
    expect(sent[0]).toMatchObject({
      url: 'https://api.stripe.com/v1/payment_intents',
      headers: { 'idempotency-key': key, authorization: 'Bearer sk_test' },
    });
    expect(Object.fromEntries(new URLSearchParams(String(sent[0]?.body)))).toMatchObject({
      amount: '1250',
      currency: 'usd',
      'metadata[guitai_key]': key,
    });
  });

  test('a callback is believed with a v1 signature over time and body, five minutes at most', () => {
    expect(gateway.readCallback(event('payment_intent.succeeded', intent))).toEqual({
      eventId: 'evt_1',
      about: 'payment',
      key,
      answer: { state: 'confirmed', reference: 'pi_1', amountMinor: 1_250, failure: null },
    });
    expect(
      gateway.readCallback(event('payment_intent.succeeded', intent, 'whsec_other')),
    ).toBeNull();
    const late = new Date(at.getTime() - 301_000);
    expect(
      gateway.readCallback(event('payment_intent.succeeded', intent, webhookSecret, late)),
    ).toBeNull();
    const raw = event('payment_intent.succeeded', intent);
    expect(
      gateway.readCallback({ ...raw, body: Buffer.concat([raw.body, Buffer.from(' ')]) }),
    ).toBeNull();
    expect(gateway.readCallback({ ...raw, headers: {} })).toBeNull();
  });

  test('a declined card, a refund, and what is none of ours', () => {
    const declined = {
      ...intent,
      status: 'requires_payment_method',
      last_payment_error: { code: 'card_declined' },
    };
    expect(gateway.readCallback(event('payment_intent.payment_failed', declined))).toMatchObject({
      answer: { state: 'failed', failure: 'card_declined' },
    });
    const refund = {
      id: 're_1',
      object: 'refund',
      status: 'succeeded',
      amount: 300,
      metadata: { guitai_key: wish.key },
    };
    expect(gateway.readCallback(event('refund.updated', refund))).toMatchObject({
      about: 'refund',
      key: wish.key,
      answer: { state: 'confirmed', amountMinor: 300 },
    });
    expect(gateway.readCallback(event('customer.created', { object: 'customer' }))).toMatchObject({
      about: 'other',
    });
  });

  test.each([
    [200, { id: 're_1', status: 'succeeded', amount: 300 }, 'confirmed'],
    [200, { id: 're_1', status: 'pending', amount: 300 }, 'accepted'],
    [200, { id: 're_1', status: 'failed', failure_reason: 'lost_or_stolen_card' }, 'failed'],
    [400, { error: { code: 'charge_already_refunded' } }, 'failed'],
    [409, { error: { code: 'idempotency_key_in_use' } }, 'unknown'],
    [429, { error: { code: 'rate_limit' } }, 'unknown'],
    [503, {}, 'unknown'],
  ])('a refund answered with %s %o is %s', async (status, body, state) => {
    answer = { status, body };
    expect(await gateway.refund(wish)).toMatchObject({ state });
  });

  test('a refund without an answer is found again by our key among those of its payment', async () => {
    answer = 'silence';
    expect(await gateway.refund(wish)).toMatchObject({ state: 'unknown' });
    const asked = { key: wish.key, reference: null, payment: wish.payment };
    answer = { status: 200, body: { data: [{ id: 're_0', status: 'succeeded', metadata: {} }] } };
    expect(await gateway.queryRefund(asked)).toEqual({ state: 'missing' });
    const ours = {
      id: 're_1',
      status: 'succeeded',
      amount: 300,
      metadata: { guitai_key: wish.key },
    };
    answer = { status: 200, body: { data: [ours] } };
    expect(await gateway.queryRefund(asked)).toMatchObject({
      state: 'confirmed',
      reference: 're_1',
    });
  });
});
