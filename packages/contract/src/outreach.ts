/**
 * Messages to buyers that nobody typed: planned by rules, sent once, with their results.
 *
 * Everything goes through one place, so that opt-outs, quiet hours and caps hold for all of them together.
 */
import { endpoint, Strict } from './endpoint.ts';
import { OutreachCause, OutreachChannel, OutreachState, OutreachTopic } from './outreach.words.ts';
import { Can, Id, Instant, Nullable, Page, PageQuery, Text, Type } from './schema.ts';

export * from './outreach.errors.ts';
export * from './outreach.words.ts';

const Clock = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', description: 'HH:MM' });
const cap = (description: string) => Type.Integer({ minimum: 0, maximum: 1000, description });

/** When and how often a shop's automatic messages may come. */
export const OutreachSettings = Type.Object({
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
});

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
  repliedAt: Nullable(Instant),
  convertedAt: Nullable(Instant),
  optedOutAt: Nullable(Instant),
  attempts: Type.Integer(),
  parts: Nullable(Type.Integer({ description: 'Parts of a text message.' })),
  can: Can,
});

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
  }),
  reply: Page(OutreachMessage),
  errors: ['list.cursor_invalid'],
});
