import { buyers, conversations, knowledge, workbench } from '@guitai/contract';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { type Browser, outcomeOf } from '../../../test/office.ts';
import { hashOf } from '../../../test/shop.ts';
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
  const record = {
    ...{
      externalId: 'liuli-1',
      title: '琉璃茶盏',
      status: 'on_sale' as const,
      currency: 'CNY',
      description: '',
    },
    ...{ aliases: [], pictures: [], url: null, attributes: {} },
    variants: [
      {
        externalId: 'liuli-1-0',
        sku: 'LL-0001',
        options: {},
        priceMinor: 9900,
        stock: 3,
        available: true,
        pictureUrl: null,
        attributes: {},
      },
    ],
  };
  await t.built.db.write(actor, (tx) =>
    mirrorProducts(actor, tx, t.shop, [{ ...record, hash: hashOf(record) }]),
  );
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
