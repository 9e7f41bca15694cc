import { sql } from 'kysely';
import { joinPostgres } from '../../apps/server/src/adapters/embedded-postgres/index.ts';
import { chanceOf } from '../../apps/server/src/adapters/payments-sandbox/faults.ts';
import { noFaults } from '../../apps/server/src/adapters/payments-sandbox/index.ts';
import { system } from '../../apps/server/src/kernel/actor.ts';
import { createDb } from '../../apps/server/src/kernel/db.ts';
import { newId } from '../../apps/server/src/kernel/ids.ts';
import { appRole } from '../../apps/server/src/kernel/migrate.ts';
import { run } from '../../apps/server/src/kernel/tx.ts';
import * as orders from '../../apps/server/src/modules/orders/index.ts';
import { harbour } from '../../apps/server/test/harbour.ts';
import { type Damage, type Sea, storm, wreckage } from '../../apps/server/test/storm.ts';
import type { Figure, Measure } from '../lib/figure.ts';
import { startProduct } from '../lib/product.ts';
import { short } from '../lib/stats.ts';

const atOnce = 64;
const hostile = {
  slowMs: 4,
  duplicate: 0.2,
  reorder: 0.2,
  failAfterSuccess: 0.15,
  silent: 0.15,
  lost: 0.1,
  decline: 0.05,
};

/** How many of these a second, so many at once. */
async function rate(count: number, work: (n: number) => Promise<unknown>): Promise<number> {
  let n = 0;
  const began = performance.now();
  const hand = async () => {
    while (n < count) await work(n++);
  };
  await Promise.all(Array.from({ length: atOnce }, hand));
  return count / ((performance.now() - began) / 1_000);
}

const orderOf = (sea: Sea, n: number): string => sea.orders[n % sea.orders.length]?.id ?? '';

/** The least that is right: order and payment under their conditions, an entry, in one transaction. */
const bare = (sea: Sea) => (n: number) =>
  sea.db.write(sea.actor, async (tx) => {
    const id = orderOf(sea, n);
    await run(
      tx,
      sql`update orders set refunded_minor = refunded_minor + 1 where team_id = ${tx.team} and id = ${id}
          and refunded_minor + 1 <= paid_minor returning 1`,
    );
    await run(
      tx,
      sql`update order_payments set refunded_minor = refunded_minor + 1 where team_id = ${tx.team} and order_id = ${id}
          and reference = 'gift' and refunded_minor + 1 <= paid_minor returning 1`,
    );
    await run(
      tx,
      sql`insert into order_entries (team_id, id, order_id, kind, reference, debit, credit, amount_minor, currency, actor_kind)
          values (${tx.team}, ${newId()}, ${id}, 'refund', 'bare', 'refunds', 'money:gift', 1, 'CNY', 'system')`,
    );
  });

/** Ours: lock, divide among the payments, book it with balance, parts and ledger. */
const booked = (sea: Sea) => (n: number) =>
  sea.db.write(sea.actor, async (tx) => {
    const order = await orders.lockOrder(tx, orderOf(sea, n));
    if (!order) throw new Error('an order vanished');
    const wish = { amountMinor: 1, to: 'original', actId: newId(), cause: 'refund' } as const;
    return orders.bookRefund(sea.actor, tx, order, wish);
  });

/** The whole act: the shop's rules, the row, the event, the record, the card. */
const acted = (sea: Sea) => (n: number) =>
  sea.db.write(sea.actor, (tx) =>
    orders.refundOrder(sea.actor, tx, {
      orderId: orderOf(sea, n),
      amountMinor: 1,
      reasonCode: 'agreed',
    }),
  );

/** Bare and booked by turns, so that what else the machine does falls on both alike. */
async function compared(sea: Sea, turns: number) {
  const sums = { bare: 0, booked: 0 };
  const rounds = 4;
  for (let n = 0; n < rounds; n += 1) {
    sums.booked += 1 / (await rate(turns / rounds, booked(sea)));
    sums.bare += 1 / (await rate(turns / rounds, bare(sea)));
  }
  const whole = await rate(turns / rounds, acted(sea));
  return { bare: rounds / sums.bare, booked: rounds / sums.booked, acted: whole };
}

const refusedOf = ({ refused }: Damage) => Object.values(refused).reduce((a, b) => a + b, 0);

async function ride(sea: Sea, attempts: number): Promise<{ damage: Damage; found: string[] }> {
  sea.till.sandbox.faults = hostile;
  const damage = await storm(sea, { attempts, atOnce, chance: chanceOf(20_260_318) });
  sea.till.sandbox.faults = noFaults;
  await sea.till.settle(16);
  return { damage, found: await wreckage(sea) };
}

function figuresOf(
  attempts: number,
  { damage, found }: { damage: Damage; found: string[] },
  rates: { bare: number; booked: number; acted: number },
): Figure[] {
  const clean =
    found.length === 0 && damage.seenAbove + damage.answeredTwice + damage.keysMixed === 0;
  const share = rates.booked / rates.bare;
  return [
    {
      what: `money, ${attempts.toLocaleString('en')} attempts, ${atOnce} at once, hostile gateway`,
      wanted: '0 above paid, 0 twice, ledger zero',
      measured: clean
        ? `0, 0, zero (${damage.done} done, ${refusedOf(damage)} refused, ${damage.looks} looks)`
        : [...found, JSON.stringify(damage)].join('; ').slice(0, 300),
      values: { done: damage.done, refused: refusedOf(damage), faults: found.length },
      met: clean,
    },
    {
      what: 'money, refunds booked / bare conditional updates',
      wanted: '≥ 0.5',
      measured: `${short(share)} (${short(rates.booked)} / ${short(rates.bare)} a second; the whole act ${short(rates.acted)})`,
      values: { ...rates, storm: attempts / damage.seconds },
      met: share >= 0.5,
    },
  ];
}

/** Money under fire, on a product of its own whose worker stays away: the bench plays gateway and worker. */
export const money: Measure = {
  name: 'money',
  async run({ quick, say }) {
    const [attempts, count, turns] = quick ? [1_000, 60, 400] : [10_000, 500, 3_000];
    const product = await startProduct({ GUITAI_ROLES: 'web' });
    const url = await joinPostgres(product.dataDir);
    if (!url) throw new Error('the database of the product was not found');
    const db = createDb({ url, max: 24, role: appRole });
    try {
      const actor = system(product.team, 'bench');
      const ground = { db, actor, shop: product.shop, count };
      const sea = await harbour(ground);
      say(`  ${count} orders paid by gift card and gateway`);
      const rates = await compared(sea, turns);
      const rode = await ride(sea, attempts);
      await sea.till.close();
      return figuresOf(attempts, rode, rates);
    } finally {
      await db.pool.end();
      await product.stop();
    }
  },
};
