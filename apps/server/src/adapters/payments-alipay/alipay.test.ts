import { createSign, createVerify, generateKeyPairSync } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { OutboundReply, OutboundRequest } from '../../kernel/outbound.ts';
import { refuse } from '../../kernel/refusal.ts';
import { Alipay } from './index.ts';
import { contentOf } from './sign.ts';

const ours = generateKeyPairSync('rsa', { modulusLength: 2048 });
const theirs = generateKeyPairSync('rsa', { modulusLength: 2048 });
const at = new Date('2026-03-18T06:00:00Z');
const signature = (text: string, key = theirs.privateKey) =>
  createSign('RSA-SHA256').update(text, 'utf8').sign(key, 'base64');

let sent: OutboundRequest[];
let answer: { node: string; written: string; key?: typeof theirs.privateKey } | 'silence';

const send = async (
  request: OutboundRequest,
): Promise<OutboundReply | ReturnType<typeof refuse>> => {
  sent.push(request);
  if (answer === 'silence') return refuse('outbound.failed');
  const { node, written, key } = answer;
  const body = `{"${node}":${written},"sign":"${signature(written, key)}"}`;
  return { status: 200, headers: {}, body: Buffer.from(body) };
};

const gateway = new Alipay({
  appId: '2021000000000000',
  privateKey: ours.privateKey,
  alipayKey: theirs.publicKey,
  send,
  now: () => at,
});

const notification = (fields: Record<string, string>, key = theirs.privateKey) => {
  const sign = signature(contentOf(fields, ['sign', 'sign_type']), key);
  const body = new URLSearchParams({ ...fields, sign_type: 'RSA2', sign }).toString();
  return { headers: {}, body: Buffer.from(body), at };
};
const paid = {
  notify_id: 'n1',
  app_id: '2021000000000000',
  out_trade_no: 'a'.repeat(32),
  trade_no: '2026',
  trade_status: 'TRADE_SUCCESS',
  total_amount: '12.50',
  subject: '青竹 & 家居',
  empty: '',
};
const refundWish = {
  key: 'f'.repeat(32),
  payment: { key: 'a'.repeat(32), reference: '2026', amountMinor: 1_250 },
  amountMinor: 305,
  currency: 'CNY',
  reason: '',
  notifyUrl: null,
};

beforeEach(() => {
  sent = [];
});

describe('Alipay', () => {
  test('signs the sorted parameters with RSA2, amounts in yuan, the time of Beijing', async () => {
    answer = {
      node: 'alipay_trade_precreate_response',
      written: '{"code":"10000","msg":"Success","qr_code":"https:\\/\\/qr.alipay.com\\/x"}',
    };
    const made = await gateway.createPayment({
      key: 'a'.repeat(32),
      amountMinor: 1_250,
      currency: 'CNY',
      subject: '青竹家居',
      notifyUrl: 'https://shop.example/cb',
      returnUrl: null,
    });
    expect(made).toEqual({
      state: 'accepted',
      pay: { kind: 'code', value: 'https://qr.alipay.com/x' },
    });
    const fields = Object.fromEntries(new URLSearchParams(String(sent[0]?.body)));
    expect(fields).toMatchObject({
      method: 'alipay.trade.precreate',
      timestamp: '2026-03-18 14:00:00',
    });
    expect(JSON.parse(fields.biz_content ?? '')).toMatchObject({ total_amount: '12.50' });
    const proved = createVerify('RSA-SHA256')
      .update(contentOf(fields, ['sign']), 'utf8')
      .verify(ours.publicKey, fields.sign ?? '', 'base64');
    expect(proved).toBe(true);
  });

  test('a notification is believed with Alipay’s signature over just its fields, for our application', () => {
    expect(gateway.readCallback(notification(paid))).toEqual({
      eventId: 'n1',
      about: 'payment',
      key: 'a'.repeat(32),
      answer: { state: 'confirmed', reference: '2026', amountMinor: 1_250, failure: null },
    });
    expect(gateway.readCallback(notification(paid, ours.privateKey))).toBeNull();
    const more = notification(paid);
    const changed = more.body.toString().replace('12.50', '99.50');
    expect(gateway.readCallback({ ...more, body: Buffer.from(changed) })).toBeNull();
    expect(gateway.readCallback(notification({ ...paid, app_id: '1' }))).toBeNull();
    const back = { ...paid, refund_fee: '3.05', out_biz_no: 'f'.repeat(32) };
    expect(gateway.readCallback(notification(back))).toMatchObject({
      about: 'refund',
      key: 'f'.repeat(32),
      answer: { state: 'confirmed' },
    });
  });

  test.each([
    ['{"code":"10000","fund_change":"Y","trade_no":"2026"}', 'confirmed'],
    ['{"code":"10000","fund_change":"N","trade_no":"2026"}', 'accepted'],
    ['{"code":"40004","sub_code":"ACQ.SELLER_BALANCE_NOT_ENOUGH"}', 'failed'],
    ['{"code":"40004","sub_code":"ACQ.SYSTEM_ERROR"}', 'unknown'],
    ['{"code":"20000","sub_code":"isp.unknow-error"}', 'unknown'],
  ])('a refund answered with %s is %s', async (written, state) => {
    answer = { node: 'alipay_trade_refund_response', written };
    expect(await gateway.refund(refundWish)).toMatchObject({ state });
    const fields = Object.fromEntries(new URLSearchParams(String(sent[0]?.body)));
    expect(JSON.parse(fields.biz_content ?? '')).toEqual({
      out_trade_no: 'a'.repeat(32),
      out_request_no: 'f'.repeat(32),
      refund_amount: '3.05',
    });
  });

  test('silence and answers another key has signed are unknown; a refund that is not there is missing', async () => {
    const asked = { key: refundWish.key, reference: null, payment: refundWish.payment };
    answer = 'silence';
    expect(await gateway.refund(refundWish)).toMatchObject({ state: 'unknown' });
    const node = 'alipay_trade_refund_response';
    answer = { node, written: '{"code":"10000","fund_change":"Y"}', key: ours.privateKey };
    expect(await gateway.refund(refundWish)).toMatchObject({ state: 'unknown' });
    const query = 'alipay_trade_fastpay_refund_query_response';
    answer = { node: query, written: '{"code":"10000","msg":"a } in \\"text\\""}' };
    expect(await gateway.queryRefund(asked)).toEqual({ state: 'missing' });
    const done =
      '{"code":"10000","refund_status":"REFUND_SUCCESS","refund_amount":"3.05","trade_no":"2026"}';
    answer = { node: query, written: done };
    expect(await gateway.queryRefund(asked)).toEqual({
      state: 'confirmed',
      reference: '2026',
      amountMinor: 305,
    });
  });
});
