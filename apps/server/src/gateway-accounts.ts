import { createPrivateKey, createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Static, Type } from '@guitai/contract';
import { Alipay } from './adapters/payments-alipay/index.ts';
import { Stripe } from './adapters/payments-stripe/index.ts';
import { WechatPay } from './adapters/payments-wechat/index.ts';
import { now } from './kernel/clock.ts';
import { type OutboundRequest, outbound } from './kernel/outbound.ts';
import { compileCheck } from './kernel/validate.ts';
import type { PaymentGateway } from './modules/payments/index.ts';

const text = Type.String({ minLength: 1 });
const shops = Type.Optional(Type.Array(text));

const Account = Type.Union([
  Type.Object({
    gateway: Type.Literal('wechat_pay'),
    shops,
    appid: text,
    mchid: text,
    serial: text,
    privateKeyFile: text,
    platformKeyFile: text,
    platformSerial: text,
    apiV3Key: Type.String({ minLength: 32, maxLength: 32 }),
  }),
  Type.Object({
    gateway: Type.Literal('alipay'),
    shops,
    appId: text,
    privateKeyFile: text,
    alipayKeyFile: text,
  }),
  Type.Object({ gateway: Type.Literal('stripe'), shops, secretKey: text, webhookSecret: text }),
]);

type Account = Static<typeof Account>;

/** A gateway with the shops it works for; null: all of them. */
export interface ShopGateway {
  readonly shops: readonly string[] | null;
  readonly gateway: PaymentGateway;
}

/** A payment may take the gateway longer than a picture takes to load. */
const send = (request: OutboundRequest) => outbound(request, { timeoutMs: 15_000 });

function gatewayOf(account: Account, read: (file: string) => string): PaymentGateway {
  if (account.gateway === 'stripe') return new Stripe({ ...account, send });
  const privateKey = createPrivateKey(read(account.privateKeyFile));
  if (account.gateway === 'alipay') {
    const alipayKey = createPublicKey(read(account.alipayKeyFile));
    return new Alipay({ appId: account.appId, privateKey, alipayKey, send, now });
  }
  const platformKey = createPublicKey(read(account.platformKeyFile));
  return new WechatPay({ ...account, privateKey, platformKey, send, now });
}

/** Reads the accounts of the installation; throws a sentence where the file is not as `docs/payments.md` says. */
export function readGateways(file: string): ShopGateway[] {
  const accounts: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!Array.isArray(accounts)) throw new Error(`${file}: a list of accounts is needed`);
  const check = compileCheck(Account);
  return accounts.map((account, n) => {
    if (check(account)) throw new Error(`${file}: account ${n + 1} is not complete`);
    const known = account as Account;
    const read = (name: string) => readFileSync(resolve(dirname(file), name), 'utf8');
    return { shops: known.shops ?? null, gateway: gatewayOf(known, read) };
  });
}
