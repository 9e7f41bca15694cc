import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../kernel/ids.ts';
import type { OutboundRequest } from '../../kernel/outbound.ts';
import { refuse } from '../../kernel/refusal.ts';
import { factsOfRecord } from '../orders/index.ts';
import { type Connector, isTrouble, type Line, type OrderWrite, type Platform } from './ports.ts';

/** Where orders of the suite are sent instead. */
export const newAddress = {
  name: '赵一',
  phone: '13900001111',
  country: 'CN',
  province: '四川省',
  city: '成都市',
  district: '锦江区',
  street: '春熙路 9 号',
  postcode: '610021',
};

/** One write of each kind, and what must stand in the platform's own book when it was carried out exactly once. */
export interface Sample {
  readonly what: OrderWrite;
  readonly effect: number;
}

/** A platform under test, with the two things its own people can do: look into their book and sell. */
export interface Bench {
  readonly connector: Connector;
  readonly line: Line;
  /** A line with credentials that are not good. */
  readonly wrongLine: Line;
  /** Somebody buys there and pays. */
  buy(): Promise<{ readonly id: string; readonly buyer: string }>;
  /** The platform's own book: pieces, or minor units, of what was done to the order; read without the connector. */
  effect(id: string, what: OrderWrite): Promise<number>;
  samples(): readonly Sample[];
  isWrite(request: OutboundRequest): boolean;
  close?(): Promise<void>;
}

/** Real platforms on a busy machine take their time. */
const patience = 400_000;

type Fault = 'lost' | 'busy' | 'down';

/** The door to the outside with one fault at the n-th request that writes. */
function faulty(bench: Bench) {
  let armed: { fault: Fault; at: number } | null = null;
  let writes = 0;
  const reach: Line['reach'] = async (request) => {
    if (armed === null || !bench.isWrite(request)) return bench.line.reach(request);
    writes += 1;
    if (writes !== armed.at) return bench.line.reach(request);
    const { fault } = armed;
    armed = null;
    if (fault === 'busy')
      return { status: 429, headers: { 'retry-after': '7' }, body: new Uint8Array() };
    if (fault === 'lost') await bench.line.reach(request);
    return refuse('outbound.failed', { why: 'TimeoutError' });
  };
  return {
    platform: bench.connector.open({ ...bench.line, reach }),
    arm(fault: Fault, at: number) {
      armed = { fault, at };
      writes = 0;
    },
    struck: () => armed === null,
  };
}

async function all(platform: Platform, since: string | null) {
  const found = [];
  let page: string | null = null;
  do {
    const told = await platform.changedOrders(since, page);
    if (isTrouble(told)) throw new Error(told.detail);
    found.push(...told.items);
    page = told.next;
  } while (page !== null);
  return found;
}

const orderOf = async (platform: Platform, id: string) => {
  const order = await platform.order(id);
  if (order === null || isTrouble(order)) throw new Error('the order is gone');
  return order;
};

/** What every connector keeps, whatever the platform: one file, run against each of them. */
export function connectorSuite(name: string, open: () => Promise<Bench>): void {
  describe(`the connector of ${name}`, () => {
    let bench: Bench;
    let platform: Platform;
    beforeAll(async () => {
      bench = await open();
      platform = bench.connector.open(bench.line);
    });
    afterAll(() => bench?.close?.());

    it('SHOP-02 knows whether it is let in', async () => {
      expect(await platform.check()).toBeNull();
      const stranger = bench.connector.open(bench.wrongLine);
      expect(await stranger.check()).toMatchObject({ trouble: 'denied' });
      const deaf = bench.connector.open({
        ...bench.line,
        id: newId(),
        reach: async () => refuse('outbound.failed', { why: 'TimeoutError' }),
      });
      expect(await deaf.check()).toMatchObject({ trouble: 'down' });
      expect(await deaf.changedOrders(null, null)).toMatchObject({ trouble: 'down' });
    });

    it('SHOP-03 reads orders whose money adds up, of a buyer and by the time of their change', async () => {
      const bought = await bench.buy();
      const [order] = (await all(platform, null)).filter((o) => o.externalId === bought.id);
      if (!order) throw new Error('an order is missing');
      const { record } = order;
      const facts = factsOfRecord(record);
      expect(facts.totalMinor).toBe(record.totalMinor);
      expect(facts.paidMinor).toBe(record.totalMinor);
      expect(facts.adjustmentMinor).toBe(0);
      expect(record).toMatchObject({ status: 'paid', buyerExternalId: bought.buyer });
      expect(record.lines.length).toBeGreaterThan(0);
      expect(record.address).not.toBeNull();
      const theirs = await platform.ordersOfBuyer(bought.buyer);
      if (isTrouble(theirs)) throw new Error(theirs.detail);
      expect(theirs.map((o) => o.externalId)).toContain(bought.id);
      // An order's own time may lie a moment before that of its newest payment or parcel.
      const since = new Date(order.version - 60_000).toISOString();
      expect((await all(platform, since)).map((o) => o.externalId)).toContain(bought.id);
      const later = new Date(order.version + 3_600_000).toISOString();
      expect((await all(platform, later)).map((o) => o.externalId)).not.toContain(bought.id);
      expect(await platform.order('987654321')).toBeNull();
      expect(await orderOf(platform, bought.id)).toEqual(order);
    });

    it('reads products', async () => {
      const page = await platform.products(null);
      if (isTrouble(page)) throw new Error(page.detail);
      expect(page.items[0]?.variants[0]?.priceMinor).toBeGreaterThan(0);
    });

    it('declares what it can do, and can do what it declares', () => {
      const reads = new Set(['orders', 'products', 'webhooks']);
      const declared = bench.connector.capabilities.filter((c) => !reads.has(c)).sort();
      expect(
        bench
          .samples()
          .map(({ what }) => what.kind as string)
          .sort(),
      ).toEqual(declared);
    });

    it(
      'SHOP-06 carries out each kind of write once, however often it is asked with the same key',
      async () => {
        for (const { what, effect } of bench.samples()) {
          const { id } = await bench.buy();
          const key = newId();
          const before = await orderOf(platform, id);
          expect(await platform.find(id, what, key), what.kind).toBeNull();
          const first = await platform.write(id, what, key);
          expect(first, what.kind).not.toHaveProperty('trouble');
          expect(await platform.write(id, what, key)).toEqual(first);
          expect(await platform.find(id, what, key)).toEqual(first);
          expect(await bench.effect(id, what), what.kind).toBe(effect);
          const after = await orderOf(platform, id);
          expect(after.version).toBeGreaterThanOrEqual(before.version);
          const facts = factsOfRecord(after.record);
          expect(facts.totalMinor, what.kind).toBe(after.record.totalMinor);
          expect(facts.adjustmentMinor, what.kind).toBe(0);
          shown[what.kind]?.(what as never, facts, factsOfRecord(before.record), after);
        }
      },
      patience,
    );

    it(
      'SHOP-06 a lost answer never makes a second effect, at whichever step it is lost',
      async () => {
        for (const { what, effect } of bench.samples()) {
          for (let at = 1; at < 12; at += 1) {
            const { id } = await bench.buy();
            const key = newId();
            const line = faulty(bench);
            line.arm('lost', at);
            const told = await line.platform.write(id, what, key);
            if (!line.struck()) break; // fewer steps than that
            expect(told, `${what.kind} ${at}`).toMatchObject({ trouble: 'down' });
            expect(isTrouble(await platform.find(id, what, key))).toBe(false);
            expect(await platform.write(id, what, key), what.kind).not.toHaveProperty('trouble');
            expect(await bench.effect(id, what), `${what.kind} ${at}`).toBe(effect);
          }
        }
      },
      patience,
    );

    it('SHOP-06 says when it was turned away before anything happened, and when nobody answered', async () => {
      const sample = bench.samples()[0];
      if (!sample) throw new Error('no sample');
      const { what, effect } = sample;
      const { id } = await bench.buy();
      const key = newId();
      const line = faulty(bench);
      line.arm('busy', 1);
      expect(await line.platform.write(id, what, key)).toMatchObject({
        trouble: 'busy',
        afterSeconds: 7,
      });
      line.arm('down', 1);
      expect(await line.platform.write(id, what, key)).toMatchObject({ trouble: 'down' });
      expect(await platform.find(id, what, key)).toBeNull();
      expect(await bench.effect(id, what)).toBe(0);
      await platform.write(id, what, key);
      expect(await bench.effect(id, what)).toBe(effect);
    });

    it('SHOP-06 two refunds of one reason are two, one above what was paid is refused', async () => {
      if (!bench.connector.capabilities.includes('refund')) return;
      const { id } = await bench.buy();
      const { record } = await orderOf(platform, id);
      const paid = record.totalMinor ?? 0;
      const part = (amountMinor: number): OrderWrite => ({
        kind: 'refund',
        amountMinor,
        reference: null,
        reason: 'late',
      });
      expect(await platform.write(id, part(100), newId())).not.toHaveProperty('trouble');
      expect(await platform.write(id, part(100), newId())).not.toHaveProperty('trouble');
      expect(await platform.write(id, part(paid), newId())).toMatchObject({ trouble: 'no' });
      expect(await bench.effect(id, part(0))).toBe(200);
      expect(await platform.write('987654321', part(1), newId())).toMatchObject({ trouble: 'no' });
    });
  });
}

type Facts = Record<string, unknown>;
type Shown = (what: never, now: Facts, was: Facts, order: { parcels: readonly object[] }) => void;
type Of<K> = Extract<OrderWrite, { kind: K }>;

/** How a write must show in what is read afterwards. */
const shown: Partial<Record<OrderWrite['kind'], Shown>> = {
  address: (what: Of<'address'>, now) => expect(now.address).toContain(what.address.street),
  postage: (what: Of<'postage'>, now) => expect(now.postageMinor).toBe(what.postageMinor),
  discount: (what: Of<'discount'>, now, was) =>
    expect(now.totalMinor).toBe((was.totalMinor as number) - what.amountMinor),
  refund: (what: Of<'refund'>, now) => expect(now.refundedMinor).toBe(what.amountMinor),
  ship: (what: Of<'ship'>, now, _was, order) => {
    expect(now.status).toMatch(/shipped/);
    expect(order.parcels).toMatchObject([{ number: what.number }]);
  },
  cancel: (_what: Of<'cancel'>, now) => expect(now.status).toBe('cancelled'),
};
