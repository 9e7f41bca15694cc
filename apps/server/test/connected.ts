import { connectors, orders, shops } from '@guitai/contract';
import { connectorHands } from '../src/connectors.ts';
import { system } from '../src/kernel/actor.ts';
import { quiet } from '../src/kernel/log.ts';
import type { Tx } from '../src/kernel/tx.ts';
import {
  carryOutWrites,
  compareMirror,
  type Hands,
  tendConnection,
} from '../src/modules/connectors/index.ts';
import type { Browser } from './office.ts';
import { needs } from './office.ts';
import { openWoo, type Woo, wooSecrets } from './woocommerce.ts';
import { trustedPlaces, type World, world } from './world.ts';

/** A team with a shop on another platform, and what the worker would do, done by hand. */
export interface Connected extends World {
  readonly woo: Woo;
  readonly owner: Browser;
  readonly hands: Hands;
  readonly connectedShop: string;
  readonly connection: string;
  /** Reads what changed on the platform. */
  tend(): Promise<unknown>;
  carryOut(orderId: string): Promise<void>;
  compare(): ReturnType<typeof compareMirror>;
  doing<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Somebody bought there; the order as it stands here. */
  bought(): Promise<{ readonly id: string; readonly externalId: string }>;
}

/** What the process under test would be given, with little patience. */
export const handsFor = (quietMs: number): Hands => ({
  ...connectorHands({ secretKey: needs.secretKey, outboundAllowed: trustedPlaces }, quiet),
  quietMs,
});

/** A shop of a fresh team that is an imported one, for a platform. */
export async function importedShop(owner: Browser, name: string): Promise<string> {
  const made = await owner.call(shops.createShop, {
    name,
    kind: 'imported',
    currency: 'CNY',
    timezone: 'Asia/Shanghai',
    locale: 'zh-CN',
  });
  return made.id;
}

/** A fresh team whose second shop is a WooCommerce on this machine. */
export async function connected(quietMs = 0): Promise<Connected> {
  const w = await world();
  const woo = await openWoo();
  trustedPlaces.push(woo.host);
  const owner = await w.as('何雅琴');
  const connectedShop = await importedShop(owner, '海外店');
  const { id: connection } = await owner.call(connectors.createConnection, {
    shopId: connectedShop,
    kind: 'woocommerce',
    url: woo.url,
    secrets: wooSecrets,
  });
  const hands = handsFor(quietMs);
  const actor = system(w.team, 'test');
  const tend = () => tendConnection(hands, w.db, actor, connection);
  return {
    ...w,
    woo,
    owner,
    hands,
    connectedShop,
    connection,
    tend,
    carryOut: (orderId) => carryOutWrites(hands, w.db, actor, orderId),
    compare: () => compareMirror(hands, w.db, actor, connection),
    doing: (work) => w.db.write(actor, work) as never,
    async bought() {
      const { id: externalId } = woo.buy();
      await tend();
      const { items } = await owner.call(orders.listOrders, { q: externalId });
      const found = items.find((order) => order.number === externalId);
      if (!found) throw new Error('the order did not arrive');
      return { id: found.id, externalId };
    },
  };
}
