import { outreach as contract, type ReplyOf } from '@guitai/contract';
import { sql } from 'kysely';
import { onTestFinished } from 'vitest';
import { type SystemActor, system } from '../src/kernel/actor.ts';
import { clock } from '../src/kernel/clock.ts';
import { newId } from '../src/kernel/ids.ts';
import { quiet } from '../src/kernel/log.ts';
import { startReactions } from '../src/kernel/reactions.ts';
import { run, type Tx } from '../src/kernel/tx.ts';
import { messageGateways } from '../src/message-gateways.ts';
import type { Told } from '../src/modules/outreach/gateway.ports.ts';
import { hear } from '../src/modules/outreach/hear.ts';
import {
  createGateways,
  decideDue,
  digestWith,
  type Gateways,
  type Plan,
  planMessage,
  type Recheck,
  stopCause,
  workOutbox,
} from '../src/modules/outreach/index.ts';
import { claimSends } from '../src/modules/outreach/outbox.store.ts';
import { reactionsWith } from '../src/modules/outreach/reactions.ts';
import { sandboxBook } from '../src/modules/outreach/sandbox.store.ts';
import { type Talk, talk } from './talk.ts';
import { worldConfig } from './world.ts';

type Listed = ReplyOf<typeof contract.listOutreachMessages>['items'][number];

/** The digests of the house the tests stand in. */
export const digest = () => digestWith(worldConfig().secretKey);

/** A shop whose automatic messages are decided when the test says so, by a clock the test moves. */
export interface Sending extends Talk {
  readonly acting: SystemActor;
  /** Writes inside a transaction of the house. */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** A buyer of the shop with a conversation. */
  buyer(said?: string): Promise<{ readonly id: string; readonly conversation: string }>;
  plan(buyerId: string, plan?: Partial<Plan>): Promise<{ id: string; state: 'planned' | 'exists' }>;
  /** Decides until nothing is due; how many were. */
  due(rechecks?: Record<string, Recheck>): Promise<number>;
  listed(query?: object): Promise<Listed[]>;
  /** Sets the clock to local time in Shanghai, `2026-03-18T10:00`. */
  at(local: string): void;
}

/** Sets the clock; the test's end sets it back. */
export function setClock(at: number): void {
  const before = clock.now;
  onTestFinished(() => {
    clock.now = before;
  });
  clock.now = () => at;
}

export async function sending(): Promise<Sending> {
  const t = await talk();
  const acting = system(t.team, 'test');
  const { db } = t.built;
  const write: Sending['write'] = (work) => db.write(acting, work);
  return {
    ...t,
    acting,
    write,
    async settle() {
      const reactions = reactionsWith(digest());
      const running = startReactions(db, reactions, undefined, t.team);
      const follows = reactions.flatMap(({ name, types }) => types.map((type) => ({ name, type })));
      const behind = () =>
        t.rows<{ n: number }>(
          sql`select count(*)::int as n from events e
              join json_to_recordset(${JSON.stringify(follows)}::json) as f(name text, type text) on f.type = e.type
              left join reaction_cursors c on c.name = f.name where e.seq > coalesce(c.seq, 0)`,
        );
      // However slow the machine: what there is will have been heard, or the test's own patience ends.
      while ((await behind())[0]?.n !== 0) await new Promise((done) => setTimeout(done, 20));
      await running.stop();
    },
    at: (local) => setClock(Date.parse(`${local}:00+08:00`)),
    async buyer(said) {
      const asking = await t.asks(said);
      const [row] = await t.rows<{ buyer_id: string }>(
        sql`select buyer_id from conversations where id = ${asking.id}`,
      );
      return { id: row?.buyer_id ?? '', conversation: asking.id };
    },
    plan: (buyerId, plan = {}) =>
      write((tx) =>
        planMessage(acting, tx, {
          key: newId(),
          shopId: t.shop,
          buyerId,
          orderId: null,
          conversationId: null,
          topic: 'service',
          channels: ['chat'],
          cause: { kind: 'test', id: 'rule-1', step: 'shipped' },
          text: '您的包裹已发出。',
          ...plan,
        }),
      ),
    async due(rechecks = {}) {
      let done = 0;
      for (;;) {
        const round = await decideDue(db, t.team, rechecks, 200, digest());
        if (round === 'taken') continue;
        if (round.done === 0) return done;
        done += round.done;
      }
    },
    async listed(query = {}) {
      const owner = await t.as('何雅琴');
      const { items } = await owner.call(contract.listOutreachMessages, { limit: 200, ...query });
      return items;
    },
  };
}

/** Sets what stands on a buyer's row, as an import would. */
export const setContact = (
  s: Sending,
  buyerId: string,
  { phone = null, email = null }: { phone?: string | null; email?: string | null },
) =>
  s.write((tx) =>
    run(
      tx,
      sql`update buyers set phone = ${phone}, phone_valid = ${phone === null ? null : true}, phone_country = 'CN', email = ${email}
          where team_id = ${tx.team} and id = ${buyerId}`,
    ),
  );

/** A shop with a text message gateway that is a sandbox. */
export interface AtGateway extends Sending {
  readonly gateway: string;
  /** Hands over what waits, once around. */
  work(): Promise<void>;
  forward(ms: number): void;
  /** What the sandbox was handed. */
  outbox(): Promise<{ id: string; key: string }[]>;
  /** The gateway tells what became of a message. */
  receipts(messageId: string, state: 'delivered' | 'failed', providerId?: string): Promise<void>;
  /** A buyer answers by text message. */
  replies(from: string, text: string): Promise<void>;
  /** The process dies when the gateway has the message, before it is written here. */
  diesAfterHandover(messageId: string): Promise<void>;
  /** The process dies when it has claimed the message, before the gateway has it. */
  diesBeforeHandover(messageId: string): Promise<void>;
  stop(): Promise<void>;
  readonly gateways: Gateways;
  close(): Promise<void>;
}

/** What outreach is given in tests: the real makers, places on this machine a test trusts. */
export const testNeeds = () => ({ config: worldConfig(), makers: messageGateways, rechecks: {} });

export async function atGateway(options: Record<string, string> = {}): Promise<AtGateway> {
  const s = await sending();
  const { db } = s.built;
  const needs = testNeeds();
  const owner = await s.as('何雅琴');
  const { id: gateway } = await owner.call(contract.createMessageGateway, {
    ...{ name: '沙箱', kind: 'sandbox', channel: 'sms', shopIds: null, options, secrets: {} },
    ...{ perSecond: 10, priceMicros: 45_000, currency: 'CNY' },
  });
  const gateways = createGateways(needs, db);
  const claim = async (messageId: string) => {
    const at = new Date(clock.now());
    const until = new Date(clock.now() + 45_000);
    const claimed = await s.write((tx) => claimSends(tx, gateway, at, until, 10));
    if (!claimed.some(({ id }) => id === messageId)) throw new Error('it was not to be claimed');
  };
  const tell = (told: Told) => s.write((tx) => hear(s.acting, tx, gateway, [told], digest()));
  return {
    ...s,
    gateway,
    gateways,
    forward: (ms) => setClock(clock.now() + ms),
    async work() {
      await workOutbox({ needs, gateways, log: quiet }, db, s.team);
    },
    outbox: () =>
      s.rows(sql`select id, key from outreach_sandbox where gateway_id = ${gateway} order by id`),
    async receipts(messageId, state, providerId) {
      const [row] = await s.rows<{ provider_id: string }>(
        sql`select provider_id from outreach_messages where id = ${messageId}`,
      );
      const of = providerId ?? row?.provider_id ?? '';
      const at = new Date(clock.now());
      await tell({
        kind: 'receipt',
        eventId: `${of}-${state}`,
        providerId: of,
        state,
        code: null,
        at,
      });
    },
    replies: (from, text) =>
      tell({
        kind: 'reply',
        eventId: `reply-${from}-${text}`,
        from,
        text,
        at: new Date(clock.now()),
      }),
    diesBeforeHandover: claim,
    async diesAfterHandover(messageId) {
      await claim(messageId);
      const message = {
        key: messageId,
        to: '+8613812345678',
        subject: null,
        text: 'x',
        parts: 1,
      };
      await sandboxBook(db, s.team, gateway).put(message);
    },
    stop: () => s.write((tx) => stopCause(s.acting, tx, { kind: 'test', id: 'rule-1' })),
    close: () => gateways.close().then(() => undefined),
  };
}
