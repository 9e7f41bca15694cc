import { scripts } from '@guitai/contract';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Browser, outcomeOf } from '../../../test/office.ts';
import { type World, world } from '../../../test/world.ts';
import { published, text } from './scripts.test-help.ts';

let w: World;
let owner: Browser;
let lead: Browser;
let agent: Browser;
let observer: Browser;
beforeAll(async () => {
  w = await world();
  [owner, lead, agent, observer] = await Promise.all([
    w.as('何雅琴'),
    w.as('周启明'),
    w.as('林小满'),
    w.as('方予安'),
  ]);
});

const titles = async (who: Browser) =>
  (await who.call(scripts.getScriptIndex, {})).items.map(({ title }) => title);

describe('SCR-01 the library', () => {
  it('has scripts of everybody, of a shop, and one’s own that nobody else sees', async () => {
    await published(owner, '退款流程', '退款原路退回');
    await published(owner, '店铺问好', '欢迎光临', { scope: 'shop', shopId: w.shop });
    const mine = await published(agent, '我的口头禅', '好嘞', { scope: 'own' });
    expect(await titles(agent)).toEqual(
      expect.arrayContaining(['退款流程', '店铺问好', '我的口头禅']),
    );
    expect(await titles(owner)).not.toContain('我的口头禅');
    expect(outcomeOf(await owner.attempt(scripts.getScript, { scriptId: mine.id }))).toBe(
      'script.not_found',
    );
    const other = { scriptId: mine.id, title: 'x', content: text('x'), publish: true, from: 1 };
    expect(outcomeOf(await owner.attempt(scripts.saveScript, other))).toBe('script.not_found');
  });

  it('is spelled for typing: `tk` and `tuikuan` are in the entry of 退款', async () => {
    const { items } = await agent.call(scripts.getScriptIndex, {});
    const found = items.find(({ title }) => title === '退款流程');
    expect(found?.initials.startsWith('tklc')).toBe(true);
    expect(found?.pinyin.startsWith('tuikuan')).toBe(true);
  });

  it('lets agents write their own only, leads for the shops, observers nothing', async () => {
    const wish = { scope: 'team', title: '全队', content: text('好'), publish: true } as const;
    expect(outcomeOf(await agent.attempt(scripts.createScript, wish))).toBe('access.denied');
    expect(outcomeOf(await observer.attempt(scripts.createScript, { ...wish, scope: 'own' }))).toBe(
      'access.denied',
    );
    const ofShop = { ...wish, scope: 'shop' as const, shopId: w.shop };
    expect(outcomeOf(await lead.attempt(scripts.createScript, ofShop))).toBe('done');
    expect(outcomeOf(await agent.attempt(scripts.createScript, ofShop))).toBe('access.denied');
  });

  it('keeps folders in a tree and in order; none lies inside itself; what lay in a removed one moves up', async () => {
    const make = (name: string, parentId?: string) =>
      owner.call(scripts.createScriptFolder, {
        scope: 'team',
        name,
        ...(parentId ? { parentId } : {}),
      });
    const a = await make('售前');
    const b = await make('售后');
    const inner = await make('退款', b.id);
    await owner.call(scripts.updateScriptFolder, { folderId: b.id, position: 0 });
    const loop = { folderId: b.id, parentId: inner.id };
    expect(outcomeOf(await owner.attempt(scripts.updateScriptFolder, loop))).toBe(
      'script.folder_loop',
    );
    const script = await published(owner, '深处', '深', { folderId: inner.id });
    const shopFolder = { scriptId: script.id, folderId: crypto.randomUUID() };
    expect(outcomeOf(await owner.attempt(scripts.moveScript, shopFolder))).toBe(
      'script.folder_not_found',
    );
    await owner.call(scripts.removeScriptFolder, { folderId: inner.id });
    const { folders, items } = await owner.call(scripts.getScriptIndex, {});
    const top = folders
      .filter((one) => one.scope === 'team' && !one.parentId)
      .map(({ name }) => name);
    expect(top.indexOf('售后')).toBeLessThan(top.indexOf('售前'));
    expect(items.find(({ id }) => id === script.id)?.folderId).toBe(b.id);
    expect(a.position).toBeGreaterThan(0);
  });

  it('forgets nothing that was removed until it is brought back', async () => {
    const script = await published(owner, '可撤销', '先删');
    await owner.call(scripts.removeScript, { scriptId: script.id });
    expect(await titles(agent)).not.toContain('可撤销');
    await owner.call(scripts.bringBackScript, { scriptId: script.id });
    expect(await titles(agent)).toContain('可撤销');
  });

  it('is brought in from a 千牛 export, each text once, and given out again', async () => {
    const file =
      '快捷短语编码,快捷短语,快捷短语分组\r\nzs1,"您好，在的",日常/问好\r\n,您好 在的,日常\r\n,"包邮的哦, 亲",日常\r\n,{buyer.phone}打给您,日常\r\n,,日常\r\n';
    const target = { scope: 'shop', shopId: w.shop, text: file } as const;
    const dry = await lead.call(scripts.importScripts, { ...target, dryRun: true });
    expect(dry).toMatchObject({ added: 2, duplicates: 1, folders: 2 });
    expect(dry.skipped.map(({ line, why }) => [line, why])).toEqual([
      [5, 'variable'],
      [6, 'empty'],
    ]);
    expect(await lead.call(scripts.importScripts, { ...target, dryRun: false })).toMatchObject({
      added: 2,
    });
    expect(await lead.call(scripts.importScripts, { ...target, dryRun: false })).toMatchObject({
      added: 0,
      duplicates: 3,
      folders: 0,
    });
    const where = { scope: 'shop', shopId: w.shop } as const;
    const csv = await agent.call(scripts.exportScripts, { ...where, format: 'csv' });
    expect(csv.text).toContain('日常/问好,zs1,您好，在的,您好，在的');
    const json = await agent.call(scripts.exportScripts, { ...where, format: 'json' });
    const again = await owner.call(scripts.importScripts, {
      scope: 'team',
      text: json.text,
      dryRun: true,
    });
    expect(again.added + again.duplicates).toBe(json.count);
    expect(outcomeOf(await agent.attempt(scripts.importScripts, { ...target, dryRun: true }))).toBe(
      'access.denied',
    );
    const broken = { scope: 'team', text: 'a,b\nc,d', dryRun: true } as const;
    expect(outcomeOf(await owner.attempt(scripts.importScripts, broken))).toBe(
      'script.file_unreadable',
    );
  });

  it('looks at the headings of a file at once, however long they are', async () => {
    const text = `"${' '.repeat(200_000)}\nx",快捷短语\r\n,您好\r\n`;
    const began = performance.now();
    await agent.attempt(scripts.importScripts, { scope: 'own', text, dryRun: true });
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  it('takes over a playbook once per library, all steps in three languages', async () => {
    const { items } = await agent.call(scripts.listPlaybooks, {});
    expect(items.map(({ id }) => id)).toEqual([
      'quality_doubt',
      'price_rounds',
      'reassurance',
      'confirmation_review',
      'farewell',
    ]);
    const wish = { playbookId: 'price_rounds', scope: 'team' } as const;
    const { folderId } = await owner.call(scripts.adoptPlaybook, wish);
    expect(outcomeOf(await owner.attempt(scripts.adoptPlaybook, wish))).toBe('playbook.adopted');
    const index = await agent.call(scripts.getScriptIndex, {});
    const steps = index.items.filter((one) => one.folderId === folderId);
    expect(steps.map(({ step }) => step).sort()).toEqual([1, 2, 3, 4, 5]);
    const first = await agent.call(scripts.getScript, { scriptId: steps[0]?.id ?? '' });
    const [part] = first.content.variants[0]?.parts ?? [];
    expect(part?.kind === 'text' && Object.keys(part.text).sort()).toEqual([
      'en',
      'zh-CN',
      'zh-TW',
    ]);
  });
});

describe('SCR-06 versions and approval', () => {
  it('keep what was said, refuse to save over a colleague, and go back by saving the old words anew', async () => {
    const first = await published(owner, '版本', '第一版');
    const change = { scriptId: first.id, title: '版本', content: text('第二版'), publish: true };
    const second = await owner.call(scripts.saveScript, { ...change, from: 1 });
    expect(second.version).toBe(2);
    expect(outcomeOf(await owner.attempt(scripts.saveScript, { ...change, from: 1 }))).toBe(
      'script.changed_meanwhile',
    );
    const { items } = await owner.call(scripts.listScriptVersions, { scriptId: first.id });
    expect(items.map(({ version, state }) => [version, state])).toEqual([
      [2, 'published'],
      [1, 'replaced'],
    ]);
    const back = { ...change, content: items[1]?.content ?? text(''), from: 2 };
    expect((await owner.call(scripts.saveScript, back)).content).toEqual(text('第一版'));
    const seen = await agent.call(scripts.listScriptVersions, { scriptId: first.id });
    expect(seen.items.map(({ version }) => version)).toEqual([3]);
  });

  it('wait for a supervisor where the shop wants it; who wrote cannot approve; the old words stay until then', async () => {
    await owner.call(scripts.setScriptRule, { shopId: w.shop, approval: true });
    const made = await published(lead, '要审批', '新话术', { scope: 'shop', shopId: w.shop });
    expect([made.state, made.usable]).toEqual(['waiting', false]);
    const decide = { scriptId: made.id, version: 1, approve: true };
    expect(outcomeOf(await lead.attempt(scripts.decideScript, decide))).toBe('script.own_version');
    expect(outcomeOf(await agent.attempt(scripts.decideScript, decide))).toBe('access.denied');
    const waiting = await owner.call(scripts.listScriptApprovals, {});
    expect(waiting.items.find(({ scriptId }) => scriptId === made.id)?.can).toEqual([
      'decideScript',
    ]);
    expect(await owner.call(scripts.decideScript, decide)).toMatchObject({
      usable: true,
      state: 'published',
    });
    const next = {
      scriptId: made.id,
      title: '要审批',
      content: text('更新'),
      publish: true,
      from: 1,
    };
    const saved = await lead.call(scripts.saveScript, next);
    expect([saved.state, saved.publishedContent]).toEqual(['waiting', text('新话术')]);
    const refused = { scriptId: made.id, version: 2, approve: false, reason: '太硬' };
    expect(await owner.call(scripts.decideScript, refused)).toMatchObject({
      refusedWhy: '太硬',
      publishedContent: text('新话术'),
    });
    expect(outcomeOf(await owner.attempt(scripts.decideScript, refused))).toBe(
      'script.not_waiting',
    );
    await owner.call(scripts.setScriptRule, { shopId: w.shop, approval: false });
  });

  it('refuses words without any text, unknown variables, and phone numbers', async () => {
    const wish = { scope: 'own', title: 't', publish: true } as const;
    const save = async (words: string) =>
      outcomeOf(await agent.attempt(scripts.createScript, { ...wish, content: text(words) }));
    expect(await save('  ')).toBe('script.empty');
    expect(await save('{order.nubmer}')).toBe('script.variable_unknown');
    expect(await save('打 {buyer.phone}')).toBe('script.variable_unknown');
  });
});
