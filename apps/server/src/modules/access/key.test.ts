import { access, audit, shops } from '@guitai/contract';
import { afterEach, describe, expect, test } from 'vitest';
import { office, openBrowser, outcomeOf } from '../../../test/office.ts';
import { clock } from '../../kernel/clock.ts';

const realNow = clock.now;
afterEach(() => {
  clock.now = realNow;
});

const input = {
  name: 'ERP 同步',
  permissions: ['shops.read', 'audit.read'] satisfies access.Permission[],
  shopIds: null,
  expiresAt: null,
};

const program = async (
  o: Awaited<ReturnType<typeof office>>,
  secret: string,
  path = '/api/shops',
  rest = {},
) =>
  (
    await openBrowser(o.app).raw({
      method: 'GET',
      path,
      headers: { authorization: `Bearer ${secret}` },
      ...rest,
    })
  ).status;

describe('API-04 keys', () => {
  test('are shown once, kept as a hash, recognised by their beginning', async () => {
    const o = await office();
    const owner = await o.as('何雅琴');
    const { secret, apiKey } = await owner.call(access.createApiKey, input);
    expect(secret).toMatch(/^gk_[\w-]{43}\.[\w-]{22}$/);
    expect(secret.startsWith(apiKey.prefix)).toBe(true);
    expect(apiKey.prefix).toHaveLength(11);
    const list = JSON.stringify(await owner.call(access.listApiKeys, {}));
    expect(list).toContain('ERP 同步');
    expect(list).not.toContain(secret.slice(11));
    const entries = JSON.stringify(await owner.call(audit.listAuditEntries, { action: 'key.' }));
    expect(entries).toContain('ERP 同步');
    expect(entries).not.toContain(secret.slice(3));
  });

  test('several at once, each with its own permissions and shops', async () => {
    const o = await office();
    const owner = await o.as('何雅琴');
    const second = await owner.call(shops.createShop, {
      name: '二店',
      kind: 'imported',
      currency: 'USD',
      timezone: 'America/New_York',
      locale: 'en',
    });
    const wide = await owner.call(access.createApiKey, input);
    const narrow = await owner.call(access.createApiKey, {
      ...input,
      permissions: ['shops.read'],
      shopIds: [second.id],
    });
    expect(await program(o, wide.secret, '/api/audit-entries')).toBe(200);
    expect(await program(o, narrow.secret, '/api/audit-entries')).toBe(403);
    expect(await program(o, narrow.secret, '/api/members')).toBe(403);
    expect(await program(o, narrow.secret, '/api/self')).toBe(403);
    expect(await program(o, narrow.secret, `/api/shops/${second.id}/settings`)).toBe(200);
    expect(await program(o, narrow.secret, `/api/shops/${o.shop}/settings`)).toBe(404);
  });

  test('cannot hold what makes people and keys', async () => {
    const o = await office();
    const owner = await o.as('何雅琴');
    for (const permission of ['keys.manage', 'members.manage', 'members.invite'] as const) {
      const outcome = await owner.attempt(access.createApiKey, {
        ...input,
        permissions: [permission],
      });
      expect(outcomeOf(outcome)).toBe('key.permission_not_grantable');
    }
  });

  test('expire, and end at once when revoked', async () => {
    const o = await office();
    const owner = await o.as('何雅琴');
    const soon = new Date(Date.now() + 60_000).toISOString();
    const brief = await owner.call(access.createApiKey, { ...input, expiresAt: soon });
    const long = await owner.call(access.createApiKey, input);
    expect(await program(o, brief.secret)).toBe(200);
    expect(await program(o, long.secret)).toBe(200);
    await owner.call(access.revokeApiKey, { keyId: long.apiKey.id });
    await owner.call(access.revokeApiKey, { keyId: long.apiKey.id });
    expect(await program(o, long.secret)).toBe(401);
    clock.now = () => realNow() + 61_000;
    expect(await program(o, brief.secret)).toBe(401);
    const past = await owner.attempt(access.createApiKey, {
      ...input,
      expiresAt: '2020-01-01T00:00:00Z',
    });
    expect(outcomeOf(past)).toBe('key.expiry_past');
  });

  test('show their last use', async () => {
    const o = await office();
    const owner = await o.as('何雅琴');
    const { secret } = await owner.call(access.createApiKey, input);
    const lastUse = async () => (await owner.call(access.listApiKeys, {})).items[0]?.lastUsedAt;
    expect(await lastUse()).toBeNull();
    await program(o, secret);
    expect(await lastUse()).not.toBeNull();
  });

  test('SEC-05 are never taken out of an address or a cookie', async () => {
    const o = await office();
    const owner = await o.as('何雅琴');
    const { secret } = await owner.call(access.createApiKey, input);
    const stranger = openBrowser(o.app);
    const get = (path: string) => stranger.raw({ method: 'GET', path });
    for (const name of ['key', 'api_key', 'token', 'access_token', 'authorization']) {
      expect((await get(`/api/shops?${name}=${secret}`)).status).toBe(401);
    }
    stranger.cookies.set('guitai_session', secret);
    expect((await get('/api/shops')).status).toBe(401);
  });

  test('API-05 the same request again gives the same key', async () => {
    const o = await office();
    const owner = await o.as('何雅琴');
    const key = { idempotencyKey: `key-${o.team}` };
    const one = await owner.call(access.createApiKey, input, key);
    const two = await owner.call(access.createApiKey, input, key);
    expect(two.secret).toBe(one.secret);
    expect((await owner.call(access.listApiKeys, {})).items).toHaveLength(1);
  });

  test('SEC-06 a key of one team, bent to name another, opens neither', async () => {
    const [o, other] = [await office(), await office()];
    const owner = await o.as('何雅琴');
    const { secret } = await owner.call(access.createApiKey, input);
    const foreign = await (await other.as('何雅琴')).call(access.createApiKey, input);
    const bent = `${secret.split('.')[0]}.${foreign.secret.split('.')[1]}`;
    expect(await program(o, bent)).toBe(401);
    for (const odd of ['gk_', 'gk_x.y', `${secret}x`, secret.slice(3), 'gk_'.padEnd(69, 'A')]) {
      expect(await program(o, odd)).toBe(401);
    }
  });
});
