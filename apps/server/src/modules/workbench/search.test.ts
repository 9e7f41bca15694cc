import {
  access,
  buyers,
  conversations,
  knowledge,
  scripts,
  shops,
  workbench,
} from '@guitai/contract';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { type Browser, outcomeOf } from '../../../test/office.ts';
import { productRecord, variantRecord } from '../../../test/records.ts';
import { type Asking, codeOf, type Talk, talk } from '../../../test/talk.ts';
import { system } from '../../kernel/actor.ts';
import { mirrorProducts } from '../catalog/index.ts';

let t: Talk;
let owner: Browser;
let agent: Browser;
let asked: Asking;

const search = (who: Browser, q: string) => who.call(workbench.searchEverything, { q });

beforeAll(async () => {
  t = await talk();
  owner = await t.as('何雅琴');
  agent = await t.as('林小满');
  const actor = system(t.team, 'test');
  const record = productRecord({
    externalId: 'liuli-1',
    title: '琉璃茶盏',
    variants: [
      variantRecord({ externalId: 'liuli-1-0', sku: 'LL-0001', priceMinor: 9900, stock: 3 }),
    ],
  });
  await t.built.db.write(actor, (tx) => mirrorProducts(actor, tx, t.shop, [record]));
  asked = await t.asks('琉璃茶盏还有货吗');
  await owner.call(knowledge.putKnowledgeRules, { shopId: t.shop, fourEyes: false });
  const made = await owner.call(knowledge.createKnowledge, {
    shopId: t.shop,
    words: [{ locale: 'zh-CN', title: '琉璃茶盏能用热水吗', body: '可以，先温杯。' }],
  });
  await owner.call(knowledge.submitKnowledge, { entryId: made.id });
  await owner.call(knowledge.approveKnowledge, { entryId: made.id });
  const { buyerId } = await owner.call(conversations.getConversation, { conversationId: asked.id });
  await owner.call(buyers.updateBuyer, { buyerId, name: '欧阳琉璃' });
  await t.settle();
});

describe('SRCH-02 one box', () => {
  it('finds buyers, their conversations, messages, products and knowledge in one answer', async () => {
    const found = await search(owner, '琉璃');
    expect(found.products.map(({ title }) => title)).toEqual(['琉璃茶盏']);
    expect(found.messages.map(({ snippet }) => snippet)).toEqual(['琉璃茶盏还有货吗']);
    expect(found.knowledge.map(({ title }) => title)).toEqual(['琉璃茶盏能用热水吗']);
    expect(found.buyers.map(({ name }) => name)).toEqual(['欧阳琉璃']);
    expect(found.conversations.map(({ id }) => id)).toEqual([asked.id]);
  });

  it('finds published scripts by title, initials and words; drafts, and what others keep for themselves, not', async () => {
    const write = (who: Browser, more: object, text: string) =>
      who.call(scripts.createScript, {
        ...{ scope: 'team', title: '催付两件事', publish: true },
        ...{ content: { variants: [{ parts: [{ kind: 'text', text: { 'zh-CN': text } }] }] } },
        ...more,
      });
    await write(owner, {}, '您拍下的青瓷还没付款，需要帮忙吗');
    await write(owner, { title: '催付草稿', publish: false }, '还没写完');
    await write(agent, { scope: 'own', title: '催付私用' }, '亲，别忘了哦');
    const titles = async (who: Browser, q: string) =>
      (await search(who, q)).scripts.map(({ title }) => title);
    expect(await titles(owner, '催付')).toEqual(['催付两件事']);
    expect(await titles(owner, 'cflj')).toEqual(['催付两件事']);
    expect(await titles(owner, '付款 青瓷')).toEqual(['催付两件事']);
    expect((await titles(agent, '催付')).sort()).toEqual(['催付两件事', '催付私用'].sort());
  });

  it('a script of a shop is found by those of that shop alone, and by nobody of another team', async () => {
    const far = await owner.call(shops.createShop, {
      ...{ name: '远山茶店', currency: 'CNY', timezone: 'Asia/Shanghai' },
      ...{ locale: 'zh-CN', kind: 'built-in' },
    });
    await owner.call(scripts.createScript, {
      ...{ scope: 'shop', shopId: far.id, title: '远山问候', publish: true },
      content: { variants: [{ parts: [{ kind: 'text', text: { 'zh-CN': '远山欢迎您' } }] }] },
    });
    const memberId = t.member('林小满');
    const found = async (who: Browser) => (await search(who, '远山')).scripts.length;
    await owner.call(access.changeMemberRole, { memberId, role: 'agent', shopIds: [t.shop] });
    expect([await found(owner), await found(await t.as('林小满'))]).toEqual([1, 0]);
    await owner.call(access.changeMemberRole, { memberId, role: 'agent', shopIds: null });
    agent = await t.as('林小满');
    expect(await found(agent)).toBe(1);
    expect(await found(await (await talk()).as('何雅琴'))).toBe(0);
  });

  it('shows nobody what their own pages would not', async () => {
    await owner.call(conversations.takeConversation, { conversationId: asked.id });
    const theirs = await search(agent, '琉璃');
    expect([theirs.messages, theirs.conversations]).toEqual([[], []]);
    expect(theirs.products).toHaveLength(1);
    const other = await talk();
    const strangers = await search(await other.as('何雅琴'), '琉璃');
    expect(Object.values(strangers).flat()).toEqual([]);
    expect(await codeOf(t.visitor().call(workbench.searchEverything, { q: '琉璃' }))).not.toBe(
      'done',
    );
  });

  test.each([
    "'",
    '&',
    ':',
    '%',
    '_',
    '\\',
    '"',
    '(',
    '',
    ' ',
    '🙂',
    "'; drop table buyers; --",
    'a'.repeat(100),
  ])('SRCH-04 %j never errs', async (q) =>
    expect(outcomeOf(await owner.attempt(workbench.searchEverything, { q }))).toBe('done'),
  );
});
