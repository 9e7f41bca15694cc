import type { Actor } from '../../kernel/actor.ts';
import { clock, localDay, now } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import type { Tx } from '../../kernel/tx.ts';
import { instantOf } from '../../kernel/zone.ts';
import { planMessages } from '../outreach/index.ts';
import type { ShopBrief } from '../shops/index.ts';
import { nextOn } from './calendar.rules.ts';
import { insertFollowups } from './followup.store.ts';
import { type Receiver, receivers, setMessages, type Wanted } from './greeting.store.ts';
import { greetingsOf, type Standing, wantedOn } from './greeting.ts';
import { causeOf, recheckName } from './send.ts';
import { fill } from './words.rules.ts';

type Shop = Pick<ShopBrief, 'id' | 'name' | 'timezone' | 'locale'>;

/** A greeting does not come the day after. */
function endOf(day: string, timezone: string): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return instantOf({ year, month, day: date + 1, hour: 0, minute: 0, second: 0 }, timezone);
}

/** When it is to be sent that day. */
function startOf(day: string, at: string, timezone: string): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const [hour = 0, minute = 0] = at.split(':').map(Number);
  return instantOf({ year, month, day: date, hour, minute, second: 0 }, timezone);
}

interface Due {
  readonly greeting: Standing;
  readonly wanted: Wanted;
  readonly expiresAt: Date;
}

async function dueNow(tx: Tx, shop: Shop): Promise<Due[]> {
  const today = localDay(shop.timezone);
  const due = (await greetingsOf(tx, shop.id)).filter(
    (one) =>
      one.on &&
      (one.kind === 'birthday' || nextOn(one, today) === today) &&
      startOf(today, one.at, shop.timezone).getTime() <= clock.now(),
  );
  return due.map((greeting) => ({
    greeting,
    wanted: wantedOn(shop.id, greeting, today),
    expiresAt: endOf(today, shop.timezone),
  }));
}

async function greet(
  actor: Actor,
  tx: Tx,
  shop: Shop,
  { greeting, wanted, expiresAt }: Due,
  buyers: readonly Receiver[],
): Promise<number> {
  const rows = buyers.map((buyer) => ({
    ...{ ...buyer, id: newId(), shopId: shop.id, reason: 'greeting' as const },
    ...{ occasion: wanted.occasion, state: 'sending' as const, topic: 'marketing' as const },
    ...{ since: now(), plannedAt: now() },
  }));
  const made = await insertFollowups(tx, rows, now());
  const fresh = rows.filter(({ id }) => made.has(id));
  const ids = await planMessages(
    actor,
    tx,
    fresh.map((row) => ({
      key: `followup ${row.id} 1`,
      ...{ shopId: shop.id, buyerId: row.buyerId, orderId: null, conversationId: null },
      ...{ topic: 'marketing', channels: ['chat', 'sms', 'mail'], cause: causeOf(row), expiresAt },
      text: fill(greeting.text[row.locale ?? shop.locale], { buyer: row.name, shop: shop.name }),
      recheck: recheckName,
    })),
  );
  await setMessages(
    tx,
    fresh.map(({ id }, n) => ({ id, messageId: ids[n] ?? '' })),
  );
  return fresh.length;
}

/**
 * A21: greets up to so many of those who are to be greeted today and were not yet; how many. The row a buyer and occasion is
 * written with its message in one transaction: killed, repeated, or run twice at once, everybody is greeted once.
 */
export async function greetOnce(actor: Actor, tx: Tx, shop: Shop, limit: number): Promise<number> {
  let greeted = 0;
  for (const due of await dueNow(tx, shop)) {
    const buyers = await receivers(tx, due.wanted, limit - greeted);
    if (buyers.length > 0) greeted += await greet(actor, tx, shop, due, buyers);
    if (greeted >= limit) return greeted;
  }
  return greeted;
}
