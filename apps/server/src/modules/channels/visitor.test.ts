import { buyers, channels, conversations } from '@guitai/contract';
import { SignJWT } from 'jose';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../../../test/office.ts';
import { clientKey, codeOf, later, type Talk, talk } from '../../../test/talk.ts';
import { visitorSecret } from '../../../test/world.ts';
import { system } from '../../kernel/actor.ts';
import { run } from '../../kernel/tx.ts';

let t: Talk;
let desk: Browser;
let site: string;
let secret: string;
beforeAll(async () => {
  t = await talk();
  desk = await t.as('何雅琴');
  const made = await desk.call(channels.createWebChannel, {
    shopId: t.shop,
    name: '会员站',
    origins: ['https://shop.example'],
  });
  ({ site } = made.channel);
  secret = made.identitySecret;
});

interface Claims {
  sub?: string | undefined;
  jti?: string | undefined;
  aud?: string;
  minutes?: number;
  key?: string;
  alg?: string;
}

const token = ({
  sub = 'u-1',
  jti = crypto.randomUUID(),
  aud = site,
  minutes = 5,
  key = secret,
  alg = 'HS256',
}: Claims = {}) =>
  new SignJWT({ name: '李静' })
    .setProtectedHeader({ alg })
    .setSubject(sub)
    .setJti(jti)
    .setAudience(aud)
    .setIssuedAt()
    .setExpirationTime(Math.floor(Date.now() / 1000) + minutes * 60)
    .sign(new TextEncoder().encode(key));

/** A request of the chat as a browser sends it. */
const ask = async (
  headers: Record<string, string>,
  how: { method?: 'GET' | 'POST'; url?: string; payload?: object } = {},
) => {
  const { method = 'GET', url = '/api/chat', payload } = how;
  const reply = await t.built.app.inject({
    method,
    url,
    headers: { 'guitai-site': site, 'x-forwarded-for': '198.51.100.20', ...headers },
    ...(payload ? { payload } : {}),
  });
  return {
    status: reply.statusCode,
    json: reply.json() as Record<string, never> & { code?: string },
  };
};

const write = (headers: Record<string, string>, text: string) =>
  ask(headers, {
    method: 'POST',
    url: '/api/chat/messages',
    payload: { clientKey: clientKey(), text },
  });

describe('who a visitor is', () => {
  it('CON-02 the shop’s word makes a visitor its buyer; another browser with a fresh token is the same buyer', async () => {
    const one = {
      'guitai-visitor': visitorSecret(),
      'guitai-identity': await token({ sub: 'u-9' }),
    };
    const sent = await write(one, '我登录了');
    expect(sent.status).toBe(200);
    const chat = await ask(one);
    expect(chat.json).toMatchObject({ buyer: { name: '李静', verified: true } });
    const two = {
      'guitai-visitor': visitorSecret(),
      'guitai-identity': await token({ sub: 'u-9' }),
    };
    const other = await write(two, '换了手机');
    const id = (reply: typeof sent) => (reply.json.conversation as unknown as { id: string }).id;
    expect(id(other)).toBe(id(sent));
    expect((await ask(one)).json.messages).toHaveLength(2);
  });

  it('CON-02 who the shop vouches for sees their chat on another device before they write there, and leaves no row', async () => {
    const phone = {
      'guitai-visitor': visitorSecret(),
      'guitai-identity': await token({ sub: 'u-18' }),
    };
    const { json } = await write(phone, '在手机上问的');
    const looks = { 'guitai-identity': await token({ sub: 'u-18' }) };
    const count = () => t.rows<{ n: number }>(sql`select count(*)::int as n from visitors`);
    const before = await count();
    const chat = await ask(looks);
    const { id } = json.conversation as unknown as { id: string };
    expect(chat.json).toMatchObject({
      conversation: { id },
      messages: [{ text: '在手机上问的' }],
      buyer: { name: '李静', verified: true },
      cursor: null,
    });
    expect((await ask(looks, { url: '/api/chat/messages' })).json.items).toHaveLength(1);
    expect(await count()).toEqual(before);
    const stranger = await ask({ 'guitai-identity': await token({ sub: 'u-nobody' }) });
    expect(stranger.json).toMatchObject({ conversation: null, messages: [], buyer: null });
    const wrote = await write({ ...looks, 'guitai-visitor': visitorSecret() }, '在电脑上接着问');
    expect(wrote.json.conversation).toMatchObject({ id });
  });

  it('CON-02 refuses every other token alike and changes nothing', async () => {
    const bad = await Promise.all([
      token({ key: 'x'.repeat(43) }),
      token({ aud: t.site }),
      token({ minutes: 20 }),
      token({ minutes: -2 }),
      token({ alg: 'HS512' }),
      token({ jti: '' }),
      token({ sub: '' }),
    ]);
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify({ sub: 'u-9', aud: site, jti: 'x', exp: 9_999_999_999 })).toString('base64url')}.`;
    const count = () => t.rows<{ n: number }>(sql`select count(*)::int as n from visitors`);
    const before = await count();
    for (const identity of [...bad, none, 'garbage', 'a'.repeat(5000)]) {
      const reply = await write(
        { 'guitai-visitor': visitorSecret(), 'guitai-identity': identity },
        '?',
      );
      expect(reply.json.code).toBe('visitor.identity_invalid');
    }
    expect(await count()).toEqual(before);
  });

  it('a token belongs to the browser that showed it first', async () => {
    const identity = await token({ sub: 'u-10' });
    const mine = { 'guitai-visitor': visitorSecret(), 'guitai-identity': identity };
    expect((await write(mine, '是我')).status).toBe(200);
    expect((await ask(mine)).status).toBe(200);
    const thief = { 'guitai-visitor': visitorSecret(), 'guitai-identity': identity };
    expect((await ask(thief)).json.code).toBe('visitor.identity_invalid');
  });

  it('CON-02 a claimed e-mail or phone number shows and joins nobody', async () => {
    const known = {
      'guitai-visitor': visitorSecret(),
      'guitai-identity': await token({ sub: 'u-11' }),
    };
    await write(known, '我是老客');
    const claimed = await ask(
      { 'guitai-visitor': visitorSecret() },
      {
        method: 'POST',
        url: '/api/chat/messages',
        payload: {
          clientKey: clientKey(),
          text: '我也是',
          contact: { name: '李静', phone: '13812344614', email: 'lijing@example.com' },
        },
      },
    );
    const of = claimed.json.conversation as unknown as { id: string };
    const { buyerId } = await desk.call(conversations.getConversation, { conversationId: of.id });
    const buyer = await desk.call(buyers.getBuyer, { buyerId });
    expect(buyer.verified).toBe(false);
    expect(claimed.json.message).toMatchObject({ seq: 1 });
  });

  it('what was said before signing in follows the buyer; what another person said on the device does not', async () => {
    const browser = visitorSecret();
    const said = await write({ 'guitai-visitor': browser }, '还没登录');
    const id = (said.json.conversation as unknown as { id: string }).id;
    const signed = { 'guitai-visitor': browser, 'guitai-identity': await token({ sub: 'u-12' }) };
    await write(signed, '登录了');
    const chat = await ask({ 'guitai-visitor': browser });
    const texts = (chat.json.messages as unknown as { text: string }[]).map(({ text }) => text);
    expect(texts).toEqual(['还没登录', '登录了']);
    expect(chat.json.conversation).toMatchObject({ id });
    await t.settle();
    expect((await ask({ 'guitai-visitor': browser })).json.messages).toHaveLength(2);
    const next = { 'guitai-visitor': browser, 'guitai-identity': await token({ sub: 'u-13' }) };
    const fresh = await ask(next);
    expect(fresh.json.messages).toEqual([]);
  });

  it('a word of the shop that ran out still named a person: the next one on the device does not get their chat', async () => {
    const browser = visitorSecret();
    await write(
      { 'guitai-visitor': browser, 'guitai-identity': await token({ sub: 'u-15' }) },
      '只给我看',
    );
    await t.built.db.write(system(t.team, 'test'), (tx) =>
      run(tx, sql`update visitors set verified_until = now() - interval '1 second'`),
    );
    const next = { 'guitai-visitor': browser, 'guitai-identity': await token({ sub: 'u-16' }) };
    expect((await ask(next)).json.messages).toEqual([]);
    await t.settle();
    expect((await ask(next)).json.messages).toEqual([]);
    const own = {
      'guitai-visitor': visitorSecret(),
      'guitai-identity': await token({ sub: 'u-15' }),
    };
    await write(own, '我回来了');
    expect((await ask(own)).json.messages).toHaveLength(2);
  });

  it('who signs in here while talking on another device goes on in that conversation; words of here that nobody answered wait there', async () => {
    const elsewhere = { 'guitai-visitor': visitorSecret() };
    const present = await write(
      { ...elsewhere, 'guitai-identity': await token({ sub: 'u-14' }) },
      '在手机上',
    );
    const { id: presentId } = present.json.conversation as unknown as { id: string };
    const answer = { conversationId: presentId, clientKey: clientKey(), text: '您好，请讲' };
    await desk.call(conversations.sendMessage, answer);
    const browser = visitorSecret();
    const first = await write({ 'guitai-visitor': browser }, '在电脑上，答复过的');
    const { id: earlierId } = first.json.conversation as unknown as { id: string };
    const answered = { conversationId: earlierId, clientKey: clientKey(), text: '收到' };
    await desk.call(conversations.sendMessage, answered);
    await write({ 'guitai-visitor': browser }, '在电脑上，还没人答');
    const signed = { 'guitai-visitor': browser, 'guitai-identity': await token({ sub: 'u-14' }) };
    await ask(signed);
    await t.settle();
    const seen = (conversationId: string) =>
      desk.call(conversations.getConversation, { conversationId });
    expect(await seen(earlierId)).toMatchObject({ state: 'resolved', waitingSince: null });
    const waits = await seen(presentId);
    expect(waits).toMatchObject({ state: 'open', lastText: '在电脑上，还没人答' });
    expect(waits.waitingSince).not.toBeNull();
    const said = await write(signed, '在电脑上，登录了');
    expect(said.json.conversation).toMatchObject({ id: presentId, state: 'open' });
    const chat = await ask({ 'guitai-visitor': browser });
    expect(chat.json.conversation).toMatchObject({ id: presentId, state: 'open' });
    const texts = (chat.json.messages as unknown as { text: string }[]).map(({ text }) => text);
    expect(texts.sort()).toEqual(
      [
        '在手机上',
        '您好，请讲',
        '在电脑上，答复过的',
        '收到',
        '在电脑上，还没人答',
        '在电脑上，登录了',
      ].sort(),
    );
  });

  it('a file of before signing in goes along with its words', async () => {
    const identified = async () => ({ 'guitai-identity': await token({ sub: 'u-17' }) });
    const phone = { 'guitai-visitor': visitorSecret(), ...(await identified()) };
    const present = await write(phone, '在手机上');
    const { id: presentId } = present.json.conversation as unknown as { id: string };
    const browser = { 'guitai-visitor': visitorSecret() };
    await write(browser, '给您看照片');
    const form = new FormData();
    form.append('file', new Blob(['一张清单']), '清单.txt');
    const request = new Request('http://desk.test', { method: 'POST', body: form });
    const up = await t.built.app.inject({
      method: 'POST',
      url: '/api/chat/files',
      headers: {
        'guitai-site': site,
        'content-type': request.headers.get('content-type') ?? '',
        ...browser,
      },
      payload: Buffer.from(await request.arrayBuffer()),
    });
    const { id: fileId } = up.json<{ file: { id: string } }>().file;
    expect(up.statusCode).toBe(200);
    const payload = { clientKey: clientKey(), fileId };
    const sent = await ask(browser, { method: 'POST', url: '/api/chat/messages', payload });
    expect(sent.json.message).toMatchObject({ kind: 'file' });
    await ask({ ...browser, ...(await identified()) });
    await t.settle();
    const { items } = await desk.call(conversations.listMessages, { conversationId: presentId });
    expect(items.map(({ file, text }) => file?.name ?? text)).toEqual([
      '在手机上',
      '给您看照片',
      '清单.txt',
    ]);
    const got = await t.built.app.inject({
      url: `/api/chat/files/${fileId}`,
      headers: { 'guitai-site': site, ...phone },
    });
    expect([got.statusCode, got.body]).toEqual([200, '一张清单']);
  });

  it('WID-04 a secret older than a day is replaced, the old one holds for ten minutes more', async () => {
    const old = visitorSecret();
    await write({ 'guitai-visitor': old }, '旧的');
    expect((await ask({ 'guitai-visitor': old })).json.visitorSecret).toBeUndefined();
    await t.built.db.write(
      { kind: 'system', team: t.team, why: 'test', locale: 'en' },
      async (tx) => {
        const { run } = await import('../../kernel/tx.ts');
        await run(tx, sql`update visitors set rotated_at = now() - interval '2 days'`);
      },
    );
    const renewed = (await ask({ 'guitai-visitor': old })).json.visitorSecret as unknown as string;
    expect(renewed).toMatch(/^[\w-]{43}$/);
    for (const key of [old, renewed])
      expect((await ask({ 'guitai-visitor': key })).json.messages).toHaveLength(1);
    await t.built.db.write(
      { kind: 'system', team: t.team, why: 'test', locale: 'en' },
      async (tx) => {
        const { run } = await import('../../kernel/tx.ts');
        await run(tx, sql`update visitors set previous_until = now() - interval '1 second'`);
      },
    );
    expect((await ask({ 'guitai-visitor': old })).json.messages).toEqual([]);
  });

  it('a secret of one site opens nothing at another; a malformed one is refused', async () => {
    const key = visitorSecret();
    await write({ 'guitai-visitor': key }, '这里');
    const other = await ask({ 'guitai-visitor': key, 'guitai-site': t.site });
    expect(other.json.messages).toEqual([]);
    expect((await ask({ 'guitai-visitor': 'short' })).json.code).toBe('visitor.unknown');
    expect((await ask({ 'guitai-site': 'no-such-site-key' })).json.code).toBe('channel.not_found');
  });

  it('stores no secret, only its hash', async () => {
    const key = visitorSecret();
    await write({ 'guitai-visitor': key }, '藏好');
    const found = await t.rows<{ text: string }>(sql`select v::text as text from visitors v`);
    expect(found.some(({ text }) => text.includes(key))).toBe(false);
    const sealed = await t.rows<{ text: string }>(sql`select c::text as text from web_channels c`);
    expect(sealed.some(({ text }) => text.includes(secret))).toBe(false);
    const kept = await t.rows<{ text: string }>(
      sql`select k::text as text from idempotency_keys k`,
    );
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.some(({ text }) => text.includes(secret))).toBe(false);
    expect(kept.some(({ text }) => text.includes('identitySecret'))).toBe(false);
    const again = { idempotencyKey: crypto.randomUUID() };
    const site = { shopId: t.shop, name: '重试' };
    const made = await desk.call(channels.createWebChannel, site, again);
    expect(await desk.call(channels.createWebChannel, site, again)).toEqual(made);
  });

  it('a switched-off site answers nobody; its page may be framed by nobody', async () => {
    const { items } = await desk.call(channels.listWebChannels, {});
    const channelId = items.find((one) => one.site === site)?.id ?? '';
    const framed = () => t.built.app.inject({ url: `/widget/frame.html?site=${site}` });
    await desk.call(channels.updateWebChannel, { channelId, enabled: false });
    expect((await ask({ 'guitai-visitor': visitorSecret() })).json.code).toBe('channel.closed');
    const closed = await framed();
    if (closed.statusCode === 200)
      expect(closed.headers['content-security-policy']).not.toContain('https://shop.example');
    await desk.call(channels.updateWebChannel, { channelId, enabled: true });
    const open = await framed();
    if (open.statusCode === 200)
      expect(open.headers['content-security-policy']).toContain(
        "frame-ancestors 'self' https://shop.example",
      );
  });

  it('an origin is a plain host: no wildcard, no second directive, nothing a header cannot hold', async () => {
    const { items } = await desk.call(channels.listWebChannels, {});
    const channelId = items.find((one) => one.site === site)?.id ?? '';
    for (const origin of ['https://*', 'https://a;sandbox', 'https://a,b', 'https://例子.cn'])
      expect(
        await codeOf(desk.call(channels.updateWebChannel, { channelId, origins: [origin] })),
      ).toBe('request.invalid');
    const plain = [
      'https://a.example',
      'http://localhost:8080',
      'https://xn--fsqu00a.cn',
      'http://[::1]:3000',
    ];
    const set = await desk.call(channels.updateWebChannel, { channelId, origins: plain });
    expect(set.origins).toEqual(plain);
    await desk.call(channels.updateWebChannel, { channelId, origins: ['https://shop.example'] });
  });

  it('G18 many first words from one address, and many words of one visitor, are slowed with the seconds to wait', async () => {
    const flood = { 'x-forwarded-for': '198.51.100.77' };
    const codes = await later(0, async () => {
      const key = visitorSecret();
      const seen: string[] = [];
      for (let n = 0; n < 60; n += 1) {
        const reply = await write({ ...flood, 'guitai-visitor': key }, `${n}`);
        seen.push(reply.json.code ?? 'sent');
      }
      return seen;
    });
    expect(codes.filter((code) => code === 'sent').length).toBeGreaterThanOrEqual(30);
    expect(codes.at(-1)).toBe('rate.limited');
  });

  it('a secret that was seen is replaced; what it signed opens nothing more', async () => {
    const made = await desk.call(channels.createWebChannel, { shopId: t.shop, name: '旧密钥' });
    const channelId = made.channel.id;
    const here = { aud: made.channel.site, key: made.identitySecret };
    const show = async (claims: Claims) =>
      (await ask({ 'guitai-site': made.channel.site, 'guitai-identity': await token(claims) })).json
        .code;
    expect(await show(here)).toBeUndefined();
    const agent = await t.as('林小满');
    expect(await codeOf(agent.call(channels.renewIdentitySecret, { channelId }))).toBe(
      'access.denied',
    );
    const { identitySecret } = await desk.call(channels.renewIdentitySecret, { channelId });
    expect(await show(here)).toBe('visitor.identity_invalid');
    expect(await show({ ...here, key: identitySecret })).toBeUndefined();
  });

  it('only who may manages sites, and only of their shops', async () => {
    const agent = await t.as('林小满');
    const make = agent.call(channels.createWebChannel, { shopId: t.shop, name: '私设' });
    expect(await codeOf(make)).toBe('access.denied');
    const nowhere = desk.call(channels.createWebChannel, {
      shopId: crypto.randomUUID(),
      name: '?',
    });
    expect(await codeOf(nowhere)).toBe('shop.not_found');
    const { items } = await agent.call(channels.listWebChannels, {});
    expect(JSON.stringify(items)).not.toContain('identitySecret');
  });
});
