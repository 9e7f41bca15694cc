import {
  type Connector,
  isTrouble,
  type Line,
  type Platform,
  type Trouble,
} from '../../modules/connectors/ports.ts';
import { graphql } from '../shops-http/graphql.ts';
import { readShopifyHook } from './hook.ts';
import { platformOrder } from './order.ts';
import { productRecord } from './product.ts';
import * as queries from './queries.ts';
import type { ShopifyOrder, ShopifyProduct } from './shapes.ts';
import { type Send, shopifyWrites, wayOf } from './ways.ts';

/** The version of the Admin API everything here is checked against. */
const apiVersion = '2026-07';
const pageSize = 25;
const gone: Trouble = { trouble: 'no', detail: 'there is no such order' };

interface Nodes<T> {
  readonly nodes: readonly T[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const pageOf = <T, R>({ nodes, pageInfo }: Nodes<T>, shown: (node: T) => R) => ({
  items: nodes.map(shown),
  next: pageInfo.hasNextPage ? pageInfo.endCursor : null,
});

const sender =
  (line: Line): Send =>
  async (query, variables = {}) => {
    const url = `${line.url.replace(/\/+$/, '')}/admin/api/${apiVersion}/graphql.json`;
    const headers = { 'x-shopify-access-token': line.secrets.accessToken ?? '' };
    const answer = await graphql<never>(line, url, headers, { query, variables });
    return isTrouble(answer) ? answer : answer.data;
  };

async function readOrder(send: Send, id: string): Promise<ShopifyOrder | null | Trouble> {
  if (!/^\d{1,20}$/.test(id)) return null;
  const gid = `gid://shopify/Order/${id}`;
  const told = await send<{ order: ShopifyOrder | null }>(queries.readOrder, { id: gid });
  return isTrouble(told) ? told : told.order;
}

function writing(send: Send): Pick<Platform, 'write' | 'find'> {
  const find: Platform['find'] = async (externalId, what, key) => {
    const order = await readOrder(send, externalId);
    if (isTrouble(order)) return order;
    const way = wayOf(what.kind);
    return order && way ? way.find({ send, order, what, key }) : gone;
  };
  return {
    find,
    async write(externalId, what, key) {
      const order = await readOrder(send, externalId);
      if (isTrouble(order)) return order;
      const way = wayOf(what.kind);
      if (!order) return gone;
      if (!way) return { trouble: 'no', detail: `Shopify has no ${what.kind}` };
      const before = await way.find({ send, order, what, key });
      if (before) return before;
      const trouble = await way.apply({ send, order, what, key });
      if (trouble) return trouble;
      // A cancellation is a job there: it may show a moment later, and is looked for again.
      const after = await find(externalId, what, key);
      return after ?? { trouble: 'down', detail: 'carried out, but not to be seen yet' };
    },
  };
}

function platformOf(line: Line): Platform {
  const send = sender(line);
  const list = async (query: string, after: string | null) => {
    const variables = { first: pageSize, after, query };
    const told = await send<{ orders: Nodes<ShopifyOrder> }>(queries.listOrders, variables);
    return isTrouble(told) ? told : pageOf(told.orders, platformOrder);
  };
  return {
    ...writing(send),
    async check() {
      const told = await send<object>(queries.whoAmI);
      return isTrouble(told) ? told : null;
    },
    changedOrders: (since, page) => list(since ? `updated_at:>='${since}'` : '', page),
    async ordersOfBuyer(buyerExternalId) {
      if (!/^\d{1,20}$/.test(buyerExternalId)) return [];
      const told = await list(`customer_id:${buyerExternalId}`, null);
      return isTrouble(told) ? told : told.items;
    },
    async order(externalId) {
      const order = await readOrder(send, externalId);
      return order === null || isTrouble(order) ? order : platformOrder(order);
    },
    async products(page) {
      const variables = { first: pageSize, after: page };
      const told = await send<{ products: Nodes<ShopifyProduct> }>(queries.listProducts, variables);
      return isTrouble(told)
        ? told
        : pageOf(told.products, (product) => productRecord(product, line.currency));
    },
  };
}

/** Shopify through its Admin API. */
export const createShopify = (): Connector => ({
  kind: 'shopify',
  secrets: ['accessToken', 'webhookSecret?'],
  capabilities: ['orders', 'products', 'webhooks', ...shopifyWrites],
  open: platformOf,
  readHook: ({ secrets }, headers, body) => readShopifyHook(secrets, headers, body),
});
