import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { access, channels, conversations } from '@guitai/contract';
import type { Client } from '@guitai/sdk';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { bornFolder } from './born.ts';
import { deskOf, retried } from './kill-desk.ts';
import { postmaster, type Run, runCommand, runMain } from './program.ts';

/**
 * The pipeline under kill -9: buyers and colleagues write without pause while the product and its database are killed.
 * What was acknowledged must be there once, in its place; what was not is said again with its key until it is.
 */
const kills = { app: 14, database: 8 };
const buyers = 6;
const gapMs = () => 150 + Math.random() * 500;
/** What a writer takes for the next word: many words between two kills, and time for the product to come back. */
const breathMs = 15;

interface Acked {
  readonly messageId: string;
  readonly conversationId: string;
  readonly seq: number;
}

/** One that writes one word after the other over a socket, whatever becomes of the server. */
class Writer {
  readonly acked = new Map<string, Acked>();
  readonly refused: string[] = [];
  #pending: { key: string; frame: string } | null = null;
  /** While the last word is said again on a new one, an older one may still be open. */
  readonly #open = new Set<WebSocket>();
  #stopped = false;
  #count = 0;
  readonly #name: string;
  readonly #address: () => string;
  readonly #hello: object;
  readonly #part: object;

  constructor(name: string, address: () => string, hello: object, part: object = {}) {
    this.#name = name;
    this.#address = address;
    this.#hello = hello;
    this.#part = part;
  }

  async run(): Promise<void> {
    while (!this.#stopped) {
      await this.#connect().catch(() => sleep(50));
    }
  }

  /** Resolves when the last word is acknowledged. */
  async finish(): Promise<void> {
    this.#stopped = true;
    const patience = sleep(120_000, 'over', { ref: false });
    const asked = async () => {
      while (this.#pending) await this.#connect(true).catch(() => sleep(50));
    };
    await Promise.race([asked(), patience]);
    if (this.#pending) throw new Error(`${this.#name} was never answered`);
    for (const ws of this.#open) ws.terminate();
  }

  #connect(last = false): Promise<void> {
    const ws = new WebSocket(`${this.#address().replace('http', 'ws')}/api/live`);
    this.#open.add(ws);
    return new Promise((done, fail) => {
      ws.on('error', fail);
      ws.on('close', () => {
        this.#open.delete(ws);
        done();
      });
      ws.on('open', () => ws.send(JSON.stringify({ t: 'hello', ...this.#hello })));
      ws.on('message', (data) => this.#hear(ws, JSON.parse(String(data)), last));
    });
  }

  #hear(
    ws: WebSocket,
    frame: { t: string; key?: string; problem?: { code: string } } & Partial<Acked>,
    last: boolean,
  ): void {
    if (frame.t === 'at') this.#say(ws);
    // The answer came over another of its sockets while this one said the word again.
    else if (this.#stopped && this.#pending === null) ws.close();
    else if (frame.key !== this.#pending?.key) return;
    else if (frame.t === 'refused') {
      // Busy while the database is away: said again with the same key.
      if (frame.problem?.code !== 'server.busy') this.refused.push(frame.problem?.code ?? '');
      setTimeout(() => this.#say(ws), 50);
    } else if (frame.t === 'ack') {
      this.acked.set(frame.key ?? '', frame as Acked);
      this.#pending = null;
      if (last || this.#stopped) ws.close();
      else setTimeout(() => this.#sayNext(ws), breathMs);
    }
  }

  /** Another sign of the server may have had it said already. */
  #sayNext(ws: WebSocket): void {
    if (this.#pending === null) this.#say(ws);
  }

  #say(ws: WebSocket): void {
    if (ws.readyState !== WebSocket.OPEN) return;
    if (this.#pending === null) {
      if (this.#stopped) {
        ws.close();
        return;
      }
      this.#count += 1;
      const key = `${this.#name}-${String(this.#count).padStart(6, '0')}`;
      const frame = JSON.stringify({
        t: 'send',
        key,
        kind: 'text',
        text: `${key} 在吗`,
        ...this.#part,
      });
      this.#pending = { key, frame };
    }
    ws.send(this.#pending.frame);
  }
}

async function everyMessage(desk: Client, conversationId: string) {
  const found: { id: string; seq: number; clientKey: string | null }[] = [];
  let after = 0;
  for (;;) {
    const page = await retried(() =>
      desk.call(conversations.listMessages, { conversationId, after, limit: 200 }),
    );
    found.push(...page.items);
    if (page.after === null) return found;
    after = page.after;
  }
}

describe('kill -9', () => {
  it(`G1 MSG-01 MSG-08 ${kills.app + kills.database} kills of product and database under load lose nothing acknowledged, double nothing, leave no gap`, {
    timeout: 900_000,
  }, async () => {
    const dataDir = await bornFolder();
    const env = {
      GUITAI_DATA_DIR: dataDir,
      GUITAI_LIVE_FRAMES_PER_SECOND: '100000',
      GUITAI_LOG_LEVEL: 'error',
    };
    let run: Run = runMain(env);
    let address = await run.ready();
    const at = () => address;
    const token = await retried(async () => {
      const found = /set-up#(?:token=)?(\S+)/.exec(run.said())?.[1];
      if (!found) throw new Error('no set-up link yet');
      return found;
    });
    const desk = deskOf(at);
    const owner = await desk.call(access.createOwner, {
      token,
      name: '何雅琴',
      email: 'he@example.com',
      password: '河边的旧茶馆下午开门',
      locale: 'zh-CN',
      team: '青竹',
      shop: { name: '青竹家居', currency: 'CNY', timezone: 'Asia/Shanghai', locale: 'zh-CN' },
    });
    const { channel } = await desk.call(channels.createWebChannel, {
      shopId: owner.shopId,
      name: '官网',
    });
    const { secret } = await desk.call(access.createApiKey, {
      name: 'kills',
      shopIds: null,
      expiresAt: null,
      permissions: ['conversations.read', 'conversations.reply'],
    });

    const writers: Writer[] = [];
    for (let n = 0; n < buyers; n += 1) {
      const visitor = randomBytes(32).toString('base64url');
      const first = await fetch(`${address}/api/chat/messages`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'guitai-site': channel.site,
          'guitai-visitor': visitor,
        },
        body: JSON.stringify({ clientKey: `first-word-${n}`, text: '你好' }),
      });
      const { conversation } = (await first.json()) as { conversation: { id: string } };
      writers.push(
        new Writer(`buyer-${n}`, at, { as: 'visitor', site: channel.site, token: visitor }),
      );
      const part = { conversationId: conversation.id };
      writers.push(new Writer(`staff-${n}`, at, { as: 'key', token: secret }, part));
    }
    const writing = writers.map((writer) => writer.run());

    const plan = [
      ...Array.from({ length: kills.app }, () => 'app'),
      ...Array.from({ length: kills.database }, () => 'database'),
    ].sort(() => Math.random() - 0.5);
    for (const target of plan) {
      await sleep(gapMs());
      if (target === 'app') {
        run.child.kill('SIGKILL');
        await run.ended;
        run = runMain(env);
        address = await run.ready();
      } else {
        const before = postmaster(dataDir);
        process.kill(before, 'SIGKILL');
        await retried(async () => {
          expect(run.child.exitCode, run.said()).toBe(null);
          const reply = await fetch(`${address}/readyz`);
          if (!reply.ok || postmaster(dataDir) === before) throw new Error('not back yet');
        });
      }
    }
    await sleep(500);
    await Promise.all(writers.map((writer) => writer.finish()));
    await Promise.all(writing);

    const acked = new Map(writers.flatMap((writer) => [...writer.acked]));
    expect(writers.flatMap((writer) => writer.refused)).toEqual([]);
    expect(acked.size).toBeGreaterThan(kills.app + kills.database);
    const ids = new Set([...acked.values()].map(({ conversationId }) => conversationId));
    expect(ids.size).toBe(buyers);
    const stored = new Map<string, Acked>();
    for (const conversationId of ids) {
      const messages = await everyMessage(desk, conversationId);
      expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, n) => n + 1));
      for (const { id, seq, clientKey } of messages) {
        if (!clientKey || clientKey.startsWith('first')) continue;
        expect(stored.has(clientKey), `${clientKey} stands twice`).toBe(false);
        stored.set(clientKey, { messageId: id, conversationId, seq });
      }
    }
    const lost = [...acked].filter(([key, { messageId, seq }]) => {
      const found = stored.get(key);
      return found?.messageId !== messageId || found.seq !== seq;
    });
    expect(lost).toEqual([]);
    console.log(`kills: ${plan.length}, acknowledged ${acked.size}, stored ${stored.size}`);

    run.child.kill('SIGTERM');
    await run.ended;
    const verified = runCommand(['verify'], env);
    expect(await verified.ended, verified.said()).toBe(0);
  });
});
