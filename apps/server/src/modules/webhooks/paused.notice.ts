import { react } from '../../kernel/reactions.ts';
import { membersWith, notify } from '../notices/index.ts';
import { webhookChanged } from './events.ts';

/** A webhook was paused by the product itself: who manages webhooks should know. */
export const tellPaused = react(
  'webhooks.tellPaused',
  webhookChanged,
  async (_actor, tx, { seq, actor, reach, data }) => {
    if (data.paused === null || actor.kind === 'member') return;
    const shopId = reach?.shop ?? null;
    await notify(tx, {
      to: await membersWith(tx, 'webhooks.manage', shopId),
      kind: 'webhook_paused',
      shopId,
      subject: { kind: 'webhook', id: data.webhookId },
      path: `/settings/webhooks/${data.webhookId}`,
      params: { name: data.name },
      key: `webhook ${data.webhookId} ${seq}`,
    });
  },
);
