import type { AddressInfo } from 'node:net';
import type { live } from '@guitai/contract';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { connectLive, type Live, type LiveOptions, type LiveStatus } from './index.ts';

const pace = { first: 10, longest: 40, ping: 40, pong: 40, typing: 50 };
const event = (seq: number): object => ({
  t: 'event',
  seq,
  type: 'message.posted',
  subject: null,
  at: '2026-03-18T06:02:11Z',
  actor: { kind: 'buyer', id: null },
  data: { seq },
});

describe('the live connection against a real WebSocket server', () => {
  let server: WebSocketServer;
  let frames: live.ClientFrame[];
  let line: WebSocket | undefined;
  let answerHello: (socket: WebSocket, hello: live.HelloFrame) => void;
  let open: Live[];

  beforeEach(async () => {
    frames = [];
    open = [];
    answerHello = (socket) => tell(socket, { t: 'ready', epoch: 'e1', seq: 5, self: {} });
    server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    await new Promise((done) => server.once('listening', done));
    server.on('connection', (socket) => {
      line = socket;
      socket.on('message', (bytes) => {
        const frame = JSON.parse(String(bytes)) as live.ClientFrame;
        frames.push(frame);
        if (frame.t === 'hello') answerHello(socket, frame);
      });
    });
  });

  afterEach(() => {
    for (const one of open) one.close();
    for (const socket of server.clients) socket.terminate();
    server.close();
  });

  const tell = (socket: WebSocket | undefined, frame: object) =>
    socket?.send(JSON.stringify(frame));
  const connect = (more: Partial<LiveOptions> = {}): Live => {
    const { port } = server.address() as AddressInfo;
    const one = connectLive({
      url: `ws://127.0.0.1:${port}/api/live`,
      hello: () => ({ as: 'desk' }),
      pace,
      ...more,
    });
    open.push(one);
    return one;
  };
  const until = async (holds: () => boolean) => {
    for (let step = 0; step < 400 && !holds(); step += 1)
      await new Promise((r) => setTimeout(r, 5));
    expect(holds()).toBe(true);
  };
  const live_ = async (one: Live) => until(() => one.status() === 'live');
  const sent = (t: string) => frames.filter((frame) => frame.t === t);

  test('RT-01 says hello first, then events arrive once and move the cursor', async () => {
    const seen: number[] = [];
    const one = connect({ onEvent: ({ seq }) => seen.push(seq) });
    await live_(one);
    expect(frames[0]).toEqual({ t: 'hello', as: 'desk' });
    for (const seq of [6, 6, 8, 7]) tell(line, event(seq));
    tell(line, { t: 'at', seq: 12 });
    await until(() => one.cursor()?.seq === 12);
    expect(seen).toEqual([6, 8]);
  });

  test('RT-01 after a cut it resumes from its cursor', async () => {
    const one = connect();
    await live_(one);
    tell(line, event(9));
    await until(() => one.cursor()?.seq === 9);
    line?.terminate();
    await until(() => sent('hello').length === 2);
    expect(sent('hello')[1]).toMatchObject({ cursor: { epoch: 'e1', seq: 9 } });
  });

  test('RT-03 resync moves the cursor and asks for a fresh load once', async () => {
    let resyncs = 0;
    answerHello = (socket) => tell(socket, { t: 'resync', epoch: 'e2', seq: 70 });
    const one = connect({ cursor: { epoch: 'e1', seq: 2 }, onResync: () => (resyncs += 1) });
    await live_(one);
    expect(resyncs).toBe(1);
    expect(one.cursor()).toEqual({ epoch: 'e2', seq: 70 });
  });

  test('RT-13 keeps trying with growing pauses while nobody answers', async () => {
    const states: LiveStatus[] = [];
    const one = connect({ onStatus: (status) => states.push(status) });
    await live_(one);
    const { port } = server.address() as AddressInfo;
    line?.terminate();
    await new Promise<void>((done) => server.close(() => done()));
    await until(() => states.filter((status) => status === 'waiting').length > 4);
    server = new WebSocketServer({ port, host: '127.0.0.1' });
    server.on('connection', (socket) =>
      socket.on('message', () => tell(socket, { t: 'ready', epoch: 'e1', seq: 5, self: {} })),
    );
    await live_(one);
  });

  test('a message is acknowledged; unanswered ones are repeated with the same key', async () => {
    const one = connect();
    const answer = one.send({ key: 'k1', conversationId: 'c', kind: 'text', text: '在的' });
    await until(() => sent('send').length === 1);
    line?.terminate();
    await until(() => sent('send').length === 2);
    expect(sent('send')[0]).toEqual(sent('send')[1]);
    tell(line, { t: 'ack', key: 'k1', messageId: 'm', conversationId: 'c', seq: 3, at: 'x' });
    expect((await answer).seq).toBe(3);
  });

  test('a refused message rejects with the problem', async () => {
    const one = connect();
    const answer = one.send({ key: 'k2', conversationId: 'c', kind: 'text', text: 'x' });
    await until(() => sent('send').length === 1);
    const problem = { type: 't', title: 't', status: 409, code: 'x.y', detail: '同事刚回复' };
    tell(line, { t: 'refused', key: 'k2', problem });
    await expect(answer).rejects.toMatchObject({ code: 'x.y', message: '同事刚回复' });
  });

  test('RT-08 typing is throttled per conversation, viewing is said once and again after a cut', async () => {
    const one = connect();
    await live_(one);
    for (let time = 0; time < 5; time += 1) one.typing('c1');
    one.typing('c2', true);
    one.viewing('c1');
    one.viewing('c1');
    await until(() => sent('viewing').length === 1 && sent('typing').length === 2);
    line?.terminate();
    await until(() => sent('viewing').length === 2);
  });

  test('a silent line is noticed by ping and replaced', async () => {
    const one = connect();
    await live_(one);
    await until(() => sent('ping').length > 0 && sent('hello').length > 1);
    await live_(one);
  });

  test('signed out is the end, a restart is not', async () => {
    const one = connect();
    await live_(one);
    tell(line, { t: 'bye', why: 'restart' });
    line?.close();
    await until(() => sent('hello').length === 2);
    await live_(one);
    tell(line, { t: 'bye', why: 'signed_out' });
    await until(() => one.status() === 'ended');
  });

  test('RT-12 behind a proxy without sockets events are asked for, words go by HTTP, and the page can say so', async () => {
    server.removeAllListeners('connection');
    server.on('connection', (socket) => socket.terminate());
    const states: LiveStatus[] = [];
    const seen: number[] = [];
    const posted: string[] = [];
    let asked = 0;
    const one = connect({
      onStatus: (status) => states.push(status),
      onEvent: ({ seq }) => seen.push(seq),
      fallback: {
        async poll({ seq }) {
          asked += 1;
          if (asked === 3) throw new Error('a gust of wind');
          await new Promise((done) => setTimeout(done, 5));
          if (seq === undefined) return { epoch: 'e1', seq: 5, resync: false, events: [] };
          const next = asked < 8 ? [event(seq + 1) as live.EventFrame] : [];
          return { epoch: 'e1', seq: seq + next.length, resync: false, events: next };
        },
        async post({ key }) {
          posted.push(key);
          return { key, messageId: 'm', conversationId: 'c', seq: 1, at: 'x' };
        },
      },
    });
    const answer = one.send({ key: 'k3', conversationId: 'c', kind: 'text', text: '在的' });
    await until(() => one.status() === 'delayed');
    expect((await answer).messageId).toBe('m');
    await until(() => seen.length >= 4);
    expect(seen).toEqual(seen.map((_, n) => 6 + n));
    expect(posted).toEqual(['k3']);
    server.removeAllListeners('connection');
    server.on('connection', (socket) =>
      socket.on('message', () => tell(socket, { t: 'ready', epoch: 'e1', seq: 5, self: {} })),
    );
    await live_(one);
    const before = asked;
    await new Promise((done) => setTimeout(done, 60));
    expect(asked - before).toBeLessThanOrEqual(1);
    expect(states).toContain('delayed');
  });
});
