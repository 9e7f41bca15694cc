import type { AddressInfo } from 'node:net';
import { access, channels } from '@guitai/contract';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { WebSocket } from 'ws';
import { type Built, build } from '../src/build.ts';
import { quiet } from '../src/kernel/log.ts';
import { testDatabase } from './database.ts';
import { type World, world, worldConfig } from './world.ts';

interface Frame {
  t: string;
  type?: string;
  data?: { message?: { text: string }; clientKey?: string };
  conversationId?: string;
}

let w: World;
let other: Built;
let here: string;
let there: string;
let key: string;

const addressOf = (built: Built): string =>
  `127.0.0.1:${(built.app.server.address() as AddressInfo).port}`;

/** A socket at one of the two processes, keeping what it hears. */
async function listen(host: string, hello: object) {
  const ws = new WebSocket(`ws://${host}/api/live`);
  const frames: Frame[] = [];
  ws.on('message', (data) => frames.push(JSON.parse(String(data)) as Frame));
  const until = async (found: (frame: Frame) => boolean) => {
    for (let end = Date.now() + 8_000; Date.now() < end; ) {
      const frame = frames.find(found);
      if (frame) return frame;
      await new Promise((done) => setTimeout(done, 10));
    }
    throw new Error(`never heard; heard ${JSON.stringify(frames).slice(0, 600)}`);
  };
  await new Promise((done) => ws.once('open', done));
  ws.send(JSON.stringify({ t: 'hello', ...hello }));
  await until((frame) => frame.t === 'at');
  return { ws, until, say: (frame: object) => ws.send(JSON.stringify(frame)) };
}

beforeAll(async () => {
  w = await world();
  const { url } = await testDatabase();
  other = await build(worldConfig(), { databaseUrl: url, log: quiet });
  if (!w.built.app.server.listening) await w.built.app.listen({ port: 0, host: '127.0.0.1' });
  await other.app.listen({ port: 0, host: '127.0.0.1' });
  [here, there] = [addressOf(w.built), addressOf(other)];
  const owner = await w.as('何雅琴');
  ({ secret: key } = await owner.call(access.createApiKey, {
    name: 'two',
    permissions: ['conversations.read', 'conversations.reply'],
    shopIds: null,
    expiresAt: null,
  }));
  // Each has to have heard of the other once.
  await new Promise((done) => setTimeout(done, 500));
}, 60_000);

afterAll(async () => {
  await other.stop();
});

describe('two processes on one database', () => {
  it('RT-11 carry a buyer’s word from one to the desk on the other, and the answer back', async () => {
    const visitor = w.visitor();
    const first = await visitor.call(channels.sendChatMessage, {
      clientKey: 'first-word-1',
      text: '你好',
    });
    const conversationId = first.conversation.id;
    const buyer = await listen(here, { as: 'visitor', site: w.site, token: visitor.secret });
    const desk = await listen(there, { as: 'key', token: key });
    buyer.say({ t: 'send', key: 'word-two-1', kind: 'text', text: '还有货吗？' });
    await desk.until((f) => f.type === 'message.posted' && f.data?.message?.text === '还有货吗？');
    desk.say({ t: 'send', key: 'answer-one', conversationId, kind: 'text', text: '有的，今天发' });
    await desk.until((f) => f.t === 'ack');
    await buyer.until((f) => JSON.stringify(f).includes('有的，今天发'));
    buyer.ws.close();
    desk.ws.close();
  });

  it('RT-11 RT-08 carry typing across as well', async () => {
    const visitor = w.visitor();
    await visitor.call(channels.sendChatMessage, { clientKey: 'first-word-2', text: '在吗' });
    const buyer = await listen(here, { as: 'visitor', site: w.site, token: visitor.secret });
    const desk = await listen(there, { as: 'key', token: key });
    for (let turn = 0; turn < 3; turn += 1) {
      buyer.say({ t: 'typing' });
      await new Promise((done) => setTimeout(done, 200));
    }
    await desk.until((f) => f.t === 'typing');
    buyer.ws.close();
    desk.ws.close();
  });
});
