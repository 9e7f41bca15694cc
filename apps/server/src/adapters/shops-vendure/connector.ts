import {
  type Connector,
  isTrouble,
  type Line,
  type OrderWrite,
  type Platform,
  type PlatformOrder,
  type ProductRecord,
  type Trouble,
  type Written,
} from '../../modules/connectors/ports.ts';
import { address, discount, items, postage } from './modify.ts';
import { cancel, refund } from './money.ts';
import { coupon, note } from './notes.ts';
import { platformOrder } from './order.ts';
import { productRecord, type VendureProduct } from './product.ts';
import * as queries from './queries.ts';
import { createSessions, type Send } from './session.ts';
import type { VendureOrder } from './shapes.ts';
import { ship } from './ship.ts';
import type { Step, Way } from './way.ts';

const ways = { note, address, items, postage, discount, ship, refund, cancel, coupon };

const wayOf = (what: OrderWrite) => ways[what.kind] as unknown as Way<OrderWrite>;

const pageSize = 50;

interface List<T> {
  readonly items: readonly T[];
  readonly totalItems: number;
}

/** Place of the page after this one. */
const nextOf = (skip: number, { items: got, totalItems }: List<unknown>): string | null =>
  skip + got.length < totalItems && got.length > 0 ? String(skip + got.length) : null;

async function readOrder(send: Send, id: string): Promise<VendureOrder | null | Trouble> {
  const told = await send<{ order: VendureOrder | null }>(queries.readOrder, { id });
  return isTrouble(told) ? told : told.order;
}

const gone: Trouble = { trouble: 'no', detail: 'there is no such order' };

async function carryOut(
  send: Send,
  id: string,
  what: OrderWrite,
  key: string,
): Promise<Written | Trouble> {
  const order = await readOrder(send, id);
  if (isTrouble(order)) return order;
  if (!order) return gone;
  const step: Step<OrderWrite> = { send, order, what, key };
  const before = await wayOf(what).find(step);
  if (before) return before;
  const trouble = await wayOf(what).apply(step);
  if (trouble) return trouble;
  const after = await lookFor(send, id, what, key);
  return after ?? { trouble: 'down', detail: 'carried out, but not to be seen' };
}

async function lookFor(send: Send, id: string, what: OrderWrite, key: string) {
  const order = await readOrder(send, id);
  if (isTrouble(order)) return order;
  return order ? wayOf(what).find({ send, order, what, key }) : gone;
}

async function listOrders(send: Send, options: object, skip: number) {
  const told = await send<{ orders: List<VendureOrder> }>(queries.listOrders, {
    options: { ...options, take: pageSize, skip },
  });
  if (isTrouble(told)) return told;
  return { items: told.orders.items.map(platformOrder), next: nextOf(skip, told.orders) };
}

function platformOf(send: Send, line: Line): Platform {
  const placed = { orderPlacedAt: { isNull: false } };
  return {
    async check() {
      const told = await send<object>('{ activeChannel { id } }');
      return isTrouble(told) ? told : null;
    },
    changedOrders: (since, page) =>
      listOrders(
        send,
        {
          sort: { updatedAt: 'ASC' },
          filter: {
            ...placed,
            ...(since
              ? { updatedAt: { after: new Date(Date.parse(since) - 1).toISOString() } }
              : {}),
          },
        },
        Number(page ?? 0),
      ),
    async ordersOfBuyer(buyerExternalId) {
      const told = await send<{ customer: { orders: List<VendureOrder> } | null }>(
        `query($id: ID!) { customer(id: $id) { orders(options: { take: 100, sort: { orderPlacedAt: DESC }, filter: {
          orderPlacedAt: { isNull: false } } }) { totalItems items { ${queries.orderFields} } } } }`,
        { id: buyerExternalId },
      );
      if (isTrouble(told)) return told;
      return (told.customer?.orders.items ?? []).map(platformOrder);
    },
    async order(externalId): Promise<PlatformOrder | null | Trouble> {
      const order = await readOrder(send, externalId);
      return order === null || isTrouble(order) ? order : platformOrder(order);
    },
    async products(page) {
      const skip = Number(page ?? 0);
      const told = await send<{ products: List<VendureProduct> }>(queries.listProducts, {
        options: { take: pageSize, skip },
      });
      if (isTrouble(told)) return told;
      const records = told.products.items.map(
        (p): ProductRecord => productRecord(p, line.currency),
      );
      return { items: records, next: nextOf(skip, told.products) };
    },
    write: (externalId, what, key) => carryOut(send, externalId, what, key),
    find: (externalId, what, key) => lookFor(send, externalId, what, key),
  };
}

/** Vendure 3.7 through its Admin API; no code of Vendure's is part of the product. */
export function createVendure(): Connector {
  const session = createSessions();
  return {
    kind: 'vendure',
    secrets: ['username?', 'password?', 'apiKey?', 'channelToken?'],
    capabilities: ['orders', 'products', ...(Object.keys(ways) as (keyof typeof ways)[])],
    open: (line) => platformOf(session(line), line),
    readHook: () => null,
  };
}
