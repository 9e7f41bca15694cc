import { sql } from 'kysely';
import pg from 'pg';
import { afterEach, beforeEach } from 'vitest';
import { createSandboxCarrier } from '../src/adapters/carriers-sandbox/index.ts';
import { clock } from '../src/kernel/clock.ts';
import { quiet } from '../src/kernel/log.ts';
import { isRefusal } from '../src/kernel/refusal.ts';
import { run } from '../src/kernel/tx.ts';
import { mirrorProducts } from '../src/modules/catalog/index.ts';
import {
  orderFacts,
  payOrder,
  placeOrder,
  shipOrder,
  trackedParcels,
} from '../src/modules/orders/index.ts';
import { followOrders } from '../src/modules/parcels/follow.ts';
import type { Hands } from '../src/modules/parcels/line.ts';
import { listProblemParcels } from '../src/modules/parcels/list.ts';
import { createParcelProviderWith } from '../src/modules/parcels/provider.ts';
import { tendParcel } from '../src/modules/parcels/tend.ts';
import { testDatabase } from './database.ts';
import { freshShop, type ShopWorld } from './shop.ts';
import { worldConfig } from './world.ts';

export const hands: Hands = {
  providers: [createSandboxCarrier()],
  secretKey: worldConfig().secretKey as never,
  outboundAllowed: [],
  publicUrl: 'http://desk.test',
  log: quiet,
};

export const hour = 3_600_000;

const real = clock.now;

async function addProvider(w: ShopWorld): Promise<string> {
  const made = await w.write((tx) =>
    createParcelProviderWith(hands)(w.member('owner'), tx, {
      kind: 'sandbox',
      shopId: null,
      secrets: { secret: 'shared' },
    }),
  );
  if (isRefusal(made)) throw new Error(made.code);
  return made.id;
}

/** A shop that sends parcels, with one provider that is made anew for each test; and a clock to move. */
export async function parcelShop() {
  const w = await freshShop();
  await w.write((tx) => mirrorProducts(w.actor, tx, w.shop, [w.product('bowl', { stock: 1000 })]));
  const rows = await w.read((tx) => run<{ id: string }>(tx, sql`select id from variants`));
  const variant = rows[0]?.id ?? '';
  /** What is new with each test: when it began, and its provider. */
  const now = { began: real(), provider: '' };

  beforeEach(async () => {
    now.began = real();
    await w.write((tx) => run(tx, sql`delete from parcel_providers`));
    now.provider = await addProvider(w);
  });
  afterEach(() => {
    clock.now = real;
  });

  /** Moves the clock to so many hours after the test began. */
  const at = (hours: number) => {
    clock.now = () => now.began + hours * hour;
  };

  /** An own order of the shop, paid and handed over with this number. */
  const shipped = async (number: string, carrier = '顺丰') => {
    const orderId = await w.write(async (tx) => {
      const placed = await placeOrder(w.actor, tx, {
        shopId: w.shop,
        buyerId: w.buyer,
        items: [{ variantId: variant, quantity: 1 }],
        address: null,
        note: '',
      });
      if (isRefusal(placed)) throw new Error(placed.code);
      await payOrder(w.actor, tx, { orderId: placed.orderId, kind: 'cash', reference: 'c' });
      const done = await shipOrder(w.actor, tx, { orderId: placed.orderId, carrier, number });
      if (isRefusal(done)) throw new Error(done.code);
      await followOrders(w.actor, tx, [placed.orderId]);
      return placed.orderId;
    });
    const [parcel] = await w.read((tx) => trackedParcels(tx, orderId));
    return { orderId, parcelId: parcel?.id ?? '' };
  };

  const tend = (parcelId: string) => tendParcel(hands, w.db, w.actor, parcelId);
  const status = async (orderId: string) => (await w.read((tx) => orderFacts(tx, orderId)))?.status;
  const parcelOf = async (orderId: string) =>
    (await w.read((tx) => trackedParcels(tx, orderId)))[0];
  const problems = (parcelId: string) =>
    w.read((tx) =>
      run<{ id: string; cause: string; closed_at: Date | null; task_id: string | null }>(
        tx,
        sql`select id, cause, closed_at, task_id from parcel_problems where parcel_id = ${parcelId} order by opened_at`,
      ),
    );
  const events = (orderId: string) =>
    w.read((tx) =>
      run<{ type: string; data: { state: string; before: string | null; cause: string } }>(
        tx,
        sql`select type, data from events where subject = ${orderId} and type in ('parcel.moved', 'parcel.stuck', 'parcel.freed') order by seq`,
      ),
    );
  /** When the parcel is looked at next, asked of the queue itself. */
  const planned = async (parcelId: string): Promise<Date | null> => {
    const client = new pg.Client({ connectionString: (await testDatabase()).url });
    await client.connect();
    const found = await client.query<{ at: Date }>(
      'select run_at as at from graphile_worker.jobs where key = $1',
      [`parcels.tend:${parcelId}`],
    );
    await client.end();
    return found.rows[0]?.at ?? null;
  };

  const firstAt = async (parcelId: string) =>
    (
      await w.read((tx) =>
        run<{ at: Date }>(
          tx,
          sql`select shipped_at as at from parcel_watches where parcel_id = ${parcelId}`,
        ),
      )
    )[0]?.at.toISOString();

  const tasksOf = async (parcelId: string) =>
    (
      await w.read((tx) =>
        run<{ id: string }>(tx, sql`select id from tasks where parcel_id = ${parcelId}`),
      )
    ).map(({ id }) => id);

  const listed = async () => {
    const page = await w.read((tx) => listProblemParcels(w.member('agent'), tx, { limit: 200 }));
    if (isRefusal(page)) throw new Error(page.code);
    return page;
  };

  return {
    ...{ w, now, at, shipped, tend, status, parcelOf, problems, events, planned, firstAt },
    ...{ tasksOf, listed },
  };
}
