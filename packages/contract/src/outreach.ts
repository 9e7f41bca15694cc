/**
 * Messages to buyers that nobody typed: planned by rules, sent once, with their results.
 *
 * Everything goes through one place, so that opt-outs, quiet hours and caps hold for all of them together.
 */
import { endpoint, Strict } from './endpoint.ts';
import { OutreachCause, OutreachChannel, OutreachState, OutreachTopic } from './outreach.words.ts';
import { Can, Id, Instant, Nullable, OneOf, Page, PageQuery, Text, Type } from './schema.ts';

export * from './outreach.errors.ts';
export * from './outreach.gateways.ts';
export * from './outreach.opt-outs.ts';
export * from './outreach.words.ts';

const Clock = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', description: 'HH:MM' });
const cap = (description: string) => Type.Integer({ minimum: 0, maximum: 1000, description });

const limits = {
  quietHours: Nullable(
    Type.Object(
      { from: Clock, until: Clock },
      { description: "In the shop's time zone, over midnight where it ends before it begins." },
    ),
  ),
  marketingPerDay: cap('Marketing messages a buyer gets within 24 hours, over all causes.'),
  marketingPerWeek: cap('Within 7 days.'),
  servicePerDay: cap('Messages about their orders a buyer gets within 24 hours.'),
  servicePerWeek: cap('Within 7 days.'),
  mailPerHour: cap('Mails one address gets within an hour.'),
  chatPerMinute: Nullable(
    Type.Integer({
      minimum: 1,
      maximum: 100_000,
      description: 'Automatic chat messages of the shop a minute; null: as many as are due.',
    }),
  ),
};

/** When and how often a shop's automatic messages may come. */
export const OutreachSettings = Type.Object(limits);

export const OutreachMessage = Type.Object({
  id: Id,
  shopId: Id,
  shopName: Type.String(),
  buyerId: Id,
  buyerName: Type.String({ description: 'Masked.' }),
  orderId: Nullable(Id),
  orderNumber: Nullable(Type.String()),
  conversationId: Nullable(Id),
  topic: OutreachTopic,
  channels: Type.Array(OutreachChannel, { description: 'The wish and its fall-backs.' }),
  channel: Nullable(OutreachChannel),
  recipient: Nullable(Type.String({ description: 'Masked.' })),
  cause: OutreachCause,
  text: Type.String(),
  state: OutreachState,
  reason: Nullable(Type.String({ description: 'Why it was skipped or failed: a code.' })),
  dueAt: Instant,
  expiresAt: Instant,
  plannedAt: Instant,
  sentAt: Nullable(Instant),
  deliveredAt: Nullable(Instant),
  readAt: Nullable(Instant),
  repliedAt: Nullable(Instant),
  convertedAt: Nullable(Instant),
  optedOutAt: Nullable(Instant),
  attempts: Type.Integer(),
  round: Type.Integer({ description: 'Above one: people had it sent again.' }),
  gatewayName: Nullable(Type.String()),
  parts: Nullable(Type.Integer({ description: 'Parts of a text message.' })),
  reply: Nullable(Type.String({ description: 'What the buyer answered by text message.' })),
  can: Can,
});

/** What a search finds: order number or the end of it, or the beginning of a buyer's name. */
const Search = Text(60, 1, 'Number of an order, or a buyer as they call themselves.');

export const listOutreachMessages = endpoint({
  id: 'listOutreachMessages',
  method: 'GET',
  path: '/outreach-messages',
  summary: 'Messages nobody typed, newest first',
  query: Strict({
    ...PageQuery,
    state: Type.Optional(OutreachState),
    shopId: Type.Optional(Id),
    buyerId: Type.Optional(Id),
    orderId: Type.Optional(Id),
    causeKind: Type.Optional(Text(40, 1)),
    causeId: Type.Optional(Text(100, 1)),
    channel: Type.Optional(OutreachChannel),
    q: Type.Optional(Search),
  }),
  reply: Page(OutreachMessage),
  errors: ['list.cursor_invalid'],
});

export const getOutreachMessage = endpoint({
  id: 'getOutreachMessage',
  method: 'GET',
  path: '/outreach-messages/:messageId',
  summary: 'One automatic message',
  params: Strict({ messageId: Id }),
  reply: OutreachMessage,
  errors: ['outreach.not_found'],
});

export const settleOutreachMessage = endpoint({
  id: 'settleOutreachMessage',
  method: 'POST',
  path: '/outreach-messages/:messageId/settlements',
  summary: 'Says what a person found out about a message nobody knew about',
  params: Strict({ messageId: Id }),
  body: Strict({ outcome: OneOf(['arrived', 'lost'] as const) }),
  reply: OutreachMessage,
  errors: ['outreach.not_found', 'outreach.not_open'],
});

export const sendOutreachAgain = endpoint({
  id: 'sendOutreachAgain',
  method: 'POST',
  path: '/outreach-messages/:messageId/resendings',
  summary:
    'Sends an unknown or failed message again, as a new attempt under a new key: the buyer may get it twice',
  params: Strict({ messageId: Id }),
  reply: OutreachMessage,
  errors: ['outreach.not_found', 'outreach.not_open', 'outreach.opt_out_stands'],
});

export const getOutreachSettings = endpoint({
  id: 'getOutreachSettings',
  method: 'GET',
  path: '/shops/:shopId/outreach-settings',
  summary: 'Quiet hours and caps of a shop',
  params: Strict({ shopId: Id }),
  reply: OutreachSettings,
  errors: ['shop.not_found'],
});

export const updateOutreachSettings = endpoint({
  id: 'updateOutreachSettings',
  method: 'PATCH',
  path: '/shops/:shopId/outreach-settings',
  summary: 'Changes the given settings',
  params: Strict({ shopId: Id }),
  body: Strict({
    quietHours: Type.Optional(limits.quietHours),
    marketingPerDay: Type.Optional(limits.marketingPerDay),
    marketingPerWeek: Type.Optional(limits.marketingPerWeek),
    servicePerDay: Type.Optional(limits.servicePerDay),
    servicePerWeek: Type.Optional(limits.servicePerWeek),
    mailPerHour: Type.Optional(limits.mailPerHour),
    chatPerMinute: Type.Optional(limits.chatPerMinute),
  }),
  reply: OutreachSettings,
  errors: ['shop.not_found'],
});

export const getSmsTerms = endpoint({
  id: 'getSmsTerms',
  method: 'GET',
  path: '/shops/:shopId/sms-terms',
  summary: "By which gateway a shop's text messages leave, and what a part costs",
  params: Strict({ shopId: Id }),
  reply: Type.Object({
    gateway: Nullable(Type.String({ description: 'Its kind; null: there is none.' })),
    priceMicros: Nullable(Type.Integer({ description: 'Of a part, in millionths.' })),
    currency: Nullable(Type.String()),
  }),
  errors: ['shop.not_found'],
});
