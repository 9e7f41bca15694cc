/**
 * Outgoing webhooks: what happens in the team is sent to an address of the team's own.
 *
 * At least once: a delivery that is not answered with 2xx is tried again for more than a day, later each time. Within one
 * conversation, order or other subject the order is kept: a later event waits for the earlier one. The signature follows
 * standardwebhooks.com: HMAC-SHA256 over `id.timestamp.body`. `docs/webhooks.md` has a receiver.
 */
import { endpoint, Strict } from './endpoint.ts';
import { Can, Id, Instant, Nullable, OneOf, Page, PageQuery, Text, Type } from './schema.ts';

export * from './webhooks.errors.ts';

const EventTypes = Type.Array(Text(60, 1), {
  minItems: 1,
  maxItems: 100,
  uniqueItems: true,
  description: 'Types of events to send, e.g. `order.placed`.',
});

const Shops = Nullable(
  Type.Array(Id, {
    minItems: 1,
    maxItems: 200,
    uniqueItems: true,
    description: 'Only events of these shops.',
  }),
);

export const Webhook = Type.Object({
  id: Id,
  name: Type.String(),
  url: Type.String(),
  types: Type.Array(Type.String()),
  shopIds: Nullable(Type.Array(Id)),
  enabled: Type.Boolean(),
  paused: Nullable(
    Type.Object({
      at: Instant,
      why: OneOf(
        ['failing', 'gone', 'creator'] as const,
        'failing: refused for more than a day. gone: the receiver said 410. creator: whoever set it up is no longer here.',
      ),
    }),
  ),
  failures: Type.Integer({ description: 'Tries in a row that went wrong.' }),
  waiting: Type.Integer({ description: 'Deliveries that have not arrived yet.' }),
  behind: Type.Integer({ description: 'Events of the log it has not looked at yet.' }),
  oldSecretUntil: Nullable(Instant),
  createdBy: Type.Object({ kind: OneOf(['member', 'key'] as const), id: Id }),
  createdAt: Instant,
  can: Can,
});

/** One event on its way to one webhook. */
export const WebhookDelivery = Type.Object({
  id: Id,
  eventId: Type.String({
    description: 'Stands in `webhook-id`; the same in every try and replay.',
  }),
  type: Type.String(),
  subject: Id,
  at: Instant,
  state: OneOf(
    ['waiting', 'delivered', 'given_up', 'dropped'] as const,
    'dropped: there was nothing to tell any more, or no longer to this webhook.',
  ),
  attempts: Type.Integer(),
  triedAt: Nullable(Instant),
  nextAt: Nullable(Instant),
  status: Nullable(Type.Integer({ description: 'HTTP status of the last answer.' })),
  tookMs: Nullable(Type.Integer()),
  answer: Type.String({ description: 'Beginning of the last answer.' }),
  trouble: Type.String({ description: 'Why the last try went wrong; empty when it went well.' }),
  replayOf: Nullable(Id),
  request: Nullable(
    Type.String({
      description:
        'Beginning of the body as it would be sent now; null where the reader may not see the event.',
    }),
  ),
  can: Can,
});

const params = Strict({ webhookId: Id });
const settings = {
  name: Text(80, 1),
  url: Text(500, 8, 'http or https, a public address, port 80 or 443.'),
  types: EventTypes,
  shopIds: Shops,
};
const refusals = ['webhook.url_refused', 'webhook.type_unknown', 'shop.not_found'] as const;
const Secret = Type.String({
  description: '`whsec_` and 256 bits in base64. Shown here and nowhere else.',
});

export const listWebhooks = endpoint({
  id: 'listWebhooks',
  method: 'GET',
  path: '/webhooks',
  summary: 'Webhooks this reader manages, oldest first',
  query: Strict(PageQuery),
  reply: Page(Webhook),
  errors: ['list.cursor_invalid'],
});

export const listWebhookTypes = endpoint({
  id: 'listWebhookTypes',
  method: 'GET',
  path: '/webhook-event-types',
  summary: 'Types of events a webhook of this reader can be sent',
  reply: Type.Object({ items: Type.Array(Type.String()) }),
  errors: [],
});

export const createWebhook = endpoint({
  id: 'createWebhook',
  method: 'POST',
  path: '/webhooks',
  summary: 'Sets up a webhook from now on. Its secret is in this answer alone.',
  body: Strict(settings),
  reply: Type.Object({ webhook: Webhook, secret: Secret }),
  errors: [...refusals, 'webhook.too_many', 'idempotency.key_reused'],
});

export const updateWebhook = endpoint({
  id: 'updateWebhook',
  method: 'PATCH',
  path: '/webhooks/:webhookId',
  summary:
    'Changes a webhook; `enabled: true` also ends a pause. It goes on where it stopped, or from now on.',
  params,
  body: Strict({
    name: Type.Optional(settings.name),
    url: Type.Optional(settings.url),
    types: Type.Optional(settings.types),
    shopIds: Type.Optional(settings.shopIds),
    enabled: Type.Optional(Type.Boolean()),
    skipMissed: Type.Optional(
      Type.Boolean({ description: 'Leaves out what happened while it stood still.' }),
    ),
  }),
  reply: Webhook,
  errors: ['webhook.not_found', ...refusals],
});

export const rotateWebhookSecret = endpoint({
  id: 'rotateWebhookSecret',
  method: 'POST',
  path: '/webhooks/:webhookId/secret-rotations',
  summary: 'A fresh secret. For a day every delivery is signed with the old one too.',
  params,
  reply: Type.Object({ webhook: Webhook, secret: Secret }),
  errors: ['webhook.not_found', 'idempotency.key_reused'],
});

export const removeWebhook = endpoint({
  id: 'removeWebhook',
  method: 'DELETE',
  path: '/webhooks/:webhookId',
  summary: 'Ends a webhook with everything that waits',
  params,
  errors: ['webhook.not_found'],
});

export const listWebhookDeliveries = endpoint({
  id: 'listWebhookDeliveries',
  method: 'GET',
  path: '/webhooks/:webhookId/deliveries',
  summary: 'Deliveries of the last two weeks, newest first',
  params,
  query: Strict({
    ...PageQuery,
    state: Type.Optional(OneOf(['waiting', 'delivered', 'given_up', 'dropped'] as const)),
  }),
  reply: Page(WebhookDelivery),
  errors: ['webhook.not_found', 'list.cursor_invalid'],
});

export const replayWebhookDelivery = endpoint({
  id: 'replayWebhookDelivery',
  method: 'POST',
  path: '/webhooks/:webhookId/deliveries/:deliveryId/replays',
  summary: 'Sends an event again, with the same event id',
  params: Strict({ webhookId: Id, deliveryId: Id }),
  reply: WebhookDelivery,
  errors: ['webhook.not_found', 'webhook.delivery_not_found', 'webhook.off'],
});

/** A webhook was set up, changed, paused or taken away. */
export const WebhookChanged = Type.Object({
  webhookId: Id,
  name: Type.String(),
  paused: Nullable(Type.String({ description: 'Why it was paused just now.' })),
});
