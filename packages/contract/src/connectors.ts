/**
 * Shops whose orders live on another platform: the line to it, how it is, what it can do.
 *
 * Orders of a connected shop are a mirror; acts on them go through an outbox and reach the platform once, however often they
 * are tried. While a platform is down the mirror stays readable and says its age; acts are refused with the reason.
 */
import { endpoint, Strict } from './endpoint.ts';
import { defineErrors } from './errors.ts';
import { Can, Id, Instant, Nullable, OneOf, Page, PageQuery, Text, Type } from './schema.ts';

export const ConnectionKind = OneOf(['vendure', 'shopify', 'woocommerce'] as const);

/** What a platform lets us do with its orders. */
export const OrderWriteKind = OneOf([
  'note',
  'address',
  'items',
  'postage',
  'discount',
  'ship',
  'refund',
  'cancel',
  'coupon',
] as const);

/** How a platform is. */
export const ConnectionState = OneOf(
  ['new', 'ok', 'down', 'denied'] as const,
  'new: not reached yet. down: does not answer. denied: answers, but no longer lets us in.',
);

export const Connection = Type.Object({
  id: Id,
  shopId: Id,
  kind: ConnectionKind,
  url: Type.String(),
  enabled: Type.Boolean({ description: 'Off: nothing is read or written; the mirror stays.' }),
  state: ConnectionState,
  since: Instant,
  trouble: Type.String({ description: 'What the platform said; empty while it is well.' }),
  does: Type.Array(OrderWriteKind, { description: 'Acts it carries out by itself.' }),
  lacks: Type.Array(
    Type.Object({
      act: OrderWriteKind,
      instead: Type.Array(Type.String(), { description: 'The next best ways, the best first.' }),
    }),
  ),
  waiting: Type.Integer({ description: 'Acts that have not reached the platform yet.' }),
  lastReadAt: Nullable(Instant),
  comparedAt: Nullable(Instant),
  differences: Nullable(
    Type.Integer({ description: 'Orders that differed when mirror and platform were compared.' }),
  ),
  hookPath: Type.String({
    description: 'Path below the public address to which the platform may send its changes.',
  }),
  can: Can,
});

/** An act that waits or went wrong. */
export const WaitingWrite = Type.Object({
  id: Id,
  orderId: Id,
  number: Type.String(),
  kind: OrderWriteKind,
  state: OneOf(
    ['waiting', 'sending', 'unsure', 'failed'] as const,
    'unsure: it may have been carried out; the platform is asked before it is sent again.',
  ),
  attempts: Type.Integer(),
  trouble: Type.String(),
  createdAt: Instant,
});

/** A field in which an order here and on its platform differed. */
export const OrderDifference = Type.Object({
  orderId: Nullable(Id),
  number: Type.String(),
  field: Type.String(),
  ours: Type.String(),
  theirs: Type.String(),
});

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

/** Data of `connection.changed`. */
export const ConnectionChanged = Type.Object({
  connectionId: Id,
  shopId: Id,
  state: ConnectionState,
  enabled: Type.Boolean(),
});

export const connectorsErrors = defineErrors({
  'connection.not_found': {
    status: 404,
    en: 'There is no such connection.',
    'zh-CN': '没有这个店铺连接。',
    'zh-TW': '沒有這個店鋪連線。',
  },
  'connection.exists': {
    status: 409,
    en: 'This shop is connected already.',
    'zh-CN': '该店铺已有连接。',
    'zh-TW': '該店鋪已有連線。',
  },
  'connection.unsure': {
    status: 409,
    en: 'The platform has not said yet whether it carried out {count} acts. Wait until it answers; switched off, the connection sends nothing.',
    'zh-CN':
      '有 {count} 项操作尚未得知平台是否已执行，请等平台答复后再移除。停用连接后不会再发送任何操作。',
    'zh-TW':
      '有 {count} 項操作尚未得知平台是否已執行，請等平台答覆後再移除。停用連線後不會再送出任何操作。',
  },
  'connection.own_shop': {
    status: 409,
    en: 'Orders of this shop are placed here; open another shop for the platform.',
    'zh-CN': '该店铺的订单就在本系统产生，请为外部平台另建一个店铺。',
    'zh-TW': '該店鋪的訂單就在本系統產生，請為外部平台另建一個店鋪。',
  },
  'connection.not_let_in': {
    status: 422,
    en: 'The platform does not let us in: {why}',
    'zh-CN': '平台拒绝登录：{why}',
    'zh-TW': '平台拒絕登入：{why}',
  },
  'connection.not_reached': {
    status: 422,
    en: 'The platform was not reached: {why}',
    'zh-CN': '无法连接平台：{why}',
    'zh-TW': '無法連線平台：{why}',
  },
  'connection.secret_missing': {
    status: 422,
    en: 'Fill in {names}.',
    'zh-CN': '请填写 {names}。',
    'zh-TW': '請填寫 {names}。',
  },
  'connection.url_invalid': {
    status: 422,
    en: 'Write the address of the platform with https://.',
    'zh-CN': '请填写以 https:// 开头的平台地址。',
    'zh-TW': '請填寫以 https:// 開頭的平台網址。',
  },
  'connection.hook_refused': {
    status: 401,
    en: 'This was not signed by the platform.',
    'zh-CN': '签名校验未通过。',
    'zh-TW': '簽章驗證未通過。',
  },
});
