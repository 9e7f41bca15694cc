import { channels, type ReplyOf } from '@guitai/contract';
import { isProblem } from '@guitai/sdk';
import { sql } from 'kysely';
import { system } from '../src/kernel/actor.ts';
import { clock } from '../src/kernel/clock.ts';
import { startReactions } from '../src/kernel/reactions.ts';
import { run } from '../src/kernel/tx.ts';
import { type World, world } from './world.ts';

export const clientKey = (): string => crypto.randomUUID();

/** The stable code an answer refuses with; `done` when it does not. */
export const codeOf = (answer: Promise<unknown>): Promise<string> =>
  answer.then(
    () => 'done',
    (error) => {
      if (isProblem(error)) return error.code;
      throw error;
    },
  );

/** A world in which buyers and colleagues talk. */
export interface Talk extends World {
  /** A buyer who has said something. */
  asks(text?: string): Promise<Asking>;
  /** Types of the team's events so far. */
  eventTypes(): Promise<string[]>;
  /** Lets every reaction catch up. */
  settle(): Promise<void>;
  rows<R>(query: ReturnType<typeof sql>): Promise<R[]>;
}

export interface Asking {
  readonly id: string;
  readonly buyer: ReturnType<World['visitor']>;
  say(text: string, key?: string): Promise<ReplyOf<typeof channels.sendChatMessage>>;
}

export async function talk(): Promise<Talk> {
  const w = await world();
  const acting = system(w.team, 'test');
  const rows = <R>(query: ReturnType<typeof sql>) =>
    w.built.db.read(acting, (tx) => run<R>(tx, query));
  return {
    ...w,
    rows,
    async asks(text = '在吗') {
      const buyer = w.visitor();
      const say = (words: string, key = clientKey()) =>
        buyer.call(channels.sendChatMessage, { clientKey: key, text: words });
      const { conversation } = await say(text);
      return { id: conversation.id, buyer, say };
    },
    async eventTypes() {
      const found = await rows<{ type: string }>(sql`select type from events order by seq`);
      return found.map(({ type }) => type);
    },
    async settle() {
      const reactions = startReactions(
        w.built.db,
        w.modules.flatMap((module) => module.reactions),
        undefined,
        w.team,
      );
      // The walk is asynchronous: wait until every cursor has reached the head.
      const end = Date.now() + 60_000;
      for (;;) {
        const behind = await rows<{ n: number }>(
          sql`select count(*)::int as n from events e where exists (
                select from unnest(${reactionNames(w)}::text[], ${reactionTypes(w)}::text[]) as r(name, type)
                left join reaction_cursors c on c.team_id = e.team_id and c.name = r.name
                where r.type = e.type and e.seq > coalesce(c.seq, 0))`,
        );
        if (behind[0]?.n === 0) break;
        if (Date.now() > end) throw new Error(`${behind[0]?.n} events were not reacted to`);
        await new Promise((done) => setTimeout(done, 20));
      }
      await reactions.stop();
    },
  };
}

const pairs = (w: World) =>
  w.modules.flatMap((module) =>
    module.reactions.flatMap(({ name, types }) => types.map((type) => [name, type] as const)),
  );
const reactionNames = (w: World) => pairs(w).map(([name]) => name);
const reactionTypes = (w: World) => pairs(w).map(([, type]) => type);

/** Moves the product's clock by so many milliseconds while the work runs. */
export async function later<T>(ms: number, work: () => Promise<T>): Promise<T> {
  const real = clock.now;
  clock.now = () => real() + ms;
  try {
    return await work();
  } finally {
    clock.now = real;
  }
}
