import { defineModule, type Module } from '../../kernel/module.ts';
import { webhookChanged } from './events.ts';
import { followWith } from './follow.ts';
import { up } from './migrations/0001-webhooks.ts';
import { tellPaused } from './paused.notice.ts';
import type { WebhookPorts } from './ports.ts';
import { routesWith } from './routes.ts';

export const webhooksMigrations = [{ id: '0001-webhooks', up }];

/** What happens in the team, sent to addresses of its own: at least once, signed, in order, with a log. */
export const createWebhooks = (ports: WebhookPorts): Module =>
  defineModule({
    name: 'webhooks',
    migrations: webhooksMigrations,
    routes: routesWith(ports),
    events: [webhookChanged],
    reactions: [tellPaused],
    followers: [followWith(ports)],
  });
