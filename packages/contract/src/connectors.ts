/**
 * Shops whose orders live on another platform: the line to it, how it is, what it can do.
 *
 * Orders of a connected shop are a mirror; acts on them go through an outbox and reach the platform once, however often they
 * are tried. While a platform is down the mirror stays readable and says its age; acts are refused with the reason.
 */
import { Connection, ConnectionKind, OrderDifference, WaitingWrite } from './connectors.shapes.ts';
import { endpoint, Strict } from './endpoint.ts';
import { Id, Page, PageQuery, Text, Type } from './schema.ts';

export * from './connectors.errors.ts';
export * from './connectors.shapes.ts';

const Secrets = Type.Record(
  Type.String({ pattern: '^[A-Za-z]{1,40}$' }),
  Type.String({ maxLength: 2000 }),
  {
    maxProperties: 10,
    description:
      'vendure: username and password, or apiKey; channelToken. shopify: accessToken, webhookSecret. woocommerce: consumerKey, consumerSecret, webhookSecret. Kept sealed, never shown again.',
  },
);

const Url = Text(500, 8, 'Address of the platform, https.');
const params = Strict({ connectionId: Id });

const reaching = [
  'connection.not_let_in',
  'connection.not_reached',
  'connection.secret_missing',
  'connection.url_invalid',
] as const;

export const listConnections = endpoint({
  id: 'listConnections',
  method: 'GET',
  path: '/connections',
  summary: 'Connections of the shops this reader works in: how each platform is and what it can do',
  query: Strict(PageQuery),
  reply: Page(Connection),
  errors: ['list.cursor_invalid'],
});

export const getConnection = endpoint({
  id: 'getConnection',
  method: 'GET',
  path: '/connections/:connectionId',
  summary: 'One connection with what waits, what went wrong and what differed',
  params,
  reply: Type.Object({
    connection: Connection,
    waiting: Type.Array(WaitingWrite),
    differences: Type.Array(OrderDifference),
  }),
  errors: ['connection.not_found'],
});

export const createConnection = endpoint({
  id: 'createConnection',
  method: 'POST',
  path: '/shops/:shopId/connection',
  summary: 'Connects a shop to its platform; kept only if the platform lets us in',
  params: Strict({ shopId: Id }),
  body: Strict({ kind: ConnectionKind, url: Url, secrets: Secrets }),
  reply: Connection,
  errors: ['shop.not_found', 'connection.exists', 'connection.own_shop', ...reaching],
});

export const updateConnection = endpoint({
  id: 'updateConnection',
  method: 'PATCH',
  path: '/connections/:connectionId',
  summary: 'Changes address or credentials, or switches the connection off and on',
  params,
  body: Strict({
    url: Type.Optional(Url),
    secrets: Type.Optional(Secrets),
    enabled: Type.Optional(Type.Boolean()),
  }),
  reply: Connection,
  errors: ['connection.not_found', ...reaching],
});

export const checkConnection = endpoint({
  id: 'checkConnection',
  method: 'POST',
  path: '/connections/:connectionId/check',
  summary: 'Asks the platform now how it is',
  params,
  reply: Connection,
  errors: ['connection.not_found'],
});

export const compareConnection = endpoint({
  id: 'compareConnection',
  method: 'POST',
  path: '/connections/:connectionId/comparison',
  summary: 'Compares mirror and platform now instead of at night; the result is on the connection',
  params,
  reply: Connection,
  errors: ['connection.not_found'],
});

export const removeConnection = endpoint({
  id: 'removeConnection',
  method: 'DELETE',
  path: '/connections/:connectionId',
  summary:
    'Ends a connection. The orders stay as they were read last; what still waited has failed. Not while an act may have been carried out there.',
  params,
  errors: ['connection.not_found', 'connection.unsure'],
});

export const refreshBuyerOrders = endpoint({
  id: 'refreshBuyerOrders',
  method: 'POST',
  path: '/buyers/:buyerId/order-refresh',
  summary:
    "Reads a buyer's orders anew where they live; what changed is told as an event. At most every 20 seconds.",
  params: Strict({ buyerId: Id }),
  reply: Type.Object({
    read: Type.Integer({ description: 'Platforms that were read.' }),
    unreachable: Type.Integer({ description: 'Platforms that did not answer; the mirror stays.' }),
  }),
  errors: ['buyer.not_found'],
});

export const receivePlatformHook = endpoint({
  id: 'receivePlatformHook',
  method: 'POST',
  path: '/platform-hooks/:teamId/:connectionId',
  summary:
    'Where a platform tells of its changes. Verified by its signature and kept before it is answered.',
  params: Strict({ teamId: Id, connectionId: Id }),
  transfer: 'raw',
  errors: ['connection.hook_refused'],
});
