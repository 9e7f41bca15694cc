import { webhooks } from '@guitai/contract';
import { route, routeBare } from '../../kernel/route.ts';
import { listWebhookDeliveries, replayWebhookDelivery } from './delivery.ts';
import type { WebhookPorts } from './ports.ts';
import { createWebhookWith, rotateWebhookSecretWith } from './secret.ts';
import { listWebhooks, listWebhookTypes, removeWebhook, updateWebhookWith } from './webhook.ts';

const manage = 'webhooks.manage';
const audited = { audited: true };

export const routesWith = (ports: WebhookPorts) => [
  route(webhooks.listWebhooks, manage, listWebhooks),
  route(webhooks.listWebhookTypes, manage, listWebhookTypes),
  routeBare(webhooks.createWebhook, manage, createWebhookWith(ports), audited),
  route(webhooks.updateWebhook, manage, updateWebhookWith(ports), audited),
  routeBare(webhooks.rotateWebhookSecret, manage, rotateWebhookSecretWith(ports), audited),
  route(webhooks.removeWebhook, manage, removeWebhook, audited),
  route(webhooks.listWebhookDeliveries, manage, listWebhookDeliveries),
  route(webhooks.replayWebhookDelivery, manage, replayWebhookDelivery, audited),
];
