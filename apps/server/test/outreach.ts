import { outreach as contract, type ReplyOf } from '@guitai/contract';
import { sql } from 'kysely';
import { onTestFinished } from 'vitest';
import { type SystemActor, system } from '../src/kernel/actor.ts';
import { clock } from '../src/kernel/clock.ts';
import { newId } from '../src/kernel/ids.ts';
import { run, type Tx } from '../src/kernel/tx.ts';
import { decideDue, type Plan, planMessage, type Recheck } from '../src/modules/outreach/index.ts';
import { type Talk, talk } from './talk.ts';

type Listed = ReplyOf<typeof contract.listOutreachMessages>['items'][number];

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
        const round = await decideDue(db, t.team, rechecks, 200);
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
