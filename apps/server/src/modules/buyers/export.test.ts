import { access, audit, buyers, importing, shops } from '@guitai/contract';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import { type AtCounter, atCounter } from '../../../test/counter.ts';
import { type Browser, outcomeOf } from '../../../test/office.ts';
import { system } from '../../kernel/actor.ts';
import { newId } from '../../kernel/ids.ts';
import { mirrorBuyers } from './mirror.ts';

describe('A15 the list of buyers as a file', () => {
  let w: AtCounter;
  let owner: Browser;
  const cookies = (who: Browser) =>
    [...who.cookies].map(([cookie, value]) => `${cookie}=${value}`).join('; ');
  const take = async (who: Browser, query: Record<string, string> = {}) => {
    const response = await w.app.inject({
      url: `/api/buyers/export?${new URLSearchParams(query)}`,
      headers: { cookie: cookies(who) },
    });
    const { statusCode: status, body } = response;
    const rows: Record<string, string>[] =
      status === 200 ? parse(body, { columns: true, bom: true }) : [];
    return { status, body, rows };
  };
  const bring = async (shopId: string, bytes: string) => {
    const form = new FormData();
    for (const [field, value] of Object.entries({ shopId, mapping: 'guitai/buyers' }))
      form.append(field, value);
    form.append('file', new Blob([bytes]), 'buyers.csv');
    const request = new Request('http://desk.test', { method: 'POST', body: form });
    const response = await w.app.inject({
      method: 'POST',
      url: '/api/imports',
      headers: {
        'content-type': request.headers.get('content-type') ?? '',
        origin: 'http://desk.test',
        'idempotency-key': newId(),
        cookie: cookies(owner),
      },
      payload: Buffer.from(await request.arrayBuffer()),
    });
    const { id: importId } = response.json();
    const jobs = w.modules.flatMap((module) => module.jobs);
    const job = jobs.find((one) => one.name === 'importing.run');
    await job?.performBare?.(system(w.team, 'test'), w.db, { importId } as never);
    return owner.call(importing.getImport, { importId });
  };
  const evil = '=HYPERLINK("http://x")';

  beforeAll(async () => {
    w = await atCounter();
    owner = await w.as('何雅琴');
    const record = (n: number) => ({
      ...{ externalId: `x-${n}`, name: n === 1 ? evil : `买家${n}`, country: 'CN' },
      ...{ phone: `139000000${String(n).padStart(2, '0')}`, email: `b${n}@example.com` },
      ...{
        level: n % 2 ? '金' : null,
        locale: 'zh-CN',
        addresses: [],
        attributes: { note: '老客' },
      },
      hash: Buffer.from([n]),
    });
    const records = Array.from({ length: 12 }, (_, n) => record(n + 1));
    await w.doing((tx) => mirrorBuyers(system(w.team, 'test'), tx, w.shop, records));
  });

  test('as it is filtered, covered, no cell calculates, and how many there were is on record', async () => {
    const { items } = await owner.call(buyers.listBuyers, { q: evil });
    const buyerId = items[0]?.id ?? '';
    await owner.call(buyers.setBuyerTags, { buyerId, add: ['VIP'], remove: [] });
    const file = await take(owner, { tag: 'VIP' });
    expect(file.body.charCodeAt(0)).toBe(0xfeff);
    expect(file.rows).toMatchObject([
      { name: `'${evil}`, account: 'x-1', import_key: '', tags: 'VIP', blocklisted: 'no' },
    ]);
    expect(file.rows[0]?.phone).toContain('****');
    expect(file.rows[0]?.email).toContain('***');
    const { items: entries } = await owner.call(audit.listAuditEntries, {
      action: 'buyers.exported',
    });
    expect(entries[0]?.after).toMatchObject({ count: 1, uncovered: false });
  });

  test('whole numbers only with the right and a reason; nobody without the permission, no other shop’s, no other team’s', async () => {
    expect((await take(owner, { open: 'true' })).status).toBe(422);
    const open = await take(owner, { open: 'true', reason: '寄样品' });
    expect(open.rows.find((row) => row.account === 'x-2')?.phone).toBe("'+8613900000002");
    expect((await take(await w.as('林小满'))).status).toBe(403);
    const place = { currency: 'CNY', timezone: 'Asia/Shanghai', locale: 'zh-CN' } as const;
    const other = { ...place, name: '二店', kind: 'built-in', colour: '#114488' } as const;
    const { id: shopId } = await owner.call(shops.createShop, other);
    const { items } = await owner.call(access.listMembers, {});
    const memberId = items.find(({ name }) => name === '周启明')?.id ?? '';
    await owner.call(access.changeMemberRole, { memberId, role: 'lead', shopIds: [shopId] });
    expect((await take(await w.as('周启明'))).rows).toEqual([]);
    const stranger = await (await atCounter()).as('何雅琴');
    expect((await take(stranger)).body).not.toContain('买家2');
  });

  test('the whole file comes back as it was, in this shop and in a new one; a covered one is refused line by line', async () => {
    const { body } = await take(owner, { open: 'true', reason: '换系统', shopId: w.shop });
    const profile = async (shopId: string, q: string) => {
      const { items } = await owner.call(buyers.listBuyers, { q, shopId });
      const buyer = await owner.call(buyers.getBuyer, { buyerId: items[0]?.id ?? '' });
      const { name, phone, email, level, locale, attributes } = buyer;
      return { name, phone, email, level, locale, attributes };
    };
    const before = await profile(w.shop, evil);
    const again = await bring(w.shop, body);
    expect(again).toMatchObject({ state: 'done' });
    expect(await profile(w.shop, evil)).toEqual(before);
    const place = { currency: 'CNY', timezone: 'Asia/Shanghai', locale: 'zh-CN' } as const;
    const fresh = { ...place, name: '三店', kind: 'built-in', colour: '#114488' } as const;
    const { id: shopId } = await owner.call(shops.createShop, fresh);
    expect(await bring(shopId, body)).toMatchObject({ state: 'done', rejected: 0 });
    expect(await profile(shopId, evil)).toEqual({ ...before, attributes: {} });
    const covered = await take(owner, { shopId: w.shop });
    const tried = await bring(w.shop, covered.body);
    expect(tried).toMatchObject({ created: 0, changed: 0, rejected: covered.rows.length });
    expect(await profile(w.shop, evil)).toEqual(before);
  });
});

describe('A15 every change of a profile is told', () => {
  test('who changed what from what to what and why, newest first, page by page; nobody else’s buyers', async () => {
    const w = await atCounter();
    const agent = await w.as('林小满');
    const owner = await w.as('何雅琴');
    const { buyer: buyerId } = w;
    await agent.call(buyers.updateBuyer, { buyerId, friendliness: 2, remark: '喜欢原木色' });
    await agent.call(buyers.updateBuyer, { buyerId, friendliness: 4, phone: '13900001111' });
    await agent.call(buyers.setBuyerTags, { buyerId, add: ['VIP'], remove: [] });
    await owner.call(buyers.setBuyerBlock, { buyerId, reason: '恶意退货' });
    const { items } = await agent.call(buyers.listBuyerHistory, { buyerId });
    expect(items).toMatchObject([
      { action: 'buyer.blocked', byName: '何雅琴', reason: '恶意退货' },
      { action: 'buyer.tagged', changes: [{ field: 'tags', before: null, after: 'VIP' }] },
      { action: 'buyer.changed', byName: '林小满' },
      { action: 'buyer.changed' },
    ]);
    expect(items[2]?.changes).toContainEqual({ field: 'friendliness', before: '2', after: '4' });
    expect(items[3]?.changes).toContainEqual({
      field: 'remark',
      before: null,
      after: '喜欢原木色',
    });
    expect(JSON.stringify(items)).not.toContain('13900001111');
    const first = await agent.call(buyers.listBuyerHistory, { buyerId, limit: 3 });
    const rest = await agent.call(buyers.listBuyerHistory, {
      ...{ buyerId, limit: 3 },
      cursor: first.next ?? '',
    });
    expect([...first.items, ...rest.items]).toEqual(items);
    const stranger = await (await atCounter()).as('何雅琴');
    const none = await stranger.attempt(buyers.listBuyerHistory, { buyerId });
    expect(outcomeOf(none)).toBe('buyer.not_found');
  });
});
