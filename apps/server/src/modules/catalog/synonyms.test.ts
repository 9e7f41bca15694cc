import { access, audit, catalog, shops } from '@guitai/contract';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../../../test/office.ts';
import { codeOf, type Talk, talk } from '../../../test/talk.ts';

let t: Talk;
let owner: Browser;
let lead: Browser;
let agent: Browser;
beforeAll(async () => {
  t = await talk();
  [owner, lead, agent] = [await t.as('何雅琴'), await t.as('周启明'), await t.as('林小满')];
});

const add = (words: string[], who = lead) =>
  who.call(catalog.addSynonyms, { shopId: t.shop, words });
const all = async () =>
  (await agent.call(catalog.getSynonyms, { shopId: t.shop })).groups.map(({ words }) => words);

describe('SRCH-01 words for one thing', () => {
  it('of two people who save at once both stay', async () => {
    await Promise.all([add(['茶壶', '壶子']), add(['餐盘', '盘子'], owner)]);
    expect(await all()).toHaveLength(2);
  });

  it('a change on an older version is refused with what a colleague saved; undo is the change back', async () => {
    const made = await add([' 茶杯 ', '杯子', '杯子']);
    expect(made).toMatchObject({ words: ['茶杯', '杯子'], version: 1 });
    const at = { groupId: made.id, version: 1 };
    const next = await lead.call(catalog.changeSynonyms, { ...at, words: ['茶杯', '茶盏'] });
    const late = owner.call(catalog.changeSynonyms, { ...at, words: ['茶杯', '茶碗'] });
    expect(await codeOf(late)).toBe('synonyms.changed_meanwhile');
    const back = { groupId: made.id, version: next.version, words: made.words };
    expect((await lead.call(catalog.changeSynonyms, back)).words).toEqual(['茶杯', '杯子']);
  });

  it('a removed group finds nothing until it is brought back; each step is an event and on record', async () => {
    const { id: groupId } = await add(['收纳篮', '筐']);
    await lead.call(catalog.removeSynonyms, { groupId });
    expect(await all()).not.toContainEqual(['收纳篮', '筐']);
    await lead.call(catalog.bringBackSynonyms, { groupId });
    expect(await all()).toContainEqual(['收纳篮', '筐']);
    const { items } = await owner.call(audit.listAuditEntries, {
      action: 'catalog.synonyms_changed',
    });
    expect(items.slice(0, 3).map(({ after }) => (after as { words: string }).words)).toEqual([
      ...['收纳篮 = 筐', '', '收纳篮 = 筐'],
    ]);
    const told = (await t.eventTypes()).filter((type) => type === 'catalog.synonyms_changed');
    expect(told.length).toBeGreaterThanOrEqual(3);
  });

  it('says no to one word, to words that are there already, and to who may not', async () => {
    expect(await codeOf(add(['凳子', ' 凳子 ']))).toBe('synonyms.too_few');
    const { id: groupId } = await add(['凳子', '板凳']);
    expect(await codeOf(add(['板凳', '凳子']))).toBe('synonyms.known');
    const observer = await t.as('方予安');
    expect(await codeOf(add(['椅子', '凳'], observer))).toBe('access.denied');
    const stranger = await (await talk()).as('何雅琴');
    expect(await codeOf(stranger.call(catalog.removeSynonyms, { groupId }))).toBe(
      'synonyms.not_found',
    );
    const second = await owner.call(shops.createShop, {
      ...{ name: '青竹二店', kind: 'imported', currency: 'CNY', timezone: 'Asia/Shanghai' },
      locale: 'zh-CN',
    });
    const role = { memberId: t.member('周启明'), role: 'lead' as const, shopIds: [second.id] };
    await owner.call(access.changeMemberRole, role);
    const away = await t.as('周启明');
    expect(await codeOf(away.call(catalog.removeSynonyms, { groupId }))).toBe('synonyms.not_found');
  });
});
