import type { ReplyOf, webhooks } from '@guitai/contract';
import { now } from '../../kernel/clock.ts';
import type { WebhookRow } from './tables.ts';

type Shown = ReplyOf<typeof webhooks.updateWebhook>;

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

/** A webhook as people see it; never its secret. `head` is the newest event of the log. */
export function shownWebhook(row: WebhookRow, waiting: number, head: number): Shown {
  const { id, name, url, types, shopIds, enabled, failures } = row;
  return {
    id,
    name,
    url,
    types,
    shopIds,
    enabled,
    failures,
    waiting,
    paused:
      row.pausedAt && row.pausedWhy ? { at: row.pausedAt.toISOString(), why: row.pausedWhy } : null,
    behind: Math.max(0, head - row.seq),
    oldSecretUntil:
      row.oldSecretUntil && row.oldSecretUntil > now() ? iso(row.oldSecretUntil) : null,
    createdBy: { kind: row.creatorKind, id: row.creatorId },
    createdAt: row.createdAt.toISOString(),
    can: ['updateWebhook', 'rotateWebhookSecret', 'removeWebhook', 'listWebhookDeliveries'],
  };
}
