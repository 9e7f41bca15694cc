import { buyers, channels, conversations, shops } from '@guitai/contract';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../../../test/office.ts';
import { clientKey, codeOf, later, type Talk, talk } from '../../../test/talk.ts';

let t: Talk;
let desk: Browser;
beforeAll(async () => {
  t = await talk();
  desk = await t.as('何雅琴');
});

const get = (conversationId: string) =>
  desk.call(conversations.getConversation, { conversationId });
const close = (conversationId: string) =>
  desk.call(conversations.closeConversation, { conversationId });
const lines = async (conversationId: string) =>
  (await desk.call(conversations.listMessages, { conversationId })).items.flatMap(({ line }) =>
    line ? [line.code] : [],
  );

describe('the life of a conversation', () => {
  it('CONV-01 goes through its states, each with a line and an event', async () => {
    const { id } = await t.asks();
    expect((await get(id)).state).toBe('open');
    await desk.call(conversations.snoozeConversation, { conversationId: id, until: null });
    expect((await get(id)).state).toBe('snoozed');
    await desk.call(conversations.wakeConversation, { conversationId: id });
    await close(id);
    expect(await get(id)).toMatchObject({ state: 'resolved', waitingSince: null });
    await desk.call(conversations.reopenConversation, { conversationId: id });
    await desk.call(conversations.markSpam, { conversationId: id });
    expect(await get(id)).toMatchObject({ state: 'spam', assigneeId: null });
    await desk.call(conversations.reopenConversation, { conversationId: id });
    expect(await lines(id)).toEqual([
      'conversation.snoozed',
      'conversation.woken',
      'conversation.closed',
      'conversation.reopened',
      'conversation.marked_spam',
      'conversation.reopened',
    ]);
    const types = await t.eventTypes();
    expect(types.filter((type) => type.startsWith('conversation.'))).toEqual([
      'conversation.opened',
      'conversation.snoozed',
      'conversation.woken',
      'conversation.closed',
      'conversation.reopened',
      'conversation.marked_spam',
      'conversation.reopened',
    ]);
  });

  it('CONV-01 refuses an illegal step with the reason, and nothing changes', async () => {
    const { id } = await t.asks();
    const before = await get(id);
    const wrong = [
      desk.call(conversations.wakeConversation, { conversationId: id }),
      desk.call(conversations.reopenConversation, { conversationId: id }),
    ];
    const codes = await Promise.all(wrong.map(codeOf));
    expect(new Set(codes)).toEqual(new Set(['conversation.illegal_transition']));
    await close(id);
    expect(await codeOf(close(id))).toBe('conversation.illegal_transition');
    await desk.call(conversations.reopenConversation, { conversationId: id });
    const after = await get(id);
    expect({ ...after, lastSeq: 0, can: [] }).toEqual({
      ...before,
      waitingSince: null,
      lastSeq: 0,
      can: [],
    });
    await desk.call(conversations.markSpam, { conversationId: id });
    const reply = desk.call(conversations.sendMessage, {
      conversationId: id,
      clientKey: clientKey(),
      text: '您好',
    });
    expect(await codeOf(reply)).toBe('conversation.illegal_transition');
  });

  it('CONV-02 a word within the window reopens, a later one begins a conversation that names the old', async () => {
    const { id, say } = await t.asks();
    await close(id);
    expect((await say('还有个问题')).conversation.id).toBe(id);
    expect(await get(id)).toMatchObject({ state: 'open', lastText: '还有个问题' });
    await close(id);
    const fresh = await later(73 * 3_600_000, () => say('又来了'));
    expect(fresh.conversation.id).not.toBe(id);
    expect(await get(fresh.conversation.id)).toMatchObject({
      state: 'open',
      previousConversationId: id,
    });
    const old = desk.call(conversations.reopenConversation, { conversationId: id });
    expect(await codeOf(old)).toBe('conversation.superseded');
    const reply = { conversationId: id, clientKey: clientKey(), text: '旧会话' };
    expect(await codeOf(desk.call(conversations.sendMessage, reply))).toBe(
      'conversation.superseded',
    );
  });

  it('CONV-02 keeps to the window the shop has set', async () => {
    await desk.call(shops.updateShopSettings, { shopId: t.shop, reopenWindowHours: 0 });
    const { id, say } = await t.asks();
    await close(id);
    expect((await say('马上又来')).conversation.id).not.toBe(id);
    await desk.call(shops.updateShopSettings, { shopId: t.shop, reopenWindowHours: 72 });
  });

  it('CONV-05 a snoozed conversation wakes with the buyer’s next word, and not for a moment before', async () => {
    const { id, say } = await t.asks();
    await desk.call(conversations.snoozeConversation, {
      conversationId: id,
      until: new Date(Date.now() + 3_600_000).toISOString(),
    });
    const past = { conversationId: id, until: '2020-01-01T00:00:00.000Z' };
    expect(await codeOf(desk.call(conversations.snoozeConversation, past))).toBe(
      'conversation.snooze_past',
    );
    expect((await get(id)).state).toBe('snoozed');
    await say('想起来了');
    expect(await get(id)).toMatchObject({ state: 'open', snoozedUntil: null });
    expect(await lines(id)).toEqual(['conversation.snoozed', 'conversation.woken']);
  });

  it('CONV-10 shows since when the buyer waits: notes do not answer, people do', async () => {
    const { id, say } = await t.asks();
    const since = (await get(id)).waitingSince;
    expect(since).not.toBeNull();
    await say('在吗？？');
    await desk.call(conversations.addNote, {
      conversationId: id,
      clientKey: clientKey(),
      text: '查库存',
    });
    expect((await get(id)).waitingSince).toBe(since);
    await desk.call(conversations.sendMessage, {
      conversationId: id,
      clientKey: clientKey(),
      text: '在的',
    });
    expect((await get(id)).waitingSince).toBeNull();
  });

  it('CONV-12 a blocked buyer’s words are kept hidden, call nobody, and look sent to the buyer', async () => {
    const { id, say, buyer } = await t.asks();
    const { buyerId } = await get(id);
    await desk.call(buyers.setBuyerBlock, { buyerId, reason: '辱骂客服' });
    await t.settle();
    const before = await get(id);
    const sent = await say('凭什么');
    expect(sent.message.text).toBe('凭什么');
    expect(JSON.stringify(sent)).not.toContain('hidden":true');
    expect(await get(id)).toEqual({ ...before, lastSeq: before.lastSeq + 1 });
    expect((await t.eventTypes()).at(-1)).toBe('message.hidden');
    expect((await buyer.call(channels.getChat, {})).messages.at(-1)?.text).toBe('凭什么');
    const agent = await t.as('林小满');
    const seen = await agent.call(conversations.listMessages, { conversationId: id });
    expect(seen.items.map(({ text }) => text)).not.toContain('凭什么');
    const audited = await desk.call(conversations.listMessages, { conversationId: id });
    expect(audited.items.at(-1)).toMatchObject({ text: '凭什么', hidden: true });
    await close(id);
    await say('还在吗');
    expect((await get(id)).state).toBe('resolved');
  });

  it('CONV-12 the first word of somebody blocked opens nothing that calls anybody', async () => {
    const { id, buyer } = await t.asks();
    const { buyerId } = await get(id);
    await close(id);
    await desk.call(buyers.setBuyerBlock, { buyerId, reason: '骚扰' });
    await t.settle();
    const count = (await t.eventTypes()).filter((type) => type === 'conversation.opened').length;
    await later(100 * 3_600_000, () =>
      buyer.call(channels.sendChatMessage, { clientKey: clientKey(), text: '换个会话' }),
    );
    const opened = (await t.eventTypes()).filter((type) => type === 'conversation.opened').length;
    expect(opened).toBe(count);
  });

  it('CONV-13 drafts belong to one member, one conversation and one kind', async () => {
    const [one, two] = [await t.asks(), await t.asks()];
    const agent = await t.as('林小满');
    const put = (who: Browser, conversationId: string, kind: 'reply' | 'note', text: string) =>
      who.call(conversations.putDraft, { conversationId, kind, text });
    await put(desk, one.id, 'reply', '还没写完');
    await put(desk, one.id, 'note', '内部');
    await put(agent, one.id, 'reply', '小满的');
    const drafts = (who: Browser, conversationId: string) =>
      who.call(conversations.getDrafts, { conversationId });
    const other = await t.as('何雅琴');
    expect(await drafts(other, one.id)).toEqual({ reply: '还没写完', note: '内部' });
    expect(await drafts(agent, one.id)).toEqual({ reply: '小满的', note: '' });
    expect(await drafts(desk, two.id)).toEqual({ reply: '', note: '' });
    await put(desk, one.id, 'reply', '');
    expect(await drafts(desk, one.id)).toEqual({ reply: '', note: '内部' });
  });

  it('CONV-14 asks before an answer crosses a colleague’s', async () => {
    const { id } = await t.asks();
    const agent = await t.as('林小满');
    const send = (who: Browser, seen: number) =>
      who.call(conversations.sendMessage, {
        conversationId: id,
        clientKey: clientKey(),
        text: '好的',
        seen,
      });
    await send(agent, 1);
    expect(await codeOf(send(desk, 1))).toBe('conversation.answered_meanwhile');
    expect(await codeOf(send(desk, 2))).toBe('done');
    expect(await codeOf(send(agent, 2))).toBe('conversation.answered_meanwhile');
  });

  it('RT-10 opening clears one’s own unread and nobody else’s; the buyer sees that it was seen', async () => {
    const { id, say, buyer } = await t.asks();
    await say('第二句');
    const agent = await t.as('林小满');
    expect((await get(id)).unread).toBe(2);
    const marked = await desk.call(conversations.markConversationRead, {
      conversationId: id,
      seq: 2,
    });
    expect(marked).toEqual({ readSeq: 2, unread: 0 });
    expect((await get(id)).unread).toBe(0);
    const theirs = await agent.call(conversations.getConversation, { conversationId: id });
    expect(theirs.unread).toBe(2);
    await say('第三句');
    expect((await get(id)).unread).toBe(1);
    const back = await desk.call(conversations.markConversationRead, {
      conversationId: id,
      seq: 1,
    });
    expect(back.readSeq).toBe(2);
    const chat = await buyer.call(channels.getChat, {});
    expect(chat.conversation?.staffReadSeq).toBe(2);
    await desk.call(conversations.sendMessage, {
      conversationId: id,
      clientKey: clientKey(),
      text: '在',
    });
    expect((await buyer.call(channels.getChat, {})).conversation?.unread).toBe(1);
    await buyer.call(channels.markChatRead, { conversationId: id, seq: 4 });
    expect(await get(id)).toMatchObject({ buyerReadSeq: 4, buyerUnread: 0 });
  });

  it('MSG-09 the author takes a message back within two minutes; auditors still read it', async () => {
    const { id, buyer } = await t.asks();
    const agent = await t.as('林小满');
    const send = (text: string) =>
      agent.call(conversations.sendMessage, { conversationId: id, clientKey: clientKey(), text });
    const sent = await send('说错了');
    const recall = (who: Browser, messageId: string) =>
      who.call(conversations.recallMessage, { conversationId: id, messageId });
    expect(await codeOf(recall(desk, sent.id))).toBe('message.not_own');
    const back = await recall(agent, sent.id);
    expect(back.text).toBe('');
    expect(back.recalledAt).not.toBeNull();
    expect((await get(id)).lastText).toBe('');
    const chat = await buyer.call(channels.getChat, {});
    expect(chat.messages.at(-1)).toMatchObject({ id: sent.id, text: '' });
    const audited = await desk.call(conversations.listMessages, { conversationId: id });
    expect(audited.items.at(-1)).toMatchObject({ id: sent.id, text: '说错了' });
    expect(await codeOf(recall(agent, sent.id))).toBe('done');
    const late = await send('太晚了');
    const tooLate = later(121_000, () => codeOf(recall(agent, late.id)));
    expect(await tooLate).toBe('message.recall_too_late');
    const said = (await buyer.call(channels.getChat, {})).messages[0]?.id ?? '';
    expect(await codeOf(recall(desk, said))).toBe('message.not_own');
  });

  it('the log keeps no copy of the words', async () => {
    const { id } = await t.asks('只在一处的话');
    const found = await t.rows<{ n: number }>(
      sql`select count(*)::int as n from events where topic = ${id} and data::text like '%只在一处的话%' and type = 'message.posted'`,
    );
    expect(found[0]?.n).toBe(0);
  });
});
