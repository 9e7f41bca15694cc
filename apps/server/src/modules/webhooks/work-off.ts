import { system } from '../../kernel/actor.ts';
import type { Db } from '../../kernel/db.ts';
import { collect } from './collect.ts';
import { claim, deliver } from './deliver.ts';
import { nextDue } from './delivery.store.ts';
import type { WebhookPorts } from './ports.ts';
import { readWebhook } from './webhook.store.ts';

/** Deliveries under way at once to one webhook, each of another line. Webhooks do not share them: a slow one slows itself. */
const atOnce = 4;

/** Collects from the log and delivers until nothing more is due; resolves with when something will be. */
export async function workOff(
  ports: WebhookPorts,
  db: Db,
  team: string,
  id: string,
): Promise<Date | null> {
  while (await collect(db, team, id));
  const underWay = new Set<Promise<void>>();
  for (;;) {
    const free = atOnce - underWay.size;
    const claimed = free > 0 ? await claim(db, team, id, free) : [];
    for (const delivery of claimed) {
      const sent: Promise<void> = deliver(ports, db, team, delivery).finally(() =>
        underWay.delete(sent),
      );
      underWay.add(sent);
    }
    if (underWay.size === 0) break;
    await Promise.race(underWay);
    await collect(db, team, id);
  }
  return db.read(system(team, 'webhooks.plan'), async (tx) => {
    const due = await nextDue(tx, id);
    const rest = (await readWebhook(tx, id))?.restUntil ?? null;
    return due && rest && rest > due ? rest : due;
  });
}
