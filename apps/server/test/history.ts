import { sql } from 'kysely';
import { system } from '../src/kernel/actor.ts';
import { run } from '../src/kernel/tx.ts';
import { createVisitorBuyer } from '../src/modules/buyers/index.ts';
import { type PastMessage, writePast } from '../src/modules/conversations/index.ts';
import { isOpen, type ShopSettings } from '../src/modules/shops/index.ts';
import type { Talk } from './talk.ts';

const minuteMs = 60_000;

/** Past conversations of a shop, all their moments on whole minutes, drawn from a seed. */
export async function writeHistory(
  w: Talk,
  { seed, talks, from, days }: { seed: number; talks: number; from: string; days: number },
): Promise<void> {
  let state = seed;
  const below = (n: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % n;
  };
  const actor = system(w.team, 'test');
  const people = [w.member('林小满'), w.member('周启明')];
  for (let n = 0; n < talks; n += 1) {
    await w.built.db.write(actor, async (tx) => {
      const { buyerId } = await createVisitorBuyer(actor, tx, { shopId: w.shop, name: `买家${n}` });
      let at = Date.parse(`${from}T00:00Z`) + below(days * 1440) * minuteMs;
      const messages: PastMessage[] = [];
      for (let m = 2 + below(9); m > 0; m -= 1) {
        const speaks = messages.length === 0 || below(2) === 0;
        const member = people[below(2)] ?? '';
        messages.push({
          author: speaks
            ? { kind: 'buyer', id: buyerId, name: `买家${n}` }
            : { kind: 'member', id: member, name: '客服' },
          kind: !speaks && below(6) === 0 ? 'note' : 'text',
          text: '竹制餐盘还有吗',
          card: null,
          at: new Date(at),
        });
        at += below(below(4) === 0 ? 900 : 6) * minuteMs;
      }
      const past = { shopId: w.shop, shopName: '竹', channelId: w.channel, buyerId, buyerName: '' };
      const standing = { assigneeId: people[below(2)] ?? null, snoozedUntil: null };
      await writePast(actor, tx, { ...past, ...standing, state: 'resolved', messages });
    });
  }
}

interface Said {
  readonly talk: string;
  readonly buyer: string;
  readonly who: string;
  readonly by: string;
  readonly at: Date;
}

/** A round as the oracle finds it. */
export interface OracleRound {
  readonly talk: string;
  readonly buyer: string;
  readonly day: string;
  /** Null: unanswered. */
  readonly seconds: number | null;
  readonly by: string | null;
}

const timezone = 'Asia/Shanghai';
const dayOf = (at: Date) => new Intl.DateTimeFormat('en-CA', { timeZone: timezone }).format(at);

/** Open seconds, asked minute by minute. */
export function openSecondsByWalk(hours: ShopSettings['businessHours'], from: Date, until: Date) {
  let minutes = 0;
  for (let at = from.getTime(); at < until.getTime(); at += minuteMs)
    if (isOpen(hours, new Date(at), timezone)) minutes += 1;
  return minutes * 60;
}

/** The rounds of a shop as a person with a pencil would find them: message after message, without the product's facts. */
export async function oracleRounds(w: Talk, hours: ShopSettings['businessHours']) {
  const said = await w.built.db.read(system(w.team, 'oracle'), (tx) =>
    run<Said>(
      tx,
      sql`select m.conversation_id as talk, c.buyer_id as buyer, m.author_kind as who, m.author_id as by, m.at
          from messages m join conversations c on c.id = m.conversation_id
          where m.kind in ('text', 'card', 'image', 'file') order by m.conversation_id, m.seq`,
    ),
  );
  const rounds: OracleRound[] = [];
  let begun: Said | null = null;
  const end = (answer: Said | null) => {
    if (!begun) return;
    const seconds = answer ? openSecondsByWalk(hours, begun.at, answer.at) : null;
    const { talk, buyer, at } = begun;
    rounds.push({ talk, buyer, day: dayOf(at), seconds, by: answer?.by ?? null });
    begun = null;
  };
  let talk = '';
  for (const one of said) {
    if (one.talk !== talk) end(null);
    talk = one.talk;
    if (one.who === 'buyer') begun ??= one;
    else if (one.who === 'member') end(one);
  }
  end(null);
  return rounds;
}
