import type { OutboundReply, OutboundRequest } from '../../kernel/outbound.ts';
import { isRefusal, type Refusal } from '../../kernel/refusal.ts';
import type {
  Asked,
  CallbackRead,
  GatewayAnswer,
  PaymentGateway,
  PaymentWish,
  RawCallback,
  RefundWish,
} from '../../modules/payments/ports.ts';
import { proves } from '../payments-sandbox/signature.ts';

interface Settings {
  readonly secretKey: string;
  /** Of the endpoint, `whsec_…`. */
  readonly webhookSecret: string;
  readonly send: (request: OutboundRequest) => Promise<OutboundReply | Refusal>;
  readonly origin?: string;
}

interface Thing {
  readonly id?: string;
  readonly object?: string;
  readonly status?: string;
  readonly amount?: number;
  readonly client_secret?: string;
  readonly failure_reason?: string;
  readonly last_payment_error?: { readonly code?: string } | null;
  readonly metadata?: Readonly<Record<string, string>>;
  readonly data?: readonly Thing[];
}

const keyField = 'guitai_key';
const unknown: GatewayAnswer = { state: 'unknown', failure: 'no answer' };

const payments: Readonly<Record<string, GatewayAnswer['state']>> = {
  succeeded: 'confirmed',
  canceled: 'failed',
  processing: 'accepted',
  requires_action: 'accepted',
  requires_capture: 'accepted',
  requires_confirmation: 'accepted',
  requires_payment_method: 'accepted',
};

const refunds: Readonly<Record<string, GatewayAnswer['state']>> = {
  succeeded: 'confirmed',
  failed: 'failed',
  canceled: 'failed',
  pending: 'accepted',
  requires_action: 'accepted',
};

const answerOf = (
  states: Readonly<Record<string, GatewayAnswer['state']>>,
  thing: Thing,
): GatewayAnswer => {
  const state = states[thing.status ?? ''] ?? 'unknown';
  const failure = thing.failure_reason ?? thing.last_payment_error?.code ?? thing.status ?? null;
  return {
    state,
    reference: thing.id ?? null,
    amountMinor: thing.amount ?? null,
    failure: state === 'failed' ? failure : null,
  };
};

/** Stripe: payment intents confirmed by Stripe's own form in the page, refunds of them. Amounts are minor units. */
export class Stripe implements PaymentGateway {
  readonly kind = 'stripe' as const;
  readonly heard = { status: 200, type: 'application/json', body: '{"received":true}' };
  readonly notHeard = { status: 400, type: 'application/json', body: '{"received":false}' };
  readonly #settings: Settings;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  async createPayment(wish: PaymentWish) {
    const { thing, failed } = await this.#call('POST', '/v1/payment_intents', wish.key, {
      amount: String(wish.amountMinor),
      currency: wish.currency.toLowerCase(),
      description: wish.subject,
      'automatic_payment_methods[enabled]': 'true',
      [`metadata[${keyField}]`]: wish.key,
    });
    if (!thing) return { ...(failed ?? unknown), pay: null };
    const pay = { kind: 'client' as const, value: thing.client_secret ?? '' };
    return { ...answerOf(payments, thing), pay };
  }

  async queryPayment({ key, reference }: Asked): Promise<GatewayAnswer> {
    if (reference) {
      const { thing, failed } = await this.#call('GET', `/v1/payment_intents/${reference}`);
      return thing ? answerOf(payments, thing) : (failed ?? unknown);
    }
    const query = encodeURIComponent(`metadata['${keyField}']:'${key}'`);
    const { thing, failed } = await this.#call('GET', `/v1/payment_intents/search?query=${query}`);
    const found = thing?.data?.[0];
    if (found) return answerOf(payments, found);
    return thing ? { state: 'missing' } : (failed ?? unknown);
  }

  async refund(wish: RefundWish): Promise<GatewayAnswer> {
    if (!wish.payment.reference) return { state: 'failed', failure: 'payment without a reference' };
    const { thing, failed } = await this.#call('POST', '/v1/refunds', wish.key, {
      payment_intent: wish.payment.reference,
      amount: String(wish.amountMinor),
      [`metadata[${keyField}]`]: wish.key,
    });
    return thing ? answerOf(refunds, thing) : (failed ?? unknown);
  }

  async queryRefund({ key, reference, payment }: Asked): Promise<GatewayAnswer> {
    if (reference) {
      const { thing, failed } = await this.#call('GET', `/v1/refunds/${reference}`);
      return thing ? answerOf(refunds, thing) : (failed ?? unknown);
    }
    const path = `/v1/refunds?limit=100&payment_intent=${payment?.reference ?? ''}`;
    const { thing, failed } = await this.#call('GET', path);
    const found = thing?.data?.find((one) => one.metadata?.[keyField] === key);
    if (found) return answerOf(refunds, found);
    return thing ? { state: 'missing' } : (failed ?? unknown);
  }

  readCallback({ headers, body, at }: RawCallback): CallbackRead | null {
    if (!proves(this.#settings.webhookSecret, headers['stripe-signature'], body, at)) return null;
    const event = JSON.parse(body.toString('utf8')) as {
      id: string;
      type: string;
      data: { object: Thing };
    };
    const { object } = event.data;
    const key = object.metadata?.[keyField] ?? '';
    const about = { payment_intent: 'payment', refund: 'refund' }[object.object ?? ''] ?? 'other';
    if (about === 'other' || key === '') {
      return { eventId: event.id, about: 'other', key: '', answer: { state: 'accepted' } };
    }
    const declined = event.type === 'payment_intent.payment_failed';
    const said = answerOf(about === 'refund' ? refunds : payments, object);
    const failure = object.last_payment_error?.code ?? 'declined';
    const answer = declined ? { ...said, state: 'failed' as const, failure } : said;
    return { eventId: event.id, about: about as 'payment' | 'refund', key, answer };
  }

  async #call(
    method: 'GET' | 'POST',
    path: string,
    key?: string,
    fields?: Readonly<Record<string, string>>,
  ): Promise<{ thing?: Thing; failed?: GatewayAnswer }> {
    const { secretKey, send, origin = 'https://api.stripe.com' } = this.#settings;
    const reply = await send({
      url: origin + path,
      method,
      headers: {
        authorization: `Bearer ${secretKey}`,
        ...(key ? { 'idempotency-key': key } : {}),
        ...(fields ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      },
      ...(fields ? { body: new URLSearchParams(fields).toString() } : {}),
    });
    if (isRefusal(reply)) return { failed: unknown };
    const { status } = reply;
    const text = Buffer.from(reply.body).toString('utf8');
    if (status >= 200 && status < 300) return { thing: JSON.parse(text) as Thing };
    const failure = /"code"\s*:\s*"([a-z_]{1,80})"/.exec(text)?.[1] ?? String(status);
    if (method === 'GET' && status === 404) return { failed: { state: 'missing' } };
    // 409: the same key is being worked on. 429 and 5xx: it may or may not have been carried out.
    const open = method === 'GET' || status === 409 || status === 429 || status >= 500;
    return { failed: { state: open ? 'unknown' : 'failed', failure } };
  }
}
