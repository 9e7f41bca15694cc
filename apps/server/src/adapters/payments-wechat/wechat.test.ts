import {
  createCipheriv,
  createSign,
  createVerify,
  generateKeyPairSync,
  randomBytes,
} from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { OutboundReply, OutboundRequest } from '../../kernel/outbound.ts';
import { refuse } from '../../kernel/refusal.ts';
import { WechatPay } from './index.ts';

const merchant = generateKeyPairSync('rsa', { modulusLength: 2048 });
const platform = generateKeyPairSync('rsa', { modulusLength: 2048 });
const apiV3Key = '0123456789abcdef0123456789abcdef';
const at = new Date('2026-03-18T06:00:00Z');

const signedBy = (key: typeof platform.privateKey, body: string, when = at) => {
  const timestamp = String(Math.floor(when.getTime() / 1000));
  const nonce = randomBytes(8).toString('hex');
  const signature = createSign('RSA-SHA256')
    .update(`${timestamp}\n${nonce}\n${body}\n`)
    .sign(key, 'base64');
  return {
    'wechatpay-timestamp': timestamp,
    'wechatpay-nonce': nonce,
    'wechatpay-signature': signature,
    'wechatpay-serial': 'PLATFORM1',
  };
};

let sent: OutboundRequest[];
let answer: { status: number; body: string } | 'silence';

const send = async (
  request: OutboundRequest,
): Promise<OutboundReply | ReturnType<typeof refuse>> => {
  sent.push(request);
  if (answer === 'silence') return refuse('outbound.failed');
  const { status, body } = answer;
  return { status, headers: signedBy(platform.privateKey, body), body: Buffer.from(body) };
};

const gateway = new WechatPay({
  appid: 'wx1',
  mchid: '1900000001',
  serial: 'MERCHANT1',
  privateKey: merchant.privateKey,
  platformKey: platform.publicKey,
  platformSerial: 'PLATFORM1',
  apiV3Key,
  send,
  now: () => at,
});

const seal = (text: string, key = apiV3Key) => {
  const nonce = 'abcdefghijkl';
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(key), nonce);
  cipher.setAAD(Buffer.from('transaction'));
  const bytes = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  const ciphertext = bytes.toString('base64');
  return { algorithm: 'AEAD_AES_256_GCM', ciphertext, associated_data: 'transaction', nonce };
};

const callback = (trade: object, key?: string) =>
  JSON.stringify({
    id: 'EV-1',
    event_type: 'TRANSACTION.SUCCESS',
    resource: seal(JSON.stringify(trade), key),
  });

const wish = {
  key: '0'.repeat(32),
  amountMinor: 1_250,
  currency: 'CNY',
  subject: '青竹家居 20260318-1',
  notifyUrl: 'https://shop.example/cb',
  returnUrl: null,
};
const refundWish = {
  key: 'f'.repeat(32),
  payment: { key: wish.key, reference: '4200', amountMinor: 1_250 },
  amountMinor: 300,
  currency: 'CNY',
  reason: '',
  notifyUrl: 'https://shop.example/cb',
};

beforeEach(() => {
  sent = [];
});

describe('WeChat Pay v3', () => {
  test('signs what it sends over method, path, time, nonce and body', async () => {
    answer = { status: 200, body: '{"code_url":"weixin://wxpay/bizpayurl?pr=1"}' };
    expect(await gateway.createPayment(wish)).toEqual({
      state: 'accepted',
      pay: { kind: 'code', value: 'weixin://wxpay/bizpayurl?pr=1' },
    });
    const [request] = sent;
    const header = request?.headers?.authorization ?? '';
    const part = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(header)?.[1] ?? '';
    expect(header.startsWith('WECHATPAY2-SHA256-RSA2048 ')).toBe(true);
    const message = `POST\n/v3/pay/transactions/native\n${part('timestamp')}\n${part('nonce_str')}\n${request?.body}\n`;
    expect(
      createVerify('RSA-SHA256')
        .update(message)
        .verify(merchant.publicKey, part('signature'), 'base64'),
    ).toBe(true);
    expect(JSON.parse(String(request?.body))).toMatchObject({
      mchid: '1900000001',
      out_trade_no: wish.key,
      amount: { total: 1_250, currency: 'CNY' },
    });
  });

  test('a callback is believed with the platform’s signature and the sealed body only', () => {
    const body = callback({
      out_trade_no: wish.key,
      transaction_id: '42',
      trade_state: 'SUCCESS',
      amount: { total: 1_250 },
    });
    const raw = { headers: signedBy(platform.privateKey, body), body: Buffer.from(body), at };
    expect(gateway.readCallback(raw)).toEqual({
      eventId: 'EV-1',
      about: 'payment',
      key: wish.key,
      answer: { state: 'confirmed', reference: '42', amountMinor: 1_250, failure: null },
    });
    expect(
      gateway.readCallback({ ...raw, headers: signedBy(merchant.privateKey, body) }),
    ).toBeNull();
    expect(gateway.readCallback({ ...raw, body: Buffer.from(`${body} `) })).toBeNull();
    const old = new Date(at.getTime() - 301_000);
    expect(
      gateway.readCallback({ ...raw, headers: signedBy(platform.privateKey, body, old) }),
    ).toBeNull();
    const other = callback({ out_trade_no: wish.key }, 'x'.repeat(32));
    const sealedElse = {
      headers: signedBy(platform.privateKey, other),
      body: Buffer.from(other),
      at,
    };
    expect(gateway.readCallback(sealedElse)).toBeNull();
  });

  test.each([
    ['SUCCESS', 'confirmed'],
    ['PROCESSING', 'accepted'],
    ['ABNORMAL', 'unknown'],
    ['CLOSED', 'failed'],
    ['SOMETHING_NEW', 'unknown'],
  ] as const)('a refund that is %s is %s', async (status, state) => {
    answer = {
      status: 200,
      body: JSON.stringify({ refund_id: '50', status, amount: { refund: 300, total: 1_250 } }),
    };
    expect(await gateway.refund(refundWish)).toMatchObject({
      state,
      reference: '50',
      amountMinor: 300,
      failure: state === 'confirmed' || state === 'accepted' ? null : status,
    });
    const body = callback({
      out_refund_no: refundWish.key,
      refund_id: '50',
      refund_status: status,
      amount: { refund: 300 },
    });
    const raw = { headers: signedBy(platform.privateKey, body), body: Buffer.from(body), at };
    expect(gateway.readCallback(raw)).toMatchObject({
      about: 'refund',
      key: refundWish.key,
      answer: { state },
    });
  });

  test('silence, faults of theirs and unproved answers are unknown; a refusal is one', async () => {
    answer = 'silence';
    expect(await gateway.refund(refundWish)).toMatchObject({ state: 'unknown' });
    answer = { status: 500, body: '{"code":"SYSTEM_ERROR"}' };
    expect(await gateway.refund(refundWish)).toMatchObject({
      state: 'unknown',
      failure: 'SYSTEM_ERROR',
    });
    answer = { status: 403, body: '{"code":"NOT_ENOUGH"}' };
    expect(await gateway.refund(refundWish)).toEqual({ state: 'failed', failure: 'NOT_ENOUGH' });
    answer = { status: 404, body: '{"code":"RESOURCE_NOT_EXISTS"}' };
    expect(await gateway.queryRefund({ key: refundWish.key, reference: null })).toEqual({
      state: 'missing',
    });
    const strange = new WechatPay({
      ...(gateway as unknown as object),
      appid: 'wx1',
      mchid: '1',
      serial: 'M',
      privateKey: merchant.privateKey,
      platformKey: merchant.publicKey,
      platformSerial: 'PLATFORM1',
      apiV3Key,
      send,
      now: () => at,
    });
    answer = { status: 200, body: '{"status":"SUCCESS"}' };
    expect(await strange.refund(refundWish)).toMatchObject({ state: 'unknown' });
  });
});
