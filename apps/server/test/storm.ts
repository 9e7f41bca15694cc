import { sql } from 'kysely';
import type { SandboxGateway } from '../src/adapters/payments-sandbox/index.ts';
import type { SystemActor } from '../src/kernel/actor.ts';
import type { Db } from '../src/kernel/db.ts';
import { claimKey, keepReply } from '../src/kernel/idempotency.ts';
import { newId } from '../src/kernel/ids.ts';
import { isRefusal, type Refusal } from '../src/kernel/refusal.ts';
import { run, type Tx } from '../src/kernel/tx.ts';
import { applyCoupon, giveCoupon, offers } from '../src/modules/offers/index.ts';
import * as orders from '../src/modules/orders/index.ts';
import { tendRefund } from '../src/modules/payments/index.ts';
import type { Till } from './till.ts';

/** Orders a storm goes over: each paid in two parts, by a gift card and at the gateway. */
export interface Sea {
  readonly db: Db;
  readonly actor: SystemActor;
  readonly shop: string;
  readonly orders: readonly { readonly id: string; readonly giftCard: string }[];
  /** Two variants of one product, the second dearer. */
  readonly variants: readonly [string, string];
  readonly till: Till;
  /** A kind of coupon with a bound of number and money, and buyers with a coupon and orders not paid yet. */
  readonly coupons: {
    readonly templateId: string;
    readonly buyers: readonly {
      readonly buyerId: string;
      readonly couponId: string;
      readonly unpaid: readonly string[];
    }[];
  };
}

export interface Weather {
  readonly attempts: number;
  readonly atOnce: number;
  readonly chance: () => number;
}

/** What came of a storm. */
export interface Damage {
  readonly done: number;
  readonly refused: Readonly<Record<string, number>>;
  /** Attempts said again with their key whose answer was another one. */
  readonly answeredTwice: number;
  /** Attempts with a used key and another body that were not refused. */
  readonly keysMixed: number;
  /** How often the sampler looked, and how often it saw something above what was paid. */
  readonly looks: number;
  readonly seenAbove: number;
  readonly seconds: number;
}

type Outcome = { readonly text: string } | Refusal;
interface Attempt {
  readonly key: string;
  readonly endpoint: string;
  readonly input: Readonly<Record<string, unknown>>;
}

const acts = {
  refundOrder: orders.refundOrder,
  changeOrderPostage: orders.changeOrderPostage,
  changeOrderDiscount: orders.changeOrderDiscount,
  changeOrderItems: orders.changeOrderItems,
  cancelOrder: orders.cancelOrder,
  applyCoupon,
  giveCoupon,
} as Readonly<Record<string, (actor: SystemActor, tx: Tx, input: never) => Promise<unknown>>>;

/** One attempt as the mount carries it out: the key claimed in the transaction of the effect. */
const carryOut = ({ db, actor }: Sea, { key, endpoint, input }: Attempt): Promise<Outcome> =>
  db.write(actor, async (tx): Promise<Outcome> => {
    const earlier = await claimKey(actor, tx, { key, endpoint, input });
    if (isRefusal(earlier)) return earlier;
    if (earlier) return { text: earlier.reply?.text ?? '' };
    const result = await acts[endpoint]?.(actor, tx, input as never);
    if (isRefusal(result)) return result;
    const text = JSON.stringify(result);
    await keepReply(actor, tx, key, 200, text);
    return { text };
  });

/** A fresh attempt of a random kind on a random order. */
function attemptOn(sea: Sea, chance: () => number): Attempt {
  const { orders: all, variants } = sea;
  const pick = (upTo: number) => Math.floor(chance() * upTo);
  const { id: orderId, giftCard } = all[pick(all.length)] as Sea['orders'][number];
  const kind = chance();
  const of = (endpoint: string, fields: object): Attempt => ({
    key: `storm-${newId()}`,
    endpoint,
    input: { orderId, ...fields },
  });
  if (kind > 0.99) return of('cancelOrder', { reasonCode: 'other' });
  if (kind > 0.9) return couponAttempt(sea, chance);
  if (kind < 0.6) {
    const amountMinor = 1 + pick(kind < 0.08 ? 12_000 : 2_500);
    return of('refundOrder', { amountMinor, reasonCode: 'agreed' });
  }
  if (kind < 0.7) return of('changeOrderPostage', { postageMinor: pick(1_500) });
  if (kind < 0.8) return of('changeOrderDiscount', { discountMinor: pick(2_000) });
  const changes = [{ lineNo: 1, variantId: variants[pick(2)] }];
  return of('changeOrderItems', { changes, methodId: giftCard });
}

/** Coupons given, put on orders that wait for payment, and those called off so that they come back. */
function couponAttempt({ coupons }: Sea, chance: () => number): Attempt {
  const { buyerId, couponId, unpaid } = coupons.buyers[
    Math.floor(chance() * coupons.buyers.length)
  ] as Sea['coupons']['buyers'][number];
  const orderId = unpaid[Math.floor(chance() * unpaid.length)] ?? '';
  const kind = chance();
  const of = (endpoint: string, input: Attempt['input']) => ({
    key: `storm-${newId()}`,
    endpoint,
    input,
  });
  if (kind < 0.3) return of('giveCoupon', { templateId: coupons.templateId, buyerId });
  if (kind < 0.95) return of('applyCoupon', { orderId, couponId });
  return of('cancelOrder', { orderId, reasonCode: 'other' });
}

/** Whether anything stands above what was paid, in the database or in the gateway's own book. */
async function isAbove({ db, actor, till }: Sea): Promise<boolean> {
  const [row] = await db.read(actor, (tx) =>
    run<{ above: boolean }>(
      tx,
      sql`select exists (select from orders where refunded_minor > paid_minor)
            or exists (select from order_payments where refunded_minor > paid_minor)
            or exists (select from payment_intents where refunded_minor > amount_minor)
            or exists (select from payment_methods where balance_minor < 0) as above`,
    ),
  );
  return (row?.above ?? false) || (await paidOutAbove(till.sandbox));
}

/** Payments of the gateway's book of which more went back than came in. */
export async function paidOutAbove(gateway: SandboxGateway): Promise<boolean> {
  const sums = new Map<string, number>();
  for (const line of await gateway.book.all()) {
    if (line.act === 'paid') sums.set(line.key, (sums.get(line.key) ?? 0) + line.amountMinor);
    if (line.act === 'refund' && line.payment)
      sums.set(line.payment, (sums.get(line.payment) ?? 0) - line.amountMinor);
  }
  return [...sums.values()].some((left) => left < 0);
}

/**
 * Two requests of one key at once are one attempt with one answer. A refusal keeps no key, so whoever waited for the
 * refused one tries afresh and may find what came free meanwhile; hence a refusal may only come before what was done,
 * and from then on the key has that one answer.
 */
async function isOneAnswer(sea: Sea, attempt: Attempt, pair: readonly [Ended, Ended]) {
  const [first, last] = pair[0].at <= pair[1].at ? pair : [pair[1], pair[0]];
  if (isRefusal(last.outcome)) return isRefusal(first.outcome);
  if (!isRefusal(first.outcome)) return first.outcome.text === last.outcome.text;
  const again = await carryOut(sea, attempt);
  return !isRefusal(again) && again.text === last.outcome.text;
}

interface Ended {
  readonly outcome: Outcome;
  readonly at: number;
}

async function ended(outcome: Promise<Outcome>): Promise<Ended> {
  return { outcome: await outcome, at: performance.now() };
}

/** Attempts from many sides at once while refunds are tended, doubled and told late; a sampler looks all the time. */
export async function storm(sea: Sea, { attempts, atOnce, chance }: Weather): Promise<Damage> {
  const { db, actor, till } = sea;
  const refused: Record<string, number> = {};
  const tally = { done: 0, answeredTwice: 0, keysMixed: 0, looks: 0, seenAbove: 0 };
  let left = attempts;
  let blowing = true;
  const note = (outcome: Outcome) => {
    if (isRefusal(outcome)) refused[outcome.code] = (refused[outcome.code] ?? 0) + 1;
    else tally.done += 1;
  };
  const sail = async () => {
    while (left > 0) {
      left -= 1;
      const attempt = attemptOn(sea, chance);
      const dice = chance();
      if (dice < 0.12) {
        left -= 1;
        const pair = await Promise.all([
          ended(carryOut(sea, attempt)),
          ended(carryOut(sea, attempt)),
        ]);
        note(pair[0].outcome);
        if (!(await isOneAnswer(sea, attempt, pair))) tally.answeredTwice += 1;
        continue;
      }
      const outcome = await carryOut(sea, attempt);
      note(outcome);
      if (dice > 0.97 && !isRefusal(outcome)) {
        left -= 1;
        const other = { ...attempt, input: { ...attempt.input, reason: 'another body' } };
        const mixed = await carryOut(sea, other);
        if (!isRefusal(mixed) || mixed.code !== 'idempotency.key_reused') tally.keysMixed += 1;
      }
    }
  };
  const tend = async () => {
    while (blowing) {
      const open = await till.open();
      if (open.length === 0) await new Promise((done) => setTimeout(done, 10));
      // Two hands reach for the same refund now and then, as two processes would.
      for (const id of open.slice(0, 20))
        await Promise.all([
          tendRefund(db, till.hands, actor.team, id),
          ...(chance() < 0.1 ? [tendRefund(db, till.hands, actor.team, id)] : []),
        ]);
    }
  };
  const watch = async () => {
    while (blowing) {
      tally.looks += 1;
      if (await isAbove(sea)) tally.seenAbove += 1;
      await new Promise((done) => setTimeout(done, 20));
    }
  };
  const began = performance.now();
  const around = Promise.all([tend(), tend(), watch()]);
  await Promise.all(Array.from({ length: atOnce }, sail));
  const seconds = (performance.now() - began) / 1_000;
  blowing = false;
  await around;
  return { ...tally, refused, seconds };
}

/** What is wrong once everything has calmed down; an empty list is what is wanted. */
export async function wreckage({ db, actor, till }: Sea): Promise<string[]> {
  const found: string[] = [];
  const checks = [...orders.orders.checks, ...offers.checks];
  await till.reactions.settled();
  for (const check of checks) found.push(...(await db.read(actor, (tx) => check.ask(tx))));
  if (await paidOutAbove(till.sandbox)) found.push('the gateway paid out more than it took');
  const often = [...till.sandbox.told].filter(([, times]) => times > 1);
  if (often.length > 0) found.push(`${often.length} refunds were told more than once`);
  const [ours] = await db.read(actor, (tx) =>
    run<{ sum: number; pending: number }>(
      tx,
      sql`select coalesce(sum(amount_minor) filter (where state = 'confirmed'), 0)::bigint as sum,
            count(*) filter (where state not in ('confirmed', 'failed'))::int as pending from payment_refunds`,
    ),
  );
  const theirs = (await till.sandbox.book.all())
    .filter((line) => line.act === 'refund')
    .reduce((sum, line) => sum + line.amountMinor, 0);
  if (ours?.sum !== theirs) found.push(`we say ${ours?.sum} went back, the gateway ${theirs}`);
  if (ours?.pending !== 0) found.push(`${ours?.pending} refunds are still open`);
  const [twice] = await db.read(actor, (tx) =>
    run<{ n: number }>(
      tx,
      sql`select count(*)::int as n from (select subject from events where type in ('refund.confirmed', 'refund.failed')
          group by subject having count(*) > 1) s`,
    ),
  );
  if (twice?.n !== 0) found.push(`${twice?.n} refunds were settled more than once`);
  const acts = await db.read(actor, (tx) =>
    run<{ n: number }>(
      tx,
      sql`select count(*)::int as n from order_refunds r join order_acts a on a.team_id = r.team_id and a.id = r.act_id
          where r.state = 'pending' and r.carrier = 'gateway' or a.state = 'pending' and r.carrier = 'gateway' and not exists (
            select from order_charges c where c.act_id = a.id and c.state = 'pending')`,
    ),
  );
  if (acts[0]?.n !== 0) found.push(`${acts[0]?.n} parts of acts never heard of their end`);
  return found;
}
