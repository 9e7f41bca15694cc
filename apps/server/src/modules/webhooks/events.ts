import { webhooks } from '@guitai/contract';
import { defineEvent } from '../../kernel/events.ts';

/** A webhook was set up, changed, paused or taken away. */
export const webhookChanged = defineEvent('webhook.changed', webhooks.WebhookChanged, {
  permission: 'webhooks.manage',
});
