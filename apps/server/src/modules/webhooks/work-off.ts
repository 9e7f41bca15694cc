import { system } from '../../kernel/actor.ts';
import type { Db } from '../../kernel/db.ts';
import { collect } from './collect.ts';
import { claim, deliver } from './deliver.ts';
import { nextDue } from './delivery.store.ts';
import type { Signals } from './loop.ts';
import type { WebhookPorts } from './ports.ts';
import { readWebhook } from './webhook.store.ts';

/** Deliveries under way at once to one webhook, each of another line. Webhooks do not share them: a slow one slows itself. */
const atOnce = 4;

const alone: Signals = { woken: () => new Promise(() => undefined), isStopped: () => false };

/**
 * Collects from the log and delivers until nothing more is due; resolves with when something will be. What happens while
 * slow deliveries are under way is taken up at once, as far as there is room. A fault of ours ends it after those under way.
 */
export async function workOff(
  ports: WebhookPorts,
  db: Db,
  team: string,
  id: string,
  signals: Signals = alone,
): Promise<Date | null> {
  const underWay = new Set<Promise<void>>();
  const faults: unknown[] = [];
  for (;;) {
    while (!signals.isStopped() && (await collect(db, team, id)));
    const free = faults.length > 0 || signals.isStopped() ? 0 : atOnce - underWay.size;
    const woken = signals.woken();
    for (const delivery of free > 0 ? await claim(db, team, id, free) : []) {
      const sent: Promise<void> = deliver(ports, db, team, delivery)
        .catch((fault) => void faults.push(fault))
        .finally(() => underWay.delete(sent));
      underWay.add(sent);
    }
    if (underWay.size === 0) break;
    await Promise.race(free > 0 ? [...underWay, woken] : underWay);
  }
  if (faults.length > 0) throw faults[0];
  return db.read(system(team, 'webhooks.plan'), async (tx) => {
    const due = await nextDue(tx, id);
    const rest = (await readWebhook(tx, id))?.restUntil ?? null;
    return due && rest && rest > due ? rest : due;
  });
}
