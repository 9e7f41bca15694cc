/** Who carries text messages and mails: accounts at gateways, their state, the sandbox's outbox. */
import { endpoint, Strict } from './endpoint.ts';
import { Can, Id, Instant, Nullable, OneOf, Page, PageQuery, Text, Type } from './schema.ts';

export const MessageGatewayKind = OneOf(
  ['sandbox', 'aliyun', 'tencent', 'twilio', 'smpp', 'smtp'] as const,
  'sandbox: nothing leaves the house; its outbox can be looked at. smtp carries mail, the others text messages.',
);
export type MessageGatewayWord = 'sandbox' | 'aliyun' | 'tencent' | 'twilio' | 'smpp' | 'smtp';

export const MessageGatewayState = OneOf(
  ['new', 'ok', 'down', 'denied'] as const,
  'new: not used yet. down: does not answer. denied: answers, but refuses our account.',
);

const Words = (description: string) =>
  Type.Record(Type.String({ pattern: '^[A-Za-z]{1,40}$' }), Type.String({ maxLength: 2000 }), {
    maxProperties: 12,
    description,
  });

const Options = Words(
  'aliyun: signName, templateCode, templateParam. tencent: sdkAppId, signName, templateId, region. twilio: accountSid, from. smpp: host, port, systemId, from, tls. smtp: host, port, user, from, tls. sandbox: fault.',
);
const Secrets = Words(
  'aliyun: accessKeyId, accessKeySecret. tencent: secretId, secretKey. twilio: authToken. smpp, smtp: password. Kept sealed, never shown again.',
);

export const MessageGateway = Type.Object({
  id: Id,
  name: Type.String(),
  kind: MessageGatewayKind,
  channel: OneOf(['sms', 'mail'] as const),
  shopIds: Nullable(Type.Array(Id)),
  options: Type.Record(Type.String(), Type.String()),
  perSecond: Type.Integer({ description: 'Messages handed over a second.' }),
  priceMicros: Nullable(
    Type.Integer({ description: 'Price of one part in millionths of the currency.' }),
  ),
  currency: Nullable(Type.String()),
  enabled: Type.Boolean(),
  state: MessageGatewayState,
  stateAt: Instant,
  trouble: Type.String({ description: 'What it said last; empty while it is well.' }),
  balance: Nullable(Type.String({ description: 'What is left on the account, as it says it.' })),
  waiting: Type.Integer({ description: 'Messages that have not reached it yet.' }),
  unknown: Type.Integer({ description: 'Messages nobody knows about.' }),
  sentToday: Type.Integer({ description: 'Messages within 24 hours.' }),
  partsToday: Type.Integer(),
  callbackUrl: Nullable(
    Type.String({ description: 'Address to enter at the gateway for receipts and answers.' }),
  ),
  can: Can,
});

const settings = {
  name: Text(80, 1),
  shopIds: Nullable(
    Type.Array(Id, { minItems: 1, maxItems: 200, uniqueItems: true, description: 'Null: all.' }),
  ),
  options: Options,
  secrets: Secrets,
  perSecond: Type.Integer({ minimum: 1, maximum: 500 }),
  priceMicros: Nullable(Type.Integer({ minimum: 0, maximum: 1_000_000_000 })),
  currency: Nullable(Type.String({ pattern: '^[A-Z]{3}$' })),
};
const params = Strict({ gatewayId: Id });
const lacking = ['gateway.setting_missing', 'gateway.host_refused', 'shop.not_found'] as const;

export const listMessageGateways = endpoint({
  id: 'listMessageGateways',
  method: 'GET',
  path: '/message-gateways',
  summary: 'Gateways of the shops this reader manages, oldest first',
  reply: Type.Object({ items: Type.Array(MessageGateway) }),
  errors: [],
});

export const createMessageGateway = endpoint({
  id: 'createMessageGateway',
  method: 'POST',
  path: '/message-gateways',
  summary: 'Adds a gateway; messages may leave through it from now on',
  body: Strict({
    name: settings.name,
    kind: MessageGatewayKind,
    channel: OneOf(['sms', 'mail'] as const),
    shopIds: settings.shopIds,
    options: settings.options,
    secrets: settings.secrets,
    perSecond: Type.Optional(settings.perSecond),
    priceMicros: Type.Optional(settings.priceMicros),
    currency: Type.Optional(settings.currency),
  }),
  reply: MessageGateway,
  errors: [...lacking, 'gateway.too_many'],
});

export const updateMessageGateway = endpoint({
  id: 'updateMessageGateway',
  method: 'PATCH',
  path: '/message-gateways/:gatewayId',
  summary: 'Changes a gateway, or switches it off and on. Secrets that are not given stay.',
  params,
  body: Strict({
    name: Type.Optional(settings.name),
    shopIds: Type.Optional(settings.shopIds),
    options: Type.Optional(settings.options),
    secrets: Type.Optional(settings.secrets),
    perSecond: Type.Optional(settings.perSecond),
    priceMicros: Type.Optional(settings.priceMicros),
    currency: Type.Optional(settings.currency),
    enabled: Type.Optional(Type.Boolean()),
  }),
  reply: MessageGateway,
  errors: ['gateway.not_found', ...lacking],
});

export const removeMessageGateway = endpoint({
  id: 'removeMessageGateway',
  method: 'DELETE',
  path: '/message-gateways/:gatewayId',
  summary: 'Removes a gateway through which nothing is on its way',
  params,
  errors: ['gateway.not_found', 'gateway.in_use'],
});

export const testMessageGateway = endpoint({
  id: 'testMessageGateway',
  method: 'POST',
  path: '/message-gateways/:gatewayId/tests',
  summary: 'Sends a test message to a number or address of your own, and asks for the balance',
  params,
  body: Strict({ to: Text(200, 3, 'Own telephone number or e-mail address.') }),
  reply: Type.Object({
    outcome: OneOf(['accepted', 'refused', 'unknown', 'not_sent'] as const),
    detail: Type.String(),
    gateway: MessageGateway,
  }),
  errors: ['gateway.not_found', 'gateway.recipient_invalid', 'rate.limited'],
});

/** A message in the sandbox's outbox. */
export const SandboxMessage = Type.Object({
  id: Id,
  key: Type.String(),
  recipient: Type.String({ description: 'Masked.' }),
  subject: Nullable(Type.String()),
  text: Type.String(),
  parts: Type.Integer(),
  at: Instant,
});

export const listSandboxMessages = endpoint({
  id: 'listSandboxMessages',
  method: 'GET',
  path: '/message-gateways/:gatewayId/outbox',
  summary: 'What a sandbox gateway was handed, newest first',
  params,
  query: Strict(PageQuery),
  reply: Page(SandboxMessage),
  errors: ['gateway.not_found', 'list.cursor_invalid'],
});

export const receiveGatewayCallback = endpoint({
  id: 'receiveGatewayCallback',
  method: 'POST',
  path: '/gateway-callbacks/:teamId/:gatewayId/:token',
  summary:
    'Where a gateway tells what became of a message, or what a buyer answered. Verified, kept once, and committed before it is answered.',
  params: Strict({ teamId: Id, gatewayId: Id, token: Text(100, 20) }),
  transfer: 'raw',
  reply: Type.Unknown(),
  errors: ['gateway.callback_refused'],
});
