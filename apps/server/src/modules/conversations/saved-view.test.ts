import { access, buyers, conversations, shops } from '@guitai/contract';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../../../test/office.ts';
import { type Asking, clientKey, codeOf, type Talk, talk } from '../../../test/talk.ts';

let t: Talk;
let owner: Browser;
let agent: Browser;
let tagged: Asking;
let held: Asking;
const ids = async (filter: object, who: Browser = owner) =>
  (await who.call(conversations.listConversations, { view: 'all', ...filter })).items.map(
    ({ id }) => id,
  );
const views = async (who: Browser) => (await who.call(conversations.listSavedViews, {})).items;

beforeAll(async () => {
  t = await talk();
  owner = await t.as('何雅琴');
  agent = await t.as('林小满');
  tagged = await t.asks('老客来问');
  held = await t.asks('新客来问');
  await t.asks('路过');
  const { buyerId } = await owner.call(conversations.getConversation, {
    conversationId: tagged.id,
  });
  await owner.call(buyers.setBuyerTags, { buyerId, add: ['老客'] });
  await agent.call(conversations.takeConversation, { conversationId: held.id });
  await agent.call(conversations.takeConversation, { conversationId: tagged.id });
});

describe('SRCH-03 filters combine and are kept', () => {
  it('by tag, colleague, channel, time and order state, all at once', async () => {
    const { assigneeId, channelId } = await owner.call(conversations.getConversation, {
      conversationId: held.id,
    });
    expect(await ids({ tag: '老客' })).toEqual([tagged.id]);
    expect((await ids({ assigneeId })).sort()).toEqual([tagged.id, held.id].sort());
    expect(
      await ids({ assigneeId, tag: '老客', channelId, since: '2020-01-01T00:00:00.000Z' }),
    ).toEqual([tagged.id]);
    expect(await ids({ tag: '老客', until: '2020-01-01T00:00:00.000Z' })).toEqual([]);
    expect(await ids({ tag: '老客', orderStatus: 'paid' })).toEqual([]);
    expect(await ids({ tag: "' or true --" })).toEqual([]);
  });

  it('a view counts for its reader, is seen by those it is for, and a name stands once', async () => {
    const made = await owner.call(conversations.createSavedView, {
      ...{ name: '老客', scope: 'team', filter: { view: 'all', tag: '老客' } },
    });
    expect(made.count).toBe(1);
    const own = { name: '我的', scope: 'personal' as const, filter: { view: 'queue' as const } };
    await owner.call(conversations.createSavedView, own);
    expect(await codeOf(owner.call(conversations.createSavedView, own))).toBe(
      'saved_view.name_taken',
    );
    expect((await views(agent)).map(({ name, can }) => [name, can])).toEqual([['老客', []]]);
    expect((await views(owner)).map(({ name }) => name)).toEqual(['我的', '老客']);
    await owner.call(conversations.closeConversation, { conversationId: tagged.id });
    expect((await views(agent))[0]?.count).toBe(0);
  });

  it('refuses shared views of agents, a shop view without a shop, and taking away what is not theirs', async () => {
    const filter = { view: 'all' as const };
    expect(
      await codeOf(agent.call(conversations.createSavedView, { name: 'x', scope: 'team', filter })),
    ).toBe('access.denied');
    expect(
      await codeOf(owner.call(conversations.createSavedView, { name: 'x', scope: 'shop', filter })),
    ).toBe('saved_view.shop_missing');
    const [own, shared] = await views(owner);
    expect(
      await codeOf(agent.call(conversations.deleteSavedView, { savedViewId: own?.id ?? '' })),
    ).toBe('saved_view.not_found');
    expect(
      await codeOf(agent.call(conversations.deleteSavedView, { savedViewId: shared?.id ?? '' })),
    ).toBe('access.denied');
    await owner.call(conversations.deleteSavedView, { savedViewId: shared?.id ?? '' });
    expect(await views(agent)).toEqual([]);
    expect((await views(await (await talk()).as('何雅琴'))).length).toBe(0);
  });

  it('shared views go as far as who makes them: some shops, a view of one of those', async () => {
    const filter = { view: 'all' as const };
    const far = await owner.call(shops.createShop, {
      ...{ name: '远山茶店', currency: 'CNY', timezone: 'Asia/Shanghai' },
      ...{ locale: 'zh-CN', kind: 'built-in' },
    });
    const memberId = t.member('周启明');
    await owner.call(access.changeMemberRole, { memberId, role: 'lead', shopIds: [t.shop] });
    const lead = await t.as('周启明');
    const make = (view: object) =>
      codeOf(
        lead.call(conversations.createSavedView, { name: '同看', scope: 'team', filter, ...view }),
      );
    expect(await make({})).toBe('saved_view.beyond_reach');
    expect(await make({ scope: 'shop', shopId: far.id })).toBe('access.denied');
    expect(await make({ scope: 'shop', shopId: t.shop })).toBe('done');
    const team = await owner.call(conversations.createSavedView, {
      ...{ name: '全队', scope: 'team', filter },
    });
    expect(await codeOf(lead.call(conversations.deleteSavedView, { savedViewId: team.id }))).toBe(
      'access.denied',
    );
    await owner.call(conversations.createSavedView, {
      ...{ name: '远山', scope: 'shop', shopId: far.id, filter },
    });
    expect((await views(lead)).map(({ name }) => name).sort()).toEqual(['全队', '同看'].sort());
    await owner.call(access.changeMemberRole, { memberId, role: 'lead', shopIds: null });
  });

  it('one keeps fifty for oneself and is told so, also when two are kept at once', async () => {
    const keep = (n: number) =>
      agent.call(conversations.createSavedView, {
        ...{ name: `第 ${n} 个`, scope: 'personal', filter: { view: 'all' } },
      });
    for (let n = 1; n < 50; n += 1) await keep(n);
    const codes = await Promise.all([codeOf(keep(50)), codeOf(keep(51))]);
    expect(codes.sort()).toEqual(['done', 'saved_view.too_many']);
    const own = (await views(agent)).filter(({ scope }) => scope === 'personal');
    expect(own.length).toBe(50);
    for (const { id } of own) await agent.call(conversations.deleteSavedView, { savedViewId: id });
    expect(await codeOf(keep(52))).toBe('done');
  });

  it('SRCH-05 a filtered list skips and repeats nothing while the conversations in it move', async () => {
    const moving: Asking[] = [];
    for (let n = 0; n < 30; n += 1) moving.push(await t.asks(`第 ${n} 位`));
    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await owner.call(conversations.listConversations, {
        ...{ view: 'queue', since: '2020-01-01T00:00:00.000Z', limit: 7 },
        ...(cursor ? { cursor } : {}),
      });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next;
      for (const one of moving.slice(seen.length % 20, (seen.length % 20) + 6)) {
        await one.say('又一句');
        await owner.call(conversations.addNote, {
          conversationId: one.id,
          clientKey: clientKey(),
          text: '看过',
        });
      }
    } while (cursor);
    expect(new Set(seen).size).toBe(seen.length);
    expect(moving.every(({ id }) => seen.includes(id))).toBe(true);
  });
});
