import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readGateways } from './gateway-accounts.ts';

const folder = mkdtempSync(join(tmpdir(), 'guitai-accounts-'));
const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
writeFileSync(join(folder, 'own.pem'), keys.privateKey.export({ type: 'pkcs8', format: 'pem' }));
writeFileSync(join(folder, 'their.pem'), keys.publicKey.export({ type: 'spki', format: 'pem' }));

const file = (accounts: unknown) => {
  const path = join(folder, 'accounts.json');
  writeFileSync(path, JSON.stringify(accounts));
  return path;
};

const stripe = { gateway: 'stripe', secretKey: 'sk', webhookSecret: 'whsec', shops: ['s1'] };
const alipay = {
  gateway: 'alipay',
  appId: '1',
  privateKeyFile: 'own.pem',
  alipayKeyFile: 'their.pem',
};
const wechat = {
  gateway: 'wechat_pay',
  appid: 'wx',
  mchid: '19',
  serial: 'A',
  privateKeyFile: 'own.pem',
  platformKeyFile: 'their.pem',
  platformSerial: 'B',
  apiV3Key: 'x'.repeat(32),
};

describe('accounts of payment gateways', () => {
  test('each is read with its keys, for its shops or for all', () => {
    const read = readGateways(file([stripe, alipay, wechat]));
    expect(read.map(({ shops, gateway }) => [gateway.kind, shops])).toEqual([
      ['stripe', ['s1']],
      ['alipay', null],
      ['wechat_pay', null],
    ]);
  });

  test('what is not complete ends the start with a sentence that names no secret', () => {
    expect(() => readGateways(file({}))).toThrow(/a list of accounts/);
    const short = { ...wechat, apiV3Key: 'secret but short' };
    expect(() => readGateways(file([stripe, short]))).toThrow(/account 2 is not complete/);
    expect(() => readGateways(file([{ ...alipay, privateKeyFile: 'none.pem' }]))).toThrow(
      /none.pem/,
    );
  });
});
