/** A buyer's no, per shop, channel and topic. */
import { endpoint, Strict } from './endpoint.ts';
import { Can, Id, Instant, Nullable, OneOf, Page, PageQuery, Text, Type } from './schema.ts';

const Channel = OneOf(['chat', 'sms', 'mail', 'all'] as const);
const Topic = OneOf(['service', 'marketing', 'all'] as const);

export const OptOut = Type.Object({
  id: Id,
  shopId: Id,
  shopName: Type.String(),
  buyerId: Nullable(Id),
  buyerName: Type.String({ description: 'Masked; empty for somebody who was forgotten.' }),
  channel: Channel,
  topic: Topic,
  source: OneOf(
    ['chat', 'sms', 'mail', 'person'] as const,
    'Where the buyer said it; person: a colleague noted it.',
  ),
  byName: Nullable(Type.String()),
  at: Instant,
  undoneAt: Nullable(Instant),
  can: Can,
});

export const listOptOuts = endpoint({
  id: 'listOptOuts',
  method: 'GET',
  path: '/opt-outs',
  summary:
    'Buyers who said no, newest first; of one buyer also what was said under the same number or address',
  query: Strict({
    ...PageQuery,
    buyerId: Type.Optional(Id),
    standing: Type.Optional(Type.Boolean({ description: 'Only those that still stand.' })),
  }),
  reply: Page(OptOut),
  errors: ['list.cursor_invalid'],
});

export const createOptOut = endpoint({
  id: 'createOptOut',
  method: 'POST',
  path: '/opt-outs',
  summary: "Notes a buyer's no",
  body: Strict({ buyerId: Id, shopId: Id, channel: Channel, topic: Topic }),
  reply: OptOut,
  errors: ['outreach.buyer_not_found'],
});

export const undoOptOut = endpoint({
  id: 'undoOptOut',
  method: 'DELETE',
  path: '/opt-outs/:optOutId',
  summary: 'Takes a no back, at the wish of the buyer',
  params: Strict({ optOutId: Id }),
  errors: ['outreach.opt_out_not_found'],
});

const link = Strict({ teamId: Id, messageId: Id, signature: Text(100, 20) });

export const openUnsubscribeLink = endpoint({
  id: 'openUnsubscribeLink',
  method: 'GET',
  path: '/unsubscribe/:teamId/:messageId/:signature',
  summary: 'The page behind the link in a mail: one button. Opening it changes nothing.',
  params: link,
  reply: Type.Unknown(),
  errors: ['outreach.link_invalid'],
});

export const useUnsubscribeLink = endpoint({
  id: 'useUnsubscribeLink',
  method: 'POST',
  path: '/unsubscribe/:teamId/:messageId/:signature',
  summary: 'One click (RFC 8058): no more such mails from this shop; `undo` takes it back',
  params: link,
  query: Strict({ undo: Type.Optional(Type.Boolean()) }),
  transfer: 'raw',
  reply: Type.Unknown(),
  errors: ['outreach.link_invalid'],
});
