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
import { authorization, isFromPlatform, type Sealed, unseal, type WechatKeys } from './sign.ts';

export type { WechatKeys } from './sign.ts';

interface Settings extends WechatKeys {
  readonly appid: string;
  readonly send: (request: OutboundRequest) => Promise<OutboundReply | Refusal>;
  readonly now: () => Date;
  readonly origin?: string;
}

interface Trade {
  readonly code?: string;
  readonly message?: string;
  readonly code_url?: string;
  readonly out_trade_no?: string;
  readonly out_refund_no?: string;
  readonly transaction_id?: string;
  readonly refund_id?: string;
  readonly trade_state?: string;
  readonly status?: string;
  readonly refund_status?: string;
  readonly amount?: { readonly total?: number; readonly refund?: number };
}

const states: Readonly<Record<string, GatewayAnswer['state']>> = {
  SUCCESS: 'confirmed',
  REFUND: 'confirmed',
  CLOSED: 'failed',
  REVOKED: 'failed',
  PAYERROR: 'failed',
  // Their account could not take it: the money waits at WeChat for a person of the shop to send it on. Nothing is final.
  ABNORMAL: 'unknown',
  NOTPAY: 'accepted',
  USERPAYING: 'accepted',
  ACCEPT: 'accepted',
  PROCESSING: 'accepted',
};

const payment = (trade: Trade): GatewayAnswer => ({
  state: states[trade.trade_state ?? ''] ?? 'unknown',
  reference: trade.transaction_id ?? null,
  amountMinor: trade.amount?.total ?? null,
  failure: trade.trade_state && states[trade.trade_state] === 'failed' ? trade.trade_state : null,
});

const refund = (trade: Trade): GatewayAnswer => {
  const status = trade.refund_status ?? trade.status ?? '';
  const state = states[status] ?? 'unknown';
  return {
    state,
    reference: trade.refund_id ?? null,
    amountMinor: trade.amount?.refund ?? null,
    failure: state === 'failed' || state === 'unknown' ? status || null : null,
  };
};

/** WeChat Pay, API v3: native payments (a code to scan) and domestic refunds. Amounts are fen. */
export class WechatPay implements PaymentGateway {
  readonly kind = 'wechat_pay' as const;
  readonly heard = { status: 200, type: 'application/json', body: '' };
  readonly notHeard = {
    status: 500,
    type: 'application/json',
    body: '{"code":"FAIL","message":"again"}',
  };
  readonly #settings: Settings;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  async createPayment(wish: PaymentWish) {
    const { appid, mchid } = this.#settings;
    const { trade, failed } = await this.#call('POST', '/v3/pay/transactions/native', {
      appid,
      mchid,
      description: wish.subject,
      out_trade_no: wish.key,
      notify_url: wish.notifyUrl,
      amount: { total: wish.amountMinor, currency: wish.currency },
    });
    if (!trade?.code_url) return { ...(failed ?? unknown), pay: null };
    return { state: 'accepted' as const, pay: { kind: 'code' as const, value: trade.code_url } };
  }

  async queryPayment({ key }: Asked): Promise<GatewayAnswer> {
    const path = `/v3/pay/transactions/out-trade-no/${key}?mchid=${this.#settings.mchid}`;
    const { trade, failed } = await this.#call('GET', path);
    return trade ? payment(trade) : (failed ?? unknown);
  }

  async refund(wish: RefundWish): Promise<GatewayAnswer> {
    const { trade, failed } = await this.#call('POST', '/v3/refund/domestic/refunds', {
      out_trade_no: wish.payment.key,
      out_refund_no: wish.key,
      ...(wish.reason ? { reason: wish.reason.slice(0, 80) } : {}),
      notify_url: wish.notifyUrl,
      amount: {
        refund: wish.amountMinor,
        total: wish.payment.amountMinor,
        currency: wish.currency,
      },
    });
    return trade ? refund(trade) : (failed ?? unknown);
  }

  async queryRefund({ key }: Asked): Promise<GatewayAnswer> {
    const { trade, failed } = await this.#call('GET', `/v3/refund/domestic/refunds/${key}`);
    return trade ? refund(trade) : (failed ?? unknown);
  }

  readCallback(raw: RawCallback): CallbackRead | null {
    if (!isFromPlatform(this.#settings, raw)) return null;
    const told = JSON.parse(raw.body.toString('utf8')) as { id: string; resource: Sealed };
    const opened = unseal(this.#settings, told.resource);
    if (opened === null) return null;
    const trade = JSON.parse(opened) as Trade;
    const about = trade.out_refund_no ? 'refund' : 'payment';
    return about === 'refund'
      ? { eventId: told.id, about, key: trade.out_refund_no ?? '', answer: refund(trade) }
      : { eventId: told.id, about, key: trade.out_trade_no ?? '', answer: payment(trade) };
  }

  async #call(
    method: 'GET' | 'POST',
    path: string,
    fields?: object,
  ): Promise<{ trade?: Trade; failed?: GatewayAnswer }> {
    const { send, now, origin = 'https://api.mch.weixin.qq.com' } = this.#settings;
    const body = fields ? JSON.stringify(fields) : '';
    const reply = await send({
      url: origin + path,
      method,
      headers: {
        authorization: authorization(this.#settings, { method, path, body }, now()),
        accept: 'application/json',
        'content-type': 'application/json',
        'user-agent': 'Guitai',
      },
      ...(body ? { body } : {}),
    });
    if (isRefusal(reply)) return { failed: unknown };
    const text = Buffer.from(reply.body).toString('utf8');
    if (reply.status >= 200 && reply.status < 300) {
      const { headers } = reply;
      const proved = isFromPlatform(this.#settings, { headers, body: reply.body, at: now() });
      return proved ? { trade: JSON.parse(text) as Trade } : { failed: unknown };
    }
    return { failed: failureOf(reply.status, text, method) };
  }
}

const unknown: GatewayAnswer = { state: 'unknown', failure: 'no answer that proves itself' };

function failureOf(status: number, text: string, method: 'GET' | 'POST'): GatewayAnswer {
  const code = /"code"\s*:\s*"([A-Z_]{1,60})"/.exec(text)?.[1] ?? String(status);
  if (method === 'GET' && status === 404) return { state: 'missing' };
  // Too fast, or a fault of theirs: it may or may not have been carried out, so it is asked after.
  if (status === 429 || status >= 500) return { state: 'unknown', failure: code };
  return method === 'GET'
    ? { state: 'unknown', failure: code }
    : { state: 'failed', failure: code };
}
