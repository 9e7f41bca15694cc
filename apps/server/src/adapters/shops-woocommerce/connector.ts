import {
  type Connector,
  isTrouble,
  type Line,
  type Platform,
  type PlatformOrder,
  type ProductRecord,
  type Trouble,
} from '../../modules/connectors/ports.ts';
import { readWooHook } from './hook.ts';
import { platformOrder } from './order.ts';
import { productRecord } from './product.ts';
import { bodyOf, type Rest, restOf } from './rest.ts';
import type { WooOrder, WooProduct, WooVariation } from './shapes.ts';
import { wayOf, wooWrites } from './ways.ts';

const pageSize = 50;
const gone: Trouble = { trouble: 'no', detail: 'there is no such order' };

async function list<T>(rest: Rest, path: string, page: string | null) {
  const n = Number(page ?? 1);
  const told = await rest<T[]>('GET', `${path}&per_page=${pageSize}&page=${n}`);
  if (isTrouble(told)) return told;
  const pages = Number(told.headers['x-wp-totalpages'] ?? 1);
  return { items: told.body, next: n < pages ? String(n + 1) : null };
}

async function readOrder(rest: Rest, id: string): Promise<WooOrder | null | Trouble> {
  if (!/^\d{1,18}$/.test(id)) return null;
  const told = await bodyOf(rest<WooOrder>('GET', `/orders/${id}`));
  return told === 'missing' ? null : told;
}

async function variationsOf(rest: Rest, product: WooProduct): Promise<WooVariation[] | Trouble> {
  if (product.type !== 'variable') return [];
  const told = await rest<WooVariation[]>('GET', `/products/${product.id}/variations?per_page=100`);
  return isTrouble(told) ? told : told.body;
}

function writing(rest: Rest): Pick<Platform, 'write' | 'find'> {
  const find: Platform['find'] = async (externalId, what, key) => {
    const way = wayOf(what.kind);
    const order = await readOrder(rest, externalId);
    if (isTrouble(order)) return order;
    if (!order || !way) return gone;
    return way.find({ rest, order, what, key });
  };
  return {
    find,
    async write(externalId, what, key) {
      const way = wayOf(what.kind);
      const order = await readOrder(rest, externalId);
      if (isTrouble(order)) return order;
      if (!order) return gone;
      if (!way) return { trouble: 'no', detail: `WooCommerce has no ${what.kind}` };
      const before = await way.find({ rest, order, what, key });
      if (before) return before;
      const trouble = await way.apply({ rest, order, what, key });
      if (trouble) return trouble;
      return (
        (await find(externalId, what, key)) ?? {
          trouble: 'down',
          detail: 'carried out, but not to be seen',
        }
      );
    },
  };
}

function platformOf(line: Line): Platform {
  const rest = restOf(line);
  const orders = async (path: string, page: string | null) => {
    const told = await list<WooOrder>(rest, path, page);
    return isTrouble(told) ? told : { items: told.items.map(platformOrder), next: told.next };
  };
  return {
    ...writing(rest),
    async check() {
      const told = await rest('GET', '/orders?per_page=1');
      return isTrouble(told) ? told : null;
    },
    changedOrders(since, page) {
      const after = since
        ? `&dates_are_gmt=true&modified_after=${new Date(Date.parse(since) - 1000).toISOString().slice(0, 19)}`
        : '';
      return orders(`/orders?orderby=modified&order=asc${after}`, page);
    },
    async ordersOfBuyer(buyerExternalId) {
      const query = buyerExternalId.startsWith('guest:')
        ? `customer=0&search=${encodeURIComponent(buyerExternalId.slice(6))}`
        : `customer=${encodeURIComponent(buyerExternalId)}`;
      const found: PlatformOrder[] = [];
      for (let page: string | null = null; ; ) {
        const told = await orders(`/orders?${query}`, page);
        if (isTrouble(told)) return told;
        found.push(...told.items);
        page = told.next;
        if (page === null)
          return found.filter(({ record }) => record.buyerExternalId === buyerExternalId);
      }
    },
    async order(externalId) {
      const order = await readOrder(rest, externalId);
      return order === null || isTrouble(order) ? order : platformOrder(order);
    },
    async products(page) {
      const told = await list<WooProduct>(rest, '/products?orderby=id&order=asc', page);
      if (isTrouble(told)) return told;
      const items: ProductRecord[] = [];
      for (const product of told.items) {
        const variations = await variationsOf(rest, product);
        if (isTrouble(variations)) return variations;
        items.push(productRecord(product, variations, line.currency));
      }
      return { items, next: told.next };
    },
  };
}

/** WooCommerce through its REST API v3. */
export const createWooCommerce = (): Connector => ({
  kind: 'woocommerce',
  secrets: ['consumerKey', 'consumerSecret', 'webhookSecret?'],
  capabilities: ['orders', 'products', 'webhooks', ...wooWrites],
  open: platformOf,
  readHook: ({ secrets }, headers, body) => readWooHook(secrets, headers, body),
});
