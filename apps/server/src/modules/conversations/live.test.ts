import type { AddressInfo } from 'node:net';
import { channels, conversations } from '@guitai/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { Person } from '../../../test/office.ts';
import { type Asking, clientKey, type Talk, talk } from '../../../test/talk.ts';

type Frame = { t: string; [field: string]: unknown } & Record<string, never>;

/** A tab with its socket. */
class Tab {
  readonly frames: Frame[] = [];
  readonly ws: WebSocket;
  constructor(ws: WebSocket) {
    this.ws = ws;
    ws.on('message', (data) => this.frames.push(JSON.parse(String(data))));
  }
  say(frame: object): void {
    this.ws.send(JSON.stringify(frame));
  }
  async hears(fits: (frame: Frame) => boolean, what: string, ms = 5_000): Promise<Frame> {
    const end = Date.now() + ms;
    for (;;) {
      const found = this.frames.find(fits);
      if (found) return found;
      if (Date.now() > end)
        throw new Error(`waited in vain for ${what}: ${JSON.stringify(this.frames.slice(-6))}`);
      await new Promise((done) => setTimeout(done, 5));
    }
  }
  of(type: string): Frame[] {
    return this.frames.filter((frame) => frame.t === type);
  }
  events(type: string): Frame[] {
    return this.frames.filter(
      (frame) => frame.t === 'event' && (frame as { type?: string }).type === type,
    );
  }
}

let t: Talk;
let port: number;
const open: Tab[] = [];
beforeAll(async () => {
  t = await talk();
  const { server } = t.built.app;
  if (!server.listening) await t.built.app.listen({ port: 0, host: '127.0.0.1' });
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  for (const { ws } of open) ws.terminate();
});

async function tab(hello: object, headers: Record<string, string> = {}): Promise<Tab> {
  const ws = new WebSocket(`ws://127.0.0.1:${port}/api/live`, { headers });
  const made = new Tab(ws);
  open.push(made);
  await new Promise((done, fail) => ws.once('open', done).once('error', fail));
  made.say({ t: 'hello', ...hello });
  await made.hears((f) => f.t === 'at' || f.t === 'refused', 'a welcome');
  return made;
}

const deskTab = async (person: Person, cursor?: object) => {
  const browser = await t.as(person);
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const made = await tab(
    { as: 'desk', ...(cursor ? { cursor } : {}) },
    { cookie, origin: 'http://desk.test' },
  );
  return { tab: made, browser };
};

const buyerTab = (asking: Pick<Asking, 'buyer'>) =>
  tab({ as: 'visitor', site: t.site, token: asking.buyer.secret });

const isAck = (key: string) => (f: Frame) => f.t === 'ack' && f.key === (key as never);
const isPosted = (text: string) => (f: Frame) =>
  f.t === 'event' &&
  (f as { type?: string }).type === 'message.posted' &&
  JSON.stringify(f.data).includes(text);

describe('messages over sockets', () => {
  it('MSG-01 a send is acknowledged once committed and heard by both sides once', async () => {
    const asking = await t.asks();
    const [{ tab: desk }, buyer] = [await deskTab('何雅琴'), await buyerTab(asking)];
    const key = clientKey();
    for (let n = 0; n < 3; n += 1)
      desk.say({ t: 'send', key, conversationId: asking.id, kind: 'text', text: '有货的' });
    await desk.hears(() => desk.of('ack').length === 3, 'three acknowledgements');
    expect(new Set(desk.of('ack').map((f) => `${f.messageId} ${f.seq}`)).size).toBe(1);
    await buyer.hears(isPosted('有货的'), 'the answer');
    const back = clientKey();
    buyer.say({ t: 'send', key: back, kind: 'text', text: '好的谢谢' });
    await buyer.hears(isAck(back), 'an acknowledgement');
    await desk.hears(isPosted('好的谢谢'), 'the buyer');
    await new Promise((done) => setTimeout(done, 50));
    expect(buyer.frames.filter(isPosted('有货的'))).toHaveLength(1);
    expect(desk.frames.filter(isPosted('好的谢谢'))).toHaveLength(1);
  });

  it('refuses what is malformed, foreign or not allowed, by key and with the reason', async () => {
    const asking = await t.asks();
    const [{ tab: desk }, buyer] = [await deskTab('方予安'), await buyerTab(asking)];
    const refused = async (tabOf: Tab, frame: Record<string, unknown>) => {
      const before = tabOf.of('refused').length;
      tabOf.say({ t: 'send', kind: 'text', text: '?', ...frame });
      await tabOf.hears(() => tabOf.of('refused').length > before, 'a refusal');
      return (tabOf.of('refused').at(-1) as unknown as { problem: { code: string } }).problem.code;
    };
    expect(await refused(desk, { key: clientKey(), conversationId: asking.id })).toBe(
      'access.denied',
    );
    const nowhere = { key: clientKey(), conversationId: crypto.randomUUID() };
    expect(await refused(desk, nowhere)).toBe('conversation.not_found');
    expect(await refused(desk, { key: 'short', conversationId: asking.id })).toBe(
      'request.invalid',
    );
    expect(await refused(buyer, { key: clientKey(), kind: 'note' })).toBe('access.denied');
    expect(await refused(buyer, { key: clientKey(), text: 'a\0b' })).toBe('request.invalid');
    expect(await refused(buyer, { key: clientKey(), text: '\ud800' })).toBe('request.invalid');
    expect(await refused(buyer, { key: clientKey(), text: 'x'.repeat(5001) })).toBe(
      'request.invalid',
    );
    expect(await refused(buyer, { key: clientKey(), text: 7 })).toBe('request.invalid');
  });

  it('the first word over a socket makes the conversation, and every tab of the buyer hears what follows', async () => {
    const visitor = t.visitor();
    const hello = { as: 'visitor', site: t.site, token: visitor.secret };
    const one = await tab(hello);
    const key = clientKey();
    one.say({ t: 'send', key, kind: 'text', text: '第一句就用长连接' });
    const ack = (await one.hears(isAck(key), 'an acknowledgement')) as unknown as {
      conversationId: string;
    };
    const two = await tab(hello);
    const { browser } = await deskTab('何雅琴');
    await browser.call(conversations.sendMessage, {
      conversationId: ack.conversationId,
      clientKey: clientKey(),
      text: '您好呀',
    });
    await one.hears(isPosted('您好呀'), 'the answer in the first tab');
    await two.hears(isPosted('您好呀'), 'the answer in the second tab');
  });

  it('RT-02 a tab that was open before its browser wrote its first word hears the answer to it', async () => {
    const visitor = t.visitor();
    const early = await buyerTab({ buyer: visitor });
    const { conversation } = await visitor.call(channels.sendChatMessage, {
      clientKey: clientKey(),
      text: '第一句走的是请求',
    });
    await early.hears((f) => f.t === 'resync', 'word to fetch what it does not know');
    const { browser } = await deskTab('何雅琴');
    await browser.call(conversations.sendMessage, {
      conversationId: conversation.id,
      clientKey: clientKey(),
      text: '听到了，您说',
    });
    await early.hears(isPosted('听到了，您说'), 'the answer');
    const key = clientKey();
    early.say({ t: 'send', key, kind: 'text', text: '我是同一个人' });
    const ack = (await early.hears(isAck(key), 'an acknowledgement')) as unknown as Frame;
    expect(ack.conversationId).toBe(conversation.id);
  });

  it('RT-02 the first word and the socket at the same moment: whichever comes first, the answer is heard', async () => {
    const { browser } = await deskTab('何雅琴');
    for (let n = 0; n < 8; n += 1) {
      const visitor = t.visitor();
      const word = { clientKey: clientKey(), text: `同时 ${n}` };
      const [{ conversation }, socket] = await Promise.all([
        visitor.call(channels.sendChatMessage, word),
        buyerTab({ buyer: visitor }),
      ]);
      const answer = (text: string) =>
        browser.call(conversations.sendMessage, {
          conversationId: conversation.id,
          clientKey: clientKey(),
          text,
        });
      await answer(`答 ${n}`);
      await socket.hears((f) => isPosted(`答 ${n}`)(f) || f.t === 'resync', 'it, or to fetch it');
      await answer(`再答 ${n}`);
      await socket.hears(isPosted(`再答 ${n}`), 'what is said from then on');
    }
  });

  it('RT-08 shows writing to those who may know, and a note’s never to the buyer', async () => {
    const asking = await t.asks();
    const [{ tab: desk }, { tab: other }, buyer] = [
      await deskTab('何雅琴'),
      await deskTab('周启明'),
      await buyerTab(asking),
    ];
    const typing = (note: boolean) => (f: Frame) => f.t === 'typing' && f.note === (note as never);
    desk.say({ t: 'typing', conversationId: asking.id, note: true });
    await other.hears(typing(true), 'a colleague’s note');
    desk.say({ t: 'typing', conversationId: asking.id });
    await new Promise((done) => setTimeout(done, 100));
    expect(other.of('typing')).toHaveLength(1);
    expect(buyer.of('typing')).toEqual([]);
    await new Promise((done) => setTimeout(done, 2_900));
    desk.say({ t: 'typing', conversationId: asking.id });
    const seen = await buyer.hears(typing(false), 'the team writing');
    expect(seen.conversationId).toBe(asking.id);
    expect(desk.of('typing')).toEqual([]);
    buyer.say({ t: 'typing' });
    await desk.hears(
      (f) => f.t === 'typing' && JSON.stringify(f.by).includes('buyer'),
      'the buyer writing',
    );
  });

  it('CONV-14 shows who else looks at a conversation, until they look away', async () => {
    const asking = await t.asks();
    const [{ tab: desk }, { tab: other }] = [await deskTab('何雅琴'), await deskTab('周启明')];
    const viewing = (members: string[]) => (f: Frame) =>
      f.t === 'viewing' &&
      f.conversationId === (asking.id as never) &&
      JSON.stringify([...(f.members as unknown as string[])].sort()) ===
        JSON.stringify([...members].sort());
    desk.say({ t: 'viewing', conversationId: asking.id });
    await other.hears(viewing([t.member('何雅琴')]), 'one looking');
    other.say({ t: 'viewing', conversationId: asking.id });
    await desk.hears(viewing([t.member('何雅琴'), t.member('周启明')]), 'both looking');
    other.ws.close();
    desk.frames.length = 0;
    await desk.hears(viewing([t.member('何雅琴')]), 'one again');
  });

  it('ACL-02 an agent hears nothing of what a colleague holds', async () => {
    const asking = await t.asks();
    const lead = await t.as('周启明');
    const { tab: agent } = await deskTab('林小满');
    await lead.call(conversations.takeConversation, { conversationId: asking.id });
    await agent.hears(
      (f) => f.t === 'event' && (f as { type?: string }).type === 'conversation.assigned',
      'that it left the queue',
    );
    await lead.call(conversations.sendMessage, {
      conversationId: asking.id,
      clientKey: clientKey(),
      text: '启明的话',
    });
    await lead.call(conversations.assignConversation, {
      conversationId: asking.id,
      memberId: t.member('林小满'),
    });
    await agent.hears(
      () => agent.events('conversation.assigned').length === 2,
      'that it is theirs',
    );
    await asking.say('轮到小满');
    await agent.hears(isPosted('轮到小满'), 'their buyer');
    const texts = agent
      .events('message.posted')
      .map((f) => (f.data as unknown as { message: { text: string } }).message.text);
    expect(texts).not.toContain('启明的话');
  });

  it('a buyer hears no note, no line, nobody else’s key, and states in their own words', async () => {
    const asking = await t.asks();
    const buyer = await buyerTab(asking);
    const desk = await t.as('何雅琴');
    const of = { conversationId: asking.id };
    await desk.call(conversations.addNote, { ...of, clientKey: clientKey(), text: '内部备注' });
    await desk.call(conversations.takeConversation, of);
    await desk.call(conversations.sendMessage, { ...of, clientKey: clientKey(), text: '公开回答' });
    await desk.call(conversations.snoozeConversation, { ...of, until: null });
    await desk.call(conversations.closeConversation, of);
    await buyer.hears((f) => (f as { type?: string }).type === 'conversation.state', 'the end');
    const heard = buyer.frames.filter((f) => f.t === 'event') as unknown as {
      type: string;
      data: never;
    }[];
    expect(heard.map(({ type }) => type)).toEqual(['message.posted', 'conversation.state']);
    expect(JSON.stringify(heard)).not.toMatch(/内部备注|assigneeId|snoozed/);
    const [answer] = heard as unknown as [{ data: { message: { clientKey: unknown } } }];
    expect(answer.data.message.clientKey).toBeNull();
  });

  it('RT-09 a member is online with any tab, and whispers say so', async () => {
    t = await talk();
    const { tab: watcher, browser } = await deskTab('何雅琴');
    const { tab: one } = await deskTab('林小满');
    const status = (value: string) => (f: Frame) =>
      f.t === 'presence' &&
      f.member === (t.member('林小满') as never) &&
      f.status === (value as never);
    await watcher.hears(status('online'), 'the colleague');
    one.ws.close();
    await new Promise((done) => setTimeout(done, 300));
    const { items } = await browser.call(conversations.listPresence, {});
    expect(items.find(({ memberId }) => memberId === t.member('林小满'))?.status).toBe('online');
    const agent = await t.as('林小满');
    await agent.call(conversations.setPresence, { status: 'away' });
    await watcher.hears(status('away'), 'that they stepped away');
    await agent.call(conversations.setPresence, { status: 'online' });
  });

  it('RT-10 a read mark over the socket reaches the buyer', async () => {
    const asking = await t.asks();
    const [{ tab: desk }, buyer] = [await deskTab('何雅琴'), await buyerTab(asking)];
    desk.say({ t: 'read', conversationId: asking.id, seq: 1 });
    const read = await buyer.hears(
      (f) => (f as { type?: string }).type === 'conversation.read',
      'the mark',
    );
    expect(read.data).toEqual({ conversationId: asking.id, buyerReadSeq: 0, staffReadSeq: 1 });
    buyer.say({ t: 'read', seq: 1 });
    await desk.hears(
      (f) =>
        (f as { type?: string }).type === 'conversation.read' &&
        JSON.stringify(f.data).includes('"buyer"'),
      'the buyer’s mark',
    );
  });

  it('WID-04 who signs out is cut at once, and the secret opens nothing any more', async () => {
    const asking = await t.asks();
    const buyer = await buyerTab(asking);
    await asking.buyer.call(channels.signOutVisitor, {});
    await buyer.hears((f) => f.t === 'bye', 'goodbye');
    expect((await asking.buyer.call(channels.getChat, {})).conversation).toBeNull();
  });
});

describe('RT-01 a fresh fetch equals the replay of events', () => {
  it('RT-02 for messages, states, recalls and marks: what a returning client builds is what a new one loads', async () => {
    const asking = await t.asks('开头');
    const { tab: away, browser } = await deskTab('何雅琴');
    const cursor = away.frames.filter((f) => f.t === 'at').at(-1) as unknown as { seq: number };
    const ready = away.frames.find((f) => f.t === 'ready') as unknown as { epoch: string };
    away.ws.close();
    const of = { conversationId: asking.id };
    const wrong = await browser.call(conversations.sendMessage, {
      ...of,
      clientKey: clientKey(),
      text: '要撤回的话',
    });
    await asking.say('还有一句');
    await browser.call(conversations.recallMessage, { ...of, messageId: wrong.id });
    await browser.call(conversations.addNote, { ...of, clientKey: clientKey(), text: '备注' });
    await browser.call(conversations.takeConversation, of);
    await browser.call(conversations.closeConversation, of);
    await asking.say('再问');
    const { tab: back } = await deskTab('何雅琴', { epoch: ready.epoch, seq: cursor.seq });
    const replayed = back.frames.filter((f) => f.t === 'event') as unknown as {
      seq: number;
      type: string;
      data: {
        message?: { id: string; conversationId: string; seq: number };
        conversation?: { id: string };
      };
    }[];
    expect(replayed.map(({ seq }) => seq)).toEqual(replayed.map((_, n) => cursor.seq + n + 1));
    const built = new Map<string, unknown>();
    let summary: Record<string, unknown> = {};
    for (const { data } of replayed) {
      if (data.message?.conversationId === asking.id) built.set(data.message.id, data.message);
      if (data.conversation?.id === asking.id) summary = data.conversation;
    }
    const agent = await t.as('方予安');
    const fresh = await agent.call(conversations.listMessages, of);
    expect(
      [...built.values()].sort((a, b) => (a as { seq: number }).seq - (b as { seq: number }).seq),
    ).toEqual(fresh.items.slice(1));
    const {
      unread: _u,
      readSeq: _r,
      can: _c,
      ...conversation
    } = await agent.call(conversations.getConversation, of);
    expect(summary).toEqual(conversation);
    expect(JSON.stringify(replayed)).not.toContain('要撤回的话');
  });
});
