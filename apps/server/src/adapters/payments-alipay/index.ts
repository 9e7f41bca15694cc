import type { KeyObject } from 'node:crypto';
import { formatMoney, parseMoney } from '../../kernel/money.ts';
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
import { isSigned, provedNode, sign } from './sign.ts';

interface Settings {
  readonly appId: string;
  readonly privateKey: KeyObject;
  /** Alipay's own public key, not ours. */
  readonly alipayKey: KeyObject;
  readonly send: (request: OutboundRequest) => Promise<OutboundReply | Refusal>;
  readonly now: () => Date;
  readonly gateway?: string;
}

interface Node {
  readonly code: string;
  readonly sub_code?: string;
  readonly trade_no?: string;
  readonly trade_status?: string;
  readonly total_amount?: string;
  readonly qr_code?: string;
  readonly fund_change?: string;
  readonly refund_status?: string;
  readonly refund_amount?: string;
}

/** Yuan with two digits, as Alipay writes amounts. */
const yuan = (minor: number): string => formatMoney(minor, 'CNY');
const fen = (text: string | undefined): number | null =>
  text === undefined ? null : parseMoney(text, 'CNY');

/** Wall clock of Beijing, which has no summer time. */
const beijing = (at: Date): string =>
  new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');

const trades: Readonly<Record<string, GatewayAnswer['state']>> = {
  TRADE_SUCCESS: 'confirmed',
  TRADE_FINISHED: 'confirmed',
  TRADE_CLOSED: 'failed',
  WAIT_BUYER_PAY: 'accepted',
};

const unknown: GatewayAnswer = { state: 'unknown', failure: 'no answer that proves itself' };
const missing = new Set(['ACQ.TRADE_NOT_EXIST', 'TRADE_NOT_EXIST', 'ACQ.REFUND_NOT_EXIST']);

const refusalOf = (node: Node): GatewayAnswer => {
  const code = node.sub_code ?? node.code;
  if (missing.has(code)) return { state: 'missing' };
  // 20000: their service is unavailable. SYSTEM_ERROR: it may have been carried out.
  const open = node.code === '20000' || /SYSTEM_ERROR/.test(code);
  return { state: open ? 'unknown' : 'failed', failure: code };
};

/** Alipay: payments by a code to scan (`alipay.trade.precreate`), refunds by request number. RSA2 both ways. */
export class Alipay implements PaymentGateway {
  readonly kind = 'alipay' as const;
  readonly heard = { status: 200, type: 'text/plain', body: 'success' };
  readonly notHeard = { status: 200, type: 'text/plain', body: 'fail' };
  readonly #settings: Settings;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  async createPayment(wish: PaymentWish) {
    const content = {
      out_trade_no: wish.key,
      total_amount: yuan(wish.amountMinor),
      subject: wish.subject,
    };
    const node = await this.#call('alipay.trade.precreate', content, wish.notifyUrl);
    if (!node) return { ...unknown, pay: null };
    if (node.code !== '10000' || !node.qr_code) return { ...refusalOf(node), pay: null };
    return { state: 'accepted' as const, pay: { kind: 'code' as const, value: node.qr_code } };
  }

  async queryPayment({ key }: Asked): Promise<GatewayAnswer> {
    const node = await this.#call('alipay.trade.query', { out_trade_no: key });
    if (!node) return unknown;
    if (node.code !== '10000') {
      const refusal = refusalOf(node);
      // Until the payer has scanned the code Alipay knows of no trade.
      return refusal.state === 'failed' ? { ...refusal, state: 'unknown' } : refusal;
    }
    return tradeOf(node);
  }

  async refund(wish: RefundWish): Promise<GatewayAnswer> {
    const node = await this.#call('alipay.trade.refund', {
      out_trade_no: wish.payment.key,
      out_request_no: wish.key,
      refund_amount: yuan(wish.amountMinor),
      ...(wish.reason ? { refund_reason: wish.reason } : {}),
    });
    if (!node) return unknown;
    if (node.code !== '10000') return refusalOf(node);
    // Without a change of funds it is a repetition, or not through yet: the query tells.
    return node.fund_change === 'Y'
      ? { state: 'confirmed', reference: node.trade_no ?? null }
      : { state: 'accepted', reference: node.trade_no ?? null };
  }

  async queryRefund({ key, payment }: Asked): Promise<GatewayAnswer> {
    const node = await this.#call('alipay.trade.fastpay.refund.query', {
      out_trade_no: payment?.key ?? '',
      out_request_no: key,
    });
    if (!node) return unknown;
    if (node.code !== '10000') {
      const refusal = refusalOf(node);
      return refusal.state === 'missing' ? refusal : { ...refusal, state: 'unknown' };
    }
    return node.refund_status === 'REFUND_SUCCESS'
      ? {
          state: 'confirmed',
          reference: node.trade_no ?? null,
          amountMinor: fen(node.refund_amount),
        }
      : { state: 'missing' };
  }

  readCallback(raw: RawCallback): CallbackRead | null {
    const fields = Object.fromEntries(new URLSearchParams(raw.body.toString('utf8')));
    const { alipayKey, appId } = this.#settings;
    if (!isSigned(fields, alipayKey) || fields.app_id !== appId) return null;
    const eventId = fields.notify_id ?? '';
    if (fields.refund_fee && fields.out_biz_no) {
      // It carries the sum of all refunds, so it names no amount of this one.
      const answer = { state: 'confirmed', reference: fields.trade_no ?? null } as const;
      return { eventId, about: 'refund', key: fields.out_biz_no, answer };
    }
    return {
      eventId,
      about: 'payment',
      key: fields.out_trade_no ?? '',
      answer: tradeOf(fields as never),
    };
  }

  async #call(
    method: string,
    content: object,
    notifyUrl: string | null = null,
  ): Promise<Node | null> {
    const { appId, privateKey, alipayKey, send, now } = this.#settings;
    const fields: Record<string, string> = {
      app_id: appId,
      method,
      format: 'JSON',
      charset: 'utf-8',
      sign_type: 'RSA2',
      timestamp: beijing(now()),
      version: '1.0',
      ...(notifyUrl ? { notify_url: notifyUrl } : {}),
      biz_content: JSON.stringify(content),
    };
    const body = new URLSearchParams({ ...fields, sign: sign(fields, privateKey) }).toString();
    const reply = await send({
      url: `${this.#settings.gateway ?? 'https://openapi.alipay.com/gateway.do'}?charset=utf-8`,
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded;charset=utf-8' },
      body,
    });
    if (isRefusal(reply) || reply.status !== 200) return null;
    const text = Buffer.from(reply.body).toString('utf8');
    const node = provedNode(text, `${method.replaceAll('.', '_')}_response`, alipayKey);
    return node === null ? null : (JSON.parse(node) as Node);
  }
}

const tradeOf = (node: Node): GatewayAnswer => {
  const state = trades[node.trade_status ?? ''] ?? 'unknown';
  return {
    state,
    reference: node.trade_no ?? null,
    amountMinor: fen(node.total_amount),
    failure: state === 'failed' ? (node.trade_status ?? null) : null,
  };
};
