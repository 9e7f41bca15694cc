import {
  buyers,
  followups as contract,
  conversations,
  notices,
  orders,
  outreach,
} from '@guitai/contract';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { type Followed, followed } from '../../../test/followed.ts';
import { codeOf } from '../../../test/talk.ts';
import { world } from '../../../test/world.ts';
import { system } from '../../kernel/actor.ts';
import { clock } from '../../kernel/clock.ts';
import { findShop } from '../shops/index.ts';
import { fillOnce } from './fill.ts';
import { makeRound } from './rounds.ts';

const fill = (w: Followed) => w.lead.call(contract.fillFollowups, { shopId: w.shop });
const only = async (w: Followed, query: object = {}) => {
  const [one, ...more] = await w.list(query);
  expect(more).toEqual([]);
  if (!one) throw new Error('nobody is on the list');
  return one;
};
const wordsIn = async (chat: Followed['chat']) => {
  const { channels } = await import('@guitai/contract');
  return (await chat.call(channels.getChat)).messages;
};
const iso = (hours: number) => new Date(clock.now() + hours * 3_600_000).toISOString();

describe('A20 who asked and did not buy', () => {
  it('stands on the list once, however often and by how many at once it is filled', async () => {
    const w = await followed();
    const asker = await w.asks();
    await w.heard();
    expect((await fill(w)).added).toBe(0);
    w.later(25);
    const shop = await w.doing((tx) => findShop(tx, w.shop));
    if (!shop) throw new Error('no shop');
    const actor = system(w.team, 'test');
    const both = await Promise.all([
      w.db.write(actor, (tx) => fillOnce(actor, tx, shop)),
      w.db.write(actor, (tx) => fillOnce(actor, tx, shop)),
      makeRound(w.db, w.team),
    ]);
    await makeRound(w.db, w.team);
    expect(Number(both[0]) + Number(both[1])).toBeLessThanOrEqual(2);
    const listed = await w.list({ buyerId: asker.buyer });
    expect(listed).toHaveLength(1);
    expect(listed[0]).toMatchObject({
      ...{
        reason: 'asked',
        state: 'open',
        assigneeName: '林小满',
        conversationId: asker.conversation,
      },
    });
    expect(listed[0]?.can).toEqual(expect.arrayContaining(['contactFollowup', 'sendFollowups']));
  });

  it('a round killed in the middle leaves nothing half done; the next one does it', async () => {
    const w = await followed();
    await w.asks();
    await w.asks();
    await w.heard();
    w.later(25);
    const shop = await w.doing((tx) => findShop(tx, w.shop));
    if (!shop) throw new Error('no shop');
    const actor = system(w.team, 'test');
    const dies = w.db.write(actor, async (tx) => {
      await fillOnce(actor, tx, shop);
      throw new Error('killed');
    });
    await expect(dies).rejects.toThrow('killed');
    expect(await w.list({ reason: 'asked' })).toEqual([]);
    await makeRound(w.db, w.team);
    expect((await w.list({ reason: 'asked' })).length).toBeGreaterThanOrEqual(2);
  });

  it('who buys before anybody wrote falls off the list, and nobody is credited', async () => {
    const w = await followed();
    const asker = await w.asks();
    await w.heard();
    w.later(25);
    await fill(w);
    await w.buys(asker.buyer, { paid: false });
    await w.heard();
    expect(await only(w, { buyerId: asker.buyer })).toMatchObject({
      ...{ state: 'dropped', why: 'bought', contactedAt: null, convertedOrderId: null },
    });
    await fill(w);
    expect(await w.list({ buyerId: asker.buyer, tab: 'due' })).toEqual([]);
  });

  it('is contacted once something was said, replied, ordered, paid; a refund takes the credit back', async () => {
    const w = await followed();
    const asker = await w.asks();
    await w.heard();
    w.later(25);
    await fill(w);
    const { id } = await only(w, { buyerId: asker.buyer });
    const up = await w.agent.call(contract.contactFollowup, { followupId: id });
    expect(up).toMatchObject({
      conversationId: asker.conversation,
      followup: { state: 'talking' },
    });
    expect(up.text).not.toMatch(/[{}]/);
    await w.heard();
    expect((await only(w, { buyerId: asker.buyer })).contactedAt).toBeNull();
    await w.says(asker, '您好，餐盘还有货');
    await w.heard();
    expect(await only(w, { tab: 'underway' })).toMatchObject({ contactedByName: '林小满' });
    const { channels } = await import('@guitai/contract');
    await asker.chat.call(channels.sendChatMessage, {
      text: '好的，我要',
      clientKey: crypto.randomUUID(),
    });
    const orderId = await w.buys(asker.buyer);
    await w.heard();
    const done = await only(w, { buyerId: asker.buyer });
    expect(done).toMatchObject({
      state: 'closed',
      result: 'bought',
      convertedOrderId: orderId,
      reversed: false,
    });
    expect(done.repliedAt).not.toBeNull();
    const span = { from: iso(-1), to: iso(1) };
    const before = await w.lead.call(contract.getFollowupResults, span);
    expect(before.all).toMatchObject({
      contacted: 1,
      replied: 1,
      ordered: 1,
      paid: 1,
      reversed: 0,
    });
    expect(before.people).toMatchObject([
      { name: '林小满', paid: 1, amounts: [{ currency: 'CNY', amountMinor: 11_700 }] },
    ]);
    const lit = before.steps.filter(({ contacted }) => contacted > 0);
    expect(lit).toMatchObject([{ contacted: 1, replied: 1, ordered: 1, paid: 1, weeks: false }]);
    const [{ from, to } = span] = lit;
    expect(await w.list({ stage: 'contacted', from, to })).toHaveLength(1);
    const year = { from: iso(-24 * 364), to: iso(1) };
    const { steps } = await w.lead.call(contract.getFollowupResults, year);
    expect(steps.length).toBeGreaterThan(51);
    expect(steps.every(({ weeks }) => weeks)).toBe(true);
    expect(steps.at(0)?.from).toBe(year.from);
    expect(steps.map((step) => step.from).slice(1)).toEqual(
      steps.map((step) => step.to).slice(0, -1),
    );
    expect(steps.reduce((sum, step) => sum + step.contacted, 0)).toBe(1);
    await w.lead.call(orders.refundOrder, {
      orderId,
      amountMinor: 11_700,
      reasonCode: 'agreed',
    });
    await w.heard();
    const after = await w.lead.call(contract.getFollowupResults, span);
    expect(after.all).toMatchObject({ contacted: 1, replied: 1, ordered: 0, paid: 0, reversed: 1 });
    expect(await w.list({ stage: 'paid', ...span })).toEqual([]);
    expect(await w.list({ stage: 'contacted', reason: 'asked', ...span })).toHaveLength(1);
  });

  it('blocked buyers and those who opted out are not put on a list', async () => {
    const w = await followed();
    const [blocked, silent, open] = [await w.asks(), await w.asks(), await w.asks()];
    await w.heard();
    await w.lead.call(buyers.setBuyerBlock, { buyerId: blocked.buyer, reason: '骚扰' });
    await w.lead.call(outreach.createOptOut, {
      ...{ buyerId: silent.buyer, shopId: w.shop, channel: 'all', topic: 'marketing' },
    });
    w.later(25);
    await fill(w);
    expect((await w.list({ reason: 'asked' })).map(({ buyerId }) => buyerId)).toContain(open.buyer);
    for (const { buyer } of [blocked, silent])
      expect(await w.list({ reason: 'asked', buyerId: buyer })).toEqual([]);
  });

  it('an order that lapsed unpaid puts its buyer on the list', async () => {
    const w = await followed();
    await w.doing(async (tx) => {
      const { run } = await import('../../kernel/tx.ts');
      await run(
        tx,
        sql`update orders set status = 'closed_unpaid' where team_id = ${w.team} and id = ${w.order}`,
      );
    });
    w.later(13);
    await fill(w);
    expect(await only(w, { reason: 'lapsed' })).toMatchObject({
      orderId: w.order,
      buyerId: w.buyer,
    });
    await w.buys(w.buyer);
    await w.heard();
    expect(await only(w, { reason: 'lapsed' })).toMatchObject({ state: 'dropped', why: 'bought' });
  });
});

describe('A21 visits', () => {
  it('are planned by hand, postponed, closed with a result and taken back, many at once', async () => {
    const w = await followed();
    const plan = (note: string) =>
      w.agent.call(contract.planFollowup, {
        ...{ conversationId: w.conversation, note, plannedAt: iso(20), productId: w.product },
      });
    await w.agent.call(conversations.takeConversation, { conversationId: w.conversation });
    const ids = [(await plan('问尺寸')).id, (await plan('问颜色')).id];
    expect(await w.list({ tab: 'planned' })).toHaveLength(2);
    w.later(21);
    expect(await w.list({ tab: 'due', assignee: w.member('林小满') })).toHaveLength(2);
    const until = iso(48);
    const moved = await w.agent.call(contract.postponeFollowups, { ids, until });
    expect(moved.items.map(({ plannedAt }) => plannedAt)).toEqual([until, until]);
    const closed = await w.agent.call(contract.closeFollowups, {
      ids,
      result: 'interested',
      note: '下周再来',
    });
    expect(closed.items.map(({ state, result }) => [state, result])).toEqual([
      ['closed', 'interested'],
      ['closed', 'interested'],
    ]);
    const unknown = await w.agent.call(contract.closeFollowups, { ids, result: 'interested' });
    expect(unknown.refused.map(({ code }) => code)).toEqual([
      'followup.not_now',
      'followup.not_now',
    ]);
    const back = await w.agent.call(contract.undoFollowups, { ids });
    expect(back.items.map(({ state, result, note }) => [state, result, note])).toEqual([
      ['open', null, '问尺寸'],
      ['open', null, '问颜色'],
    ]);
    const twice = await w.agent.call(contract.undoFollowups, { ids });
    expect(twice.refused).toHaveLength(2);
    const given = await w.lead.call(contract.assignFollowups, {
      ids,
      memberId: w.member('周启明'),
    });
    expect(given.items[0]).toMatchObject({ assigneeName: '周启明' });
    const foreign = await w.lead.call(contract.assignFollowups, {
      ids,
      memberId: w.member('方予安'),
    });
    expect(foreign.refused[0]?.code).toBe('followup.member_foreign');
  });

  it('a planned message counts when it was sent; taken back before, it is never sent', async () => {
    const w = await followed();
    const [one, two] = [await w.asks(), await w.asks()];
    await w.heard();
    w.later(25);
    await fill(w);
    const idOf = async (buyer: string) => (await only(w, { buyerId: buyer })).id;
    const ids = [await idOf(one.buyer), await idOf(two.buyer)];
    const planned = await w.agent.call(contract.sendFollowups, { ids, channels: ['chat'] });
    expect(planned.items.map(({ state }) => state)).toEqual(['sending', 'sending']);
    await w.agent.call(contract.undoFollowups, { ids: [ids[0] ?? ''] });
    await w.sent();
    await w.sent();
    expect(await only(w, { buyerId: one.buyer })).toMatchObject({
      state: 'open',
      contactedAt: null,
    });
    expect(await only(w, { buyerId: two.buyer })).toMatchObject({
      state: 'contacted',
      contactedByName: '林小满',
    });
    expect(
      (await wordsIn(two.chat)).filter(({ text }) => text.startsWith('您好，您之前问到的')),
    ).toHaveLength(1);
    expect(
      (await wordsIn(one.chat)).filter(({ text }) => text.startsWith('您好，您之前问到的')),
    ).toEqual([]);
    await w.agent.call(contract.sendFollowups, { ids: [ids[0] ?? ''], text: '您好！' });
    await w.sent();
    expect((await wordsIn(one.chat)).filter(({ text }) => text === '您好！')).toHaveLength(1);
  });

  it('who bought after the message was planned does not get it', async () => {
    const w = await followed();
    const asker = await w.asks();
    await w.heard();
    w.later(25);
    await fill(w);
    const { id } = await only(w, { buyerId: asker.buyer });
    await w.agent.call(contract.sendFollowups, { ids: [id] });
    await w.buys(asker.buyer);
    // The reaction to the order has not run: the moment of sending asks by itself.
    await w.sent();
    expect(await only(w, { buyerId: asker.buyer })).toMatchObject({
      state: 'dropped',
      why: 'bought',
    });
  });

  it('care tips by category stand in the words after goods were received', async () => {
    const w = await followed();
    await w.stocked(100, 11_800);
    const text = { 'zh-CN': '竹器别泡水。', 'zh-TW': '竹器請勿泡水。', en: 'Do not soak bamboo. ' };
    await w.lead.call(contract.updateFollowupSettings, {
      ...{ shopId: w.shop, tips: [{ category: '餐具', text }] },
    });
    const orderId = await w.buys(w.buyer);
    await w.doing(async (tx) => {
      const { run } = await import('../../kernel/tx.ts');
      await run(
        tx,
        sql`update orders set status = 'received' where team_id = ${w.team} and id = ${orderId}`,
      );
    });
    w.later(169);
    await fill(w);
    const { text: words, topic } = await only(w, { reason: 'received' });
    expect(words).toContain('竹器别泡水。');
    expect(topic).toBe('service');
  });

  it('people hear once a day how many are due', async () => {
    const w = await followed();
    await w.agent.call(conversations.takeConversation, { conversationId: w.conversation });
    await w.agent.call(contract.planFollowup, {
      ...{ conversationId: w.conversation, note: '问', plannedAt: iso(1) },
    });
    w.later(24 - new Date(clock.now() + 8 * 3_600_000).getUTCHours() + 10);
    await makeRound(w.db, w.team);
    await makeRound(w.db, w.team);
    const { items } = await w.agent.call(notices.listNotices, { kind: 'followups_due' });
    expect(items).toMatchObject([{ params: { count: 1, mine: 1 } }]);
  });

  it('another team, and who works in another shop, see and touch nothing', async () => {
    const w = await followed();
    await w.agent.call(conversations.takeConversation, { conversationId: w.conversation });
    const { id } = await w.agent.call(contract.planFollowup, {
      ...{ conversationId: w.conversation, note: '问', plannedAt: iso(1) },
    });
    const strangers = await world();
    const stranger = await strangers.as('何雅琴');
    expect(await codeOf(stranger.call(contract.getFollowup, { followupId: id }))).toBe(
      'followup.not_found',
    );
    const touched = await stranger.call(contract.closeFollowups, { ids: [id], result: 'reached' });
    expect(touched).toMatchObject({ items: [], refused: [{ code: 'followup.not_found' }] });
    expect(await codeOf(stranger.call(contract.getFollowupSettings, { shopId: w.shop }))).toBe(
      'shop.not_found',
    );
    await w.doing(async (tx) => {
      const { run } = await import('../../kernel/tx.ts');
      await run(
        tx,
        sql`update members set shop_ids = '{}' where team_id = ${w.team} and id = ${w.member('周启明')}`,
      );
    });
    const elsewhere = await w.as('周启明');
    expect((await elsewhere.call(contract.listFollowups, {})).items).toEqual([]);
    const ids = [id];
    expect(await elsewhere.call(contract.postponeFollowups, { ids, until: iso(9) })).toMatchObject({
      ...{ items: [], refused: [{ id, code: 'followup.not_found' }] },
    });
    expect(await codeOf(elsewhere.call(contract.contactFollowup, { followupId: id }))).toBe(
      'followup.not_found',
    );
    const observer = await w.as('方予安');
    expect(await codeOf(observer.call(contract.closeFollowups, { ids, result: 'reached' }))).toBe(
      'access.denied',
    );
  });
});
