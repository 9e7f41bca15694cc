import { access, notices, scripts, shops } from '@guitai/contract';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../../../test/office.ts';
import { type World, world } from '../../../test/world.ts';
import { published, text } from './scripts.test-help.ts';

let w: World;
let owner: Browser;
let lead: Browser;
beforeAll(async () => {
  w = await world();
  [owner, lead] = [await w.as('何雅琴'), await w.as('周启明')];
  await owner.call(scripts.setScriptRule, { shopId: null, approval: true });
  await owner.call(scripts.setScriptRule, { shopId: w.shop, approval: true });
});

const heard = async (who: Browser) =>
  (await who.call(notices.listNotices, { kind: 'script_review' })).items.map(
    ({ params, path }) => [params.title, path] as const,
  );

describe('SCR-06 who decides hears of what waits', () => {
  it('once, not who wrote it; a newer version takes the place of the one before; decided, it is gone', async () => {
    const one = await published(lead, '发货承诺', '今天发出');
    expect(one.state).toBe('waiting');
    expect(await heard(owner)).toEqual([['发货承诺', `/library/scripts/${one.id}`]]);
    expect(await heard(lead)).toEqual([]);
    const next = { scriptId: one.id, title: '发货说明', content: text('明天发出'), publish: true };
    await lead.call(scripts.saveScript, { ...next, from: 1 });
    expect((await heard(owner)).map(([title]) => title)).toEqual(['发货说明']);
    const decision = { scriptId: one.id, version: 2, approve: true };
    await owner.call(scripts.decideScript, decision);
    expect(await heard(owner)).toEqual([]);
  });

  it('removed or put back as a draft it waits no longer; brought back it does', async () => {
    const one = await published(lead, '换货', '寄回即可');
    await lead.call(scripts.removeScript, { scriptId: one.id });
    expect(await heard(owner)).toEqual([]);
    await lead.call(scripts.bringBackScript, { scriptId: one.id });
    expect(await heard(owner)).toHaveLength(1);
    const draft = { scriptId: one.id, title: '换货', content: text('先拍照'), publish: false };
    await lead.call(scripts.saveScript, { ...draft, from: 1 });
    expect(await heard(owner)).toEqual([]);
  });

  it('an import is told once for all it brought, and is gone with the last decision', async () => {
    await lead.call(scripts.importScripts, {
      ...{
        scope: 'team',
        dryRun: false,
        text: '分组,标题,内容\n常用,问候,您好呀\n常用,道别,再见啦',
      },
    });
    expect(await heard(owner)).toHaveLength(1);
    const { items } = await owner.call(scripts.listScriptApprovals, {});
    for (const { scriptId, version } of items)
      await owner.call(scripts.decideScript, { scriptId, version, approve: true });
    expect(await heard(owner)).toEqual([]);
  });

  it('what concerns the whole team is for who works for all of it; a shop’s for those of the shop', async () => {
    const far = await owner.call(shops.createShop, {
      ...{ name: '远山茶店', currency: 'CNY', timezone: 'Asia/Shanghai' },
      ...{ locale: 'zh-CN', kind: 'built-in' },
    });
    const memberId = w.member('周启明');
    await owner.call(access.changeMemberRole, { memberId, role: 'lead', shopIds: [far.id] });
    await published(owner, '全队的', '大家都用');
    await published(owner, '青竹的', '本店用', { scope: 'shop', shopId: w.shop });
    expect(await heard(await w.as('周启明'))).toEqual([]);
    await owner.call(access.changeMemberRole, { memberId, role: 'lead', shopIds: null });
    await published(owner, '全队二', '大家也用');
    expect((await heard(await w.as('周启明'))).map(([title]) => title)).toEqual(['全队二']);
  });
});

describe('SCR-06 who wrote it hears what was decided', () => {
  const told = async (who: Browser) =>
    (await who.call(notices.listNotices, { kind: 'script_decided' })).items.map(
      ({ params, path }) => [params.title, params.approved, path] as const,
    );

  it('approved or sent back, once each; nobody else hears it', async () => {
    const one = await published(lead, '邮费说明', '满 99 包邮');
    const decision = { scriptId: one.id, approve: false, reason: '写清偏远地区' };
    await owner.call(scripts.decideScript, { ...decision, version: 1 });
    const path = `/library/scripts/${one.id}`;
    const mine = async () => (await told(lead)).filter(([, , to]) => to === path);
    expect(await mine()).toEqual([['邮费说明', 0, path]]);
    const next = { scriptId: one.id, title: '邮费说明', content: text('满 99 包邮，偏远另计') };
    await lead.call(scripts.saveScript, { ...next, publish: true, from: 1 });
    await owner.call(scripts.decideScript, { scriptId: one.id, version: 2, approve: true });
    expect((await mine()).map(([, approved]) => approved).sort()).toEqual([0, 1]);
    expect(await told(owner)).toEqual([]);
  });
});
