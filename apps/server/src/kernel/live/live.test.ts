import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Type } from '@guitai/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { freshTeam, testDatabase } from '../../../test/database.ts';
import type { MemberActor, Scope, SystemActor, TeamActor } from '../actor.ts';
import type { Db } from '../db.ts';
import { defineEvent, emit } from '../events.ts';
import { newId } from '../ids.ts';
import { refuse } from '../refusal.ts';
import { type Live, startLive } from './server.ts';

const knocked = defineEvent(
  'test.knocked',
  Type.Object({ n: Type.Integer(), secret: Type.Optional(Type.String()) }),
  {
    permission: 'test.hear',
    toBuyer: ({ n }) => (n < 0 ? null : { n }),
  },
);

interface Frame {
  t: string;
  seq: number;
  epoch: string;
  type?: string;
  data?: { n: number; secret?: string };
}

let db: Db;
let team: SystemActor;
let server: Server;
let live: Live;
const topic = newId();
const people = new Map<string, TeamActor>();

const member = (name: string, scope: Scope = 'all', shops: string[] | null = null): MemberActor => {
  const actor: MemberActor = {
    kind: 'member',
    team: team.team,
    member: newId(),
    account: newId(),
    session: newId(),
    role: 'agent',
    grants: new Map([['test.hear', scope]]),
    shops,
    locale: 'zh-CN',
  };
  people.set(name, actor);
  return actor;
};

/** A client that keeps what it hears. */
function client(name: string, cursor?: { epoch: string; seq: number }) {
  const ws = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}/api/live`);
  const frames: Frame[] = [];
  ws.on('message', (data) => frames.push(JSON.parse(String(data)) as Frame));
  ws.on('open', () => ws.send(JSON.stringify({ t: 'hello', as: 'desk', token: name, cursor })));
  const until = async (ok: () => boolean, what: string) => {
    const end = Date.now() + 5_000;
    while (!ok()) {
      if (Date.now() > end)
        throw new Error(`waited in vain: ${what}; heard ${JSON.stringify(frames)}`);
      await new Promise((done) => setTimeout(done, 5));
    }
  };
  return {
    ws,
    frames,
    until,
    heard: () => frames.filter((frame) => frame.t === 'event'),
    ready: () => until(() => frames.some((frame) => frame.t === 'at'), 'ready'),
    hears: (count: number) =>
      until(() => frames.filter((f) => f.t === 'event').length >= count, `${count} events`),
    cursor: () => ({
      epoch: frames.find((f) => f.t === 'ready')?.epoch ?? '',
      seq: Math.max(...frames.filter((f) => f.seq !== undefined).map((f) => f.seq)),
    }),
  };
}

const knock = (n: number, reach: { shop?: string; holders?: string[] } = {}) =>
  db.write(team, async (tx) =>
    emit(tx, knocked, {
      subject: newId(),
      topic,
      reach,
      actor: team,
      data: { n, secret: 'desk only' },
    }),
  );

beforeAll(async () => {
  ({ db } = await testDatabase());
  team = await freshTeam(db);
  server = createServer();
  live = startLive(server, {
    db,
    gate: {
      async identify(hello) {
        const actor = people.get(String(hello.token));
        if (!actor) return refuse('access.signed_out');
        return {
          actor,
          topics: actor.kind === 'buyer' ? [topic] : [],
          self: { name: hello.token },
        };
      },
      refresh: async (actor) =>
        [...people.values()].find(
          (p) => p.kind === 'member' && actor.kind === 'member' && p.member === actor.member,
        ) ?? null,
      fromOwnPage: (request) => request.headers.origin === undefined,
    },
    handlers: [],
  });
  db.onHappened((happened) => live.hub.publish(happened));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});

afterAll(async () => {
  await live.stop();
  server.close();
});

describe('live', () => {
  it('RT-01 gives every event once and in order, also what was missed while away', async () => {
    member('lin');
    const first = client('lin');
    await first.ready();
    await Promise.all(Array.from({ length: 40 }, (_, n) => knock(n)));
    await first.hears(40);
    const seqs = first.heard().map((frame) => frame.seq);
    expect(seqs).toEqual([...seqs].sort((a, b) => a - b));
    const cursor = first.cursor();
    first.ws.close();
    await Promise.all(Array.from({ length: 25 }, (_, n) => knock(100 + n)));
    const again = client('lin', cursor);
    await again.hears(25);
    await again.ready();
    expect(again.heard().map((frame) => frame.seq)).toEqual(
      Array.from({ length: 25 }, (_, n) => cursor.seq + n + 1),
    );
    again.ws.close();
  });

  it('RT-03 says resync to a cursor of another epoch or of the future', async () => {
    member('he');
    const elsewhere = client('he', { epoch: newId(), seq: 3 });
    await elsewhere.until(() => elsewhere.frames.some((f) => f.t === 'resync'), 'resync');
    elsewhere.ws.close();
  });

  it('RT-06 ACL-02 filters each event by the receiver’s grants, shops and holding, and shows buyers their projection only', async () => {
    const shop = newId();
    const own = member('own', 'own');
    member('elsewhere', 'shop', [newId()]);
    people.set('buyer', {
      kind: 'buyer',
      team: team.team,
      shop,
      channel: newId(),
      visitor: newId(),
      visitorSecret: null,
      buyer: newId(),
      verified: false,
      locale: 'en',
    });
    const clients = [client('own'), client('elsewhere'), client('buyer')] as const;
    await Promise.all(clients.map((c) => c.ready()));
    await knock(1, { shop, holders: [own.member] });
    await knock(2, { shop, holders: [newId()] });
    await knock(-3, { shop });
    await knock(4, {});
    const [mine, foreign, buyer] = clients;
    await mine.hears(2);
    await foreign.hears(1);
    await buyer.hears(3);
    expect(mine.heard().map((f) => f.data?.n)).toEqual([1, 4]);
    expect(foreign.heard().map((f) => f.data?.n)).toEqual([4]);
    expect(buyer.heard().map((f) => f.data)).toEqual([{ n: 1 }, { n: 2 }, { n: 4 }]);
    for (const c of clients) c.ws.close();
  });

  it('RT-06 ACL-04 cuts a member who may no longer be here, and applies new grants at once', async () => {
    const fang = member('fang');
    const lead = member('zhou');
    const [cut, changed] = [client('fang'), client('zhou')];
    await Promise.all([cut.ready(), changed.ready()]);
    people.delete('fang');
    people.set('zhou', { ...lead, grants: new Map() });
    await live.refresh(
      team.team,
      (actor) => actor.kind === 'member' && [fang.member, lead.member].includes(actor.member),
    );
    await cut.until(() => cut.frames.some((f) => f.t === 'bye'), 'goodbye');
    await knock(7);
    await new Promise((done) => setTimeout(done, 50));
    expect(changed.heard()).toEqual([]);
    changed.ws.close();
  });

  it('RT-05 tells a slow reader to fetch afresh and serves the others meanwhile', async () => {
    member('slow');
    member('quick');
    const slow = client('slow');
    const quick = client('quick');
    await Promise.all([slow.ready(), quick.ready()]);
    slow.ws.pause();
    const big = 'x'.repeat(60_000);
    for (let n = 0; n < 120; n += 1) {
      await db.write(team, async (tx) =>
        emit(tx, knocked, { subject: newId(), actor: team, data: { n, secret: big } }),
      );
    }
    await quick.hears(120);
    slow.ws.resume();
    await slow.until(() => slow.frames.some((f) => f.t === 'resync'), 'resync after draining');
    slow.ws.close();
    quick.ws.close();
  });

  it('SEC-05 refuses a page of another origin and a hello that proves nothing', async () => {
    const ws = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}/api/live`, {
      origin: 'https://evil.example',
    });
    const refused = await new Promise<string>((done) =>
      ws.on('error', (error) => done(error.message)),
    );
    expect(refused).toContain('403');
    const nobody = client('nobody');
    await nobody.until(() => nobody.frames.some((f) => f.t === 'bye'), 'goodbye');
  });
});
