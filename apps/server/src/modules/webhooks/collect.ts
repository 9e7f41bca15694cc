import { system } from '../../kernel/actor.ts';
import { clock, now } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/db.ts';
import { eventsAfter } from '../../kernel/events.ts';
import { newId } from '../../kernel/ids.ts';
import { teamClock } from '../../kernel/teams.ts';
import { staffById } from '../access/index.ts';
import { forgetDeliveries, insertDeliveries, waitingOf } from './delivery.store.ts';
import { eventIdOf, isFor } from './letter.ts';
import { pauseWebhook } from './pause.ts';
import { moveWebhook, takeWebhook } from './webhook.store.ts';

const pageSize = 200;
/** So many may wait for one webhook; what happens beyond stays in the log until there is room. */
const mostWaiting = 1000;
const keptMs = 14 * 86_400_000;

/**
 * Notes the next page of the log for one webhook. Deliveries and the cursor move in one transaction, so an event is noted
 * once whoever dies when. True when there may be more.
 */
export async function collect(db: Db, team: string, id: string): Promise<boolean> {
  const actor = system(team, 'webhooks.collect');
  return db.write(actor, async (tx) => {
    const webhook = await takeWebhook(tx, id);
    if (!webhook?.enabled || webhook.pausedAt) return false;
    const head = await teamClock(tx);
    if (webhook.seq >= head.seq) return false;
    if (((await waitingOf(tx, [id])).get(id) ?? 0) >= mostWaiting) return false;
    const creator = await staffById(tx, webhook.creatorKind, webhook.creatorId);
    if (!creator) {
      await pauseWebhook(actor, tx, webhook, 'creator');
      return false;
    }
    const events = await eventsAfter(tx, webhook.seq, pageSize);
    const news = events
      .filter((event) => isFor(webhook, creator, event))
      .map(({ seq, type, subject, topic, at }) => ({
        id: newId(),
        seq,
        eventId: eventIdOf(head.epoch, seq),
        type,
        subject,
        line: topic ?? subject,
        at,
      }));
    await insertDeliveries(tx, id, news, now());
    await moveWebhook(tx, id, events.at(-1)?.seq ?? head.seq);
    await forgetDeliveries(tx, id, new Date(clock.now() - keptMs));
    return events.length === pageSize;
  });
}
