/** What was promised to a buyer in a chat: a sentence with a clock and the event that fulfils it. */
import { ofConversation } from './conversations.parts.ts';
import { endpoint, Strict } from './endpoint.ts';
import { PromiseEvent } from './promises.events.ts';
import { PromiseProposal, PromiseRate, TeamPromise } from './promises.shapes.ts';
import { Id, Instant, Nullable, OneOf, Page, PageQuery, Text, Type } from './schema.ts';

export * from './promises.due.ts';
export * from './promises.errors.ts';
export * from './promises.events.ts';
export * from './promises.sentence.ts';
export * from './promises.shapes.ts';
export * from './promises.time.ts';

const one = Strict({ promiseId: Id });

export const getPromiseProposal = endpoint({
  id: 'getPromiseProposal',
  method: 'POST',
  path: '/conversations/:conversationId/promise-proposal',
  summary: 'What a sentence would promise and by when, by the calendar of the shop; makes nothing',
  params: ofConversation,
  body: Strict({ text: Text(10_000), messageId: Type.Optional(Id) }),
  reply: PromiseProposal,
  errors: ['conversation.not_found'],
});

export const makePromise = endpoint({
  id: 'makePromise',
  method: 'POST',
  path: '/conversations/:conversationId/promises',
  summary: 'Turns a sentence said to a buyer into a promise with a clock and what fulfils it',
  params: ofConversation,
  body: Strict({
    sentence: Text(500, 1),
    messageId: Type.Optional(Nullable(Id)),
    event: PromiseEvent,
    dueAt: Nullable(Instant),
    orderId: Type.Optional(Nullable(Id)),
    productId: Type.Optional(Nullable(Id)),
  }),
  reply: TeamPromise,
  errors: [
    'conversation.not_found',
    'promise.message_foreign',
    'promise.exists',
    'promise.order_needed',
    'promise.order_foreign',
    'promise.product_needed',
    'promise.due_needed',
    'promise.due_past',
    'promise.happened',
  ],
});

export const listPromises = endpoint({
  id: 'listPromises',
  method: 'GET',
  path: '/promises',
  summary:
    'Promises of the shops the reader works in: open ones by their time, settled ones the latest first',
  query: Strict({
    ...PageQuery,
    tab: Type.Optional(OneOf(['open', 'broken', 'settled'] as const)),
    soon: Type.Optional(
      Type.Boolean({ description: 'Only open ones whose time is nearly over, and broken ones.' }),
    ),
    shopId: Type.Optional(Id),
    memberId: Type.Optional(Id),
    buyerId: Type.Optional(Id),
    orderId: Type.Optional(Id),
  }),
  reply: Type.Object({
    ...Page(TeamPromise).properties,
    counts: Type.Object({ open: Type.Integer(), broken: Type.Integer() }),
  }),
  errors: ['list.cursor_invalid'],
});

export const getPromise = endpoint({
  id: 'getPromise',
  method: 'GET',
  path: '/promises/:promiseId',
  summary: 'One promise',
  params: one,
  reply: TeamPromise,
  errors: ['promise.not_found'],
});

export const keepPromise = endpoint({
  id: 'keepPromise',
  method: 'POST',
  path: '/promises/:promiseId/fulfilment',
  summary: 'Says that a promise is kept, where no event can say it',
  params: one,
  body: Strict({ note: Type.Optional(Text(500)) }),
  reply: TeamPromise,
  errors: ['promise.not_found', 'promise.settled'],
});

export const cancelPromise = endpoint({
  id: 'cancelPromise',
  method: 'POST',
  path: '/promises/:promiseId/cancellation',
  summary: 'Takes a promise out of the count, with the reason',
  params: one,
  body: Strict({ reason: Text(500, 1) }),
  reply: TeamPromise,
  errors: ['promise.not_found', 'promise.settled'],
});

export const extendPromise = endpoint({
  id: 'extendPromise',
  method: 'POST',
  path: '/promises/:promiseId/extensions',
  summary: 'Gives an open promise a later time and tells the buyer so, in one step',
  params: one,
  body: Strict({
    dueAt: Instant,
    text: Text(2000, 1, 'What the buyer is told, in the chat the promise was made in.'),
  }),
  reply: TeamPromise,
  errors: [
    'promise.not_found',
    'promise.settled',
    'promise.over',
    'promise.due_past',
    'promise.not_later',
    'promise.not_told',
  ],
});

export const reopenPromise = endpoint({
  id: 'reopenPromise',
  method: 'DELETE',
  path: '/promises/:promiseId/ending',
  summary: 'Takes back what a person said: cancelled or kept by hand',
  params: one,
  reply: TeamPromise,
  errors: ['promise.not_found', 'promise.not_by_hand'],
});

export const getPromiseRates = endpoint({
  id: 'getPromiseRates',
  method: 'GET',
  path: '/promise-rates',
  summary: 'How promises made in a time were kept: per shop and person',
  query: Strict({
    from: Type.Optional(Instant),
    until: Type.Optional(Instant),
    shopId: Type.Optional(Id),
  }),
  reply: Type.Object({ members: Type.Array(PromiseRate), shops: Type.Array(PromiseRate) }),
});
