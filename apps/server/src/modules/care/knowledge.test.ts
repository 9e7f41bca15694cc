import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  access,
  type cards,
  care,
  catalog,
  channels,
  knowledge,
  type Static,
  shops,
} from '@guitai/contract';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it, test } from 'vitest';
import type { Browser } from '../../../test/office.ts';
import { codeOf, later, type Talk, talk } from '../../../test/talk.ts';
import { system } from '../../kernel/actor.ts';
import { newId } from '../../kernel/ids.ts';
import { importFile } from '../importing/index.ts';
import { adoptShop } from '../knowledge/adopt.ts';
import { expiryNear } from '../knowledge/expiry.ts';
import { judgeKnowledge } from './knowledge.after.ts';

const data = fileURLToPath(new URL('../../../../../../shared/data/jd-shop/', import.meta.url));
const there = existsSync(`${data}products.json`);
if (!there) console.info('SKIPPED: the real shops are not beside the repository (../shared/data)');

type Info = Static<typeof cards.InfoCard>;

let t: Talk;
let owner: Browser;
let lead: Browser;
let agent: Browser;

const heater = '100112573665';
const words = (title: string, body: string, locale: 'zh-CN' | 'zh-TW' | 'en' = 'zh-CN') => ({
  locale,
  title,
  body,
});
const found = async (q: string, more: object = {}) =>
  (await agent.call(knowledge.searchKnowledge, { q, shopId: t.shop, ...more })).items;

async function published(
  input: Partial<Parameters<typeof agent.call>[1]> & { words: ReturnType<typeof words>[] },
) {
  const made = await agent.call(knowledge.createKnowledge, { shopId: t.shop, ...input } as never);
  await agent.call(knowledge.submitKnowledge, { entryId: made.id });
  return lead.call(knowledge.approveKnowledge, { entryId: made.id });
}

beforeAll(async () => {
  t = await talk();
  owner = await t.as('何雅琴');
  lead = await t.as('周启明');
  agent = await t.as('林小满');
  if (!there) return;
  const actor = system(t.team, 'test');
  for (const [mapping, file] of [
    ['jd-shop/products', 'products.json'],
    ['jd-shop/product-knowledge', 'products.json'],
    ['jd-shop/policy', 'policy.zh.md'],
  ] as const) {
    await importFile(t.built.db, actor, {
      ...{ shopId: t.shop, mapping, dryRun: false },
      ...{ path: `${data}${file}`, fileName: file },
    });
  }
});

describe('KB-01 from draft to end', () => {
  it('is written, handed over, approved by another, changed while it is live, restored', async () => {
    const made = await agent.call(knowledge.createKnowledge, {
      shopId: t.shop,
      topic: '发货',
      words: [words('多久发货', '付款后 24 小时内发货。')],
    });
    expect(made).toMatchObject({
      state: 'draft',
      can: expect.arrayContaining(['updateKnowledge', 'submitKnowledge']),
    });
    expect(made.slug).toMatch(/^多久发货-[0-9a-f]{6}$/);
    expect(await found('多久发货')).not.toContainEqual(expect.objectContaining({ id: made.id }));
    const { entryId } = { entryId: made.id };
    await agent.call(knowledge.submitKnowledge, { entryId });
    expect(await codeOf(agent.call(knowledge.approveKnowledge, { entryId }))).toBe('access.denied');
    const live = await lead.call(knowledge.approveKnowledge, { entryId });
    expect(live).toMatchObject({
      state: 'published',
      live: { no: 1, state: 'approved' },
      draft: null,
    });
    expect((await found('多久发货'))[0]).toMatchObject({ id: entryId });

    const changed = await agent.call(knowledge.updateKnowledge, {
      ...{ entryId, version: live.version },
      words: [words('多久发货', '付款后 48 小时内发货。')],
    });
    expect(changed).toMatchObject({
      state: 'published',
      changing: true,
      live: { no: 1 },
      draft: { no: 2 },
    });
    expect((await found('多久发货'))[0]?.excerpt).toContain('24');
    expect(
      await codeOf(
        agent.call(knowledge.updateKnowledge, {
          entryId,
          version: live.version,
          words: live.live?.words ?? [],
        }),
      ),
    ).toBe('knowledge.changed_meanwhile');
    await agent.call(knowledge.submitKnowledge, { entryId });
    const refused = await lead.call(knowledge.refuseKnowledge, {
      entryId,
      reason: '我们承诺的是 24 小时',
    });
    expect(refused.versions[0]).toMatchObject({
      no: 2,
      state: 'refused',
      reason: '我们承诺的是 24 小时',
    });
    const restored = await agent.call(knowledge.restoreKnowledge, { entryId, no: 1 });
    expect(restored.draft).toMatchObject({
      no: 3,
      words: [words('多久发货', '付款后 24 小时内发货。')],
    });
    expect(restored.versions.map(({ no, state, reason }) => [no, state, reason])).toEqual([
      [3, 'draft', ''],
      [2, 'refused', '我们承诺的是 24 小时'],
      [1, 'approved', ''],
    ]);
  });

  it('wants four eyes until the shop decides otherwise', async () => {
    const made = await lead.call(knowledge.createKnowledge, {
      shopId: t.shop,
      words: [words('自己写', '自己批')],
    });
    const { id: entryId } = await lead.call(knowledge.submitKnowledge, { entryId: made.id });
    expect(await codeOf(lead.call(knowledge.approveKnowledge, { entryId }))).toBe(
      'knowledge.own_writing',
    );
    await owner.call(knowledge.putKnowledgeRules, { shopId: t.shop, fourEyes: false });
    expect(await lead.call(knowledge.approveKnowledge, { entryId })).toMatchObject({
      state: 'published',
    });
    await owner.call(knowledge.putKnowledgeRules, { shopId: t.shop, fourEyes: true });
  });

  it('is told only in its time, and its end is announced a week before', async () => {
    const day = 86_400_000;
    const at = (days: number) => new Date(Date.now() + days * day).toISOString();
    const soon = await published({
      words: [words('双十一赠品', '送收纳袋')],
      validFrom: at(1),
      validUntil: at(3),
    } as never);
    expect(soon.state).toBe('scheduled');
    expect((await found('双十一赠品')).map(({ id }) => id)).not.toContain(soon.id);
    const actor = system(t.team, 'test');
    await t.built.db.write(actor, (tx) =>
      expiryNear.perform(actor, tx, { entryId: soon.id, until: soon.validUntil ?? '' }),
    );
    const notices = await t.rows<{ kind: string }>(
      sql`select kind from notices where subject_id = ${soon.id}`,
    );
    expect(notices.map(({ kind }) => kind)).toContain('knowledge_expired');
    const over = await published({
      words: [words('去年的活动', '已经结束')],
      validUntil: at(-1),
    } as never);
    expect(over.state).toBe('expired');
    expect(
      await codeOf(
        agent.call(knowledge.createKnowledge, {
          ...{ shopId: t.shop, words: [words('a', 'b')] },
          ...{ validFrom: at(2), validUntil: at(1) },
        }),
      ),
    ).toBe('knowledge.times_crossed');
  });

  it('goes out of use and comes back', async () => {
    const entry = await published({ words: [words('旧版说明书', '第一版')] });
    await lead.call(knowledge.archiveKnowledge, { entryId: entry.id });
    expect((await found('旧版说明书')).map(({ id }) => id)).not.toContain(entry.id);
    await lead.call(knowledge.unarchiveKnowledge, { entryId: entry.id });
    expect((await found('旧版说明书'))[0]?.id).toBe(entry.id);
  });
});

describe.runIf(there)('KB-02 real knowledge of a real shop', () => {
  test.each([
    ['热水器保修几年', '维修说明'],
    ['洗碗机怎么安装', '安装说明'],
    ['燃气灶 安装费用', '安装说明'],
    ['weixiu', '维修说明'],
    ['azsm', '安装说明'],
    ['加热缓慢', '常见故障'],
  ])('%s finds %s first', async (q, topic) => {
    expect((await found(q))[0]?.topic).toBe(topic);
  });

  it('takes synonyms of the shop', async () => {
    await lead.call(catalog.addSynonyms, { shopId: t.shop, words: ['抽烟机', '排油烟机'] });
    const [first] = await found('抽烟机 保修');
    expect(first?.productTitle).toContain('烟机');
  });

  it('texts that came in before entries existed are adopted once', async () => {
    const actor = system(t.team, 'test');
    const before = await t.rows<{ n: number }>(
      sql`select count(*)::int as n from knowledge_entries where external_id is not null`,
    );
    await t.built.db.write(actor, (tx) => adoptShop(tx, t.shop));
    const after = await t.rows<{ n: number }>(
      sql`select count(*)::int as n from knowledge_entries where external_id is not null`,
    );
    expect(after).toEqual(before);
    expect(before[0]?.n).toBeGreaterThan(250);
  });
});

describe.runIf(there)('KB-04 shows itself and is sent', () => {
  it('the entry for what the buyer asks about the product on the last card stands first', async () => {
    const asked = await t.asks('你好，想买个热水器');
    const { items } = await agent.call(catalog.searchProducts, { q: heater });
    await agent.call(care.sendProductCard, {
      conversationId: asked.id,
      productId: items[0]?.id ?? '',
    });
    await asked.say('这个保修多久？');
    const shown = await agent.call(care.suggestKnowledge, { conversationId: asked.id });
    expect(shown).toMatchObject({
      why: 'card',
      product: { externalId: heater },
      answers: true,
      question: '这个保修多久？',
      waits: true,
    });
    expect(shown.items[0]).toMatchObject({ topic: '维修说明', productExternalId: heater });
    await asked.say('安装要收费吗');
    const next = await agent.call(care.suggestKnowledge, { conversationId: asked.id });
    expect(next.items[0]).toMatchObject({ topic: '安装说明', productExternalId: heater });
  });

  it('a number in the words, a link, and the page count as well', async () => {
    const byWords = await t.asks('F6033-UD5(HE) 这款怎么保养');
    expect(await agent.call(care.suggestKnowledge, { conversationId: byWords.id })).toMatchObject({
      why: 'words',
      product: { externalId: '100145632602' },
    });
    const byLink = await t.asks('https://item.jd.com/100193498790.html 这个要怎么安装');
    const linked = await agent.call(care.suggestKnowledge, { conversationId: byLink.id });
    expect(linked).toMatchObject({ why: 'link', product: { externalId: '100193498790' } });
    expect(linked.items[0]?.topic).toBe('安装说明');
  });

  it('one click sends it in the language of the buyer; sends, views and outcome are counted once each', async () => {
    const entry = await published({
      words: [
        words('怎么清洗', '用软布擦拭。'),
        words('How to clean it', 'Wipe it with a soft cloth.', 'en'),
      ],
      productExternalId: heater,
    } as never);
    const buyer = t.visitor();
    const said = await buyer.call(channels.sendChatMessage, {
      clientKey: crypto.randomUUID(),
      text: 'How do I clean the heater?',
    });
    const conversationId = said.conversation.id;
    const sent = await agent.call(care.sendKnowledgeCard, { conversationId, entryId: entry.id });
    const card = sent.card as Info;
    expect(['怎么清洗', 'How to clean it']).toContain(card.title);
    expect(card).toMatchObject({ type: 'info', kind: 'knowledge', id: entry.id });
    expect(await agent.call(care.suggestKnowledge, { conversationId })).toMatchObject({
      question: 'How do I clean the heater?',
      waits: false,
    });
    await Promise.all(
      [1, 2, 3, 4].map(() => agent.call(knowledge.viewKnowledge, { entryId: entry.id })),
    );
    const actor = system(t.team, 'test');
    const judge = { entryId: entry.id, conversationId, messageId: sent.id, seq: sent.seq };
    const perform = () => t.built.db.write(actor, (tx) => judgeKnowledge.perform(actor, tx, judge));
    await later(31 * 60_000, perform);
    await later(31 * 60_000, perform);
    expect(await agent.call(knowledge.getKnowledge, { entryId: entry.id })).toMatchObject({
      ...{ sends: 1, views: 4, helped: 1, askedAgain: 0 },
    });
    const chat = await buyer.call(channels.getChat, {});
    expect(chat.messages.at(-1)?.card).toMatchObject({ type: 'info', title: card.title });
  });

  it('refuses a draft, another shop, and whoever may not reply', async () => {
    const draft = await agent.call(knowledge.createKnowledge, {
      shopId: t.shop,
      words: [words('草稿', '未完')],
    });
    const asked = await t.asks('在吗 想问个事');
    const send = { conversationId: asked.id, entryId: draft.id };
    expect(await codeOf(agent.call(care.sendKnowledgeCard, send))).toBe('knowledge.not_published');
    const observer = await t.as('方予安');
    expect(await codeOf(observer.call(care.sendKnowledgeCard, send))).toBe('access.denied');
    const other = await talk();
    const theirs = await other.as('何雅琴');
    expect(await codeOf(theirs.call(knowledge.getKnowledge, { entryId: draft.id }))).toBe(
      'knowledge.not_found',
    );
    expect((await theirs.call(knowledge.searchKnowledge, { q: '保修' })).items).toEqual([]);
  });

  it('tells who works elsewhere nothing about a product they name of this shop', async () => {
    const about = { productExternalId: 'kettle-1', words: [words('壶嘴滴水', '拧紧密封圈即可。')] };
    await published(about);
    const named = { q: '滴水', shopId: t.shop, productExternalId: about.productExternalId };
    expect(await found(named.q, named)).toMatchObject([{ title: '壶嘴滴水' }]);
    const second = await owner.call(shops.createShop, {
      ...{ name: '二店', kind: 'imported', currency: 'CNY' },
      ...{ timezone: 'Asia/Shanghai', locale: 'zh-CN' },
    });
    const key = await owner.call(access.createApiKey, {
      ...{ name: '二店问答', permissions: ['knowledge.read'], expiresAt: null },
      shopIds: [second.id],
    });
    const answer = await agent.raw({
      method: 'POST',
      path: '/api/knowledge-searches',
      headers: { authorization: `Bearer ${key.secret}` },
      body: named,
    });
    expect(answer.json()).toEqual({ items: [] });
  });
});

describe('KB-05 to write', () => {
  const gaps = async () =>
    (await agent.call(knowledge.listKnowledgeGaps, { shopId: t.shop })).items;

  it('keeps searches that found nothing, and questions without an entry, those alike as one', async () => {
    await found('珐琅锅能进烤箱', { final: true });
    await found('珐琅锅能进烤箱吗', { final: true });
    await found('珐琅锅', {});
    const nowhere = { q: '珐琅锅能进烤箱', shopId: newId(), final: true };
    expect((await owner.call(knowledge.searchKnowledge, nowhere)).items).toEqual([]);
    expect(await gaps()).toMatchObject([
      { question: '珐琅锅能进烤箱吗', count: 2, source: 'search' },
    ]);
    await t.asks('你们的藤编篮子可以水洗吗？我的电话 13812345678');
    await t.asks('藤编篮子能水洗吗');
    await t.asks('藤编的篮子可不可以水洗呀');
    await t.settle();
    const asked = (await gaps()).find(({ source }) => source === 'question');
    expect(asked?.count).toBe(3);
    expect(JSON.stringify(await gaps())).not.toContain('13812345678');
  });

  it('an entry begun from it takes it off the list; dismissed it stays away, and comes back when asked to', async () => {
    const [gap] = await gaps();
    const gapId = gap?.id ?? '';
    await agent.call(knowledge.dismissKnowledgeGap, { gapId });
    expect((await gaps()).map(({ id }) => id)).not.toContain(gapId);
    await agent.call(knowledge.undismissKnowledgeGap, { gapId });
    await agent.call(knowledge.createKnowledge, {
      shopId: t.shop,
      gapId,
      words: [words(gap?.question ?? '', '可以')],
    });
    expect((await gaps()).map(({ id }) => id)).not.toContain(gapId);
  });
});
