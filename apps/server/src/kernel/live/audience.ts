import type { Actor } from '../actor.ts';
import { eventType, type Happened } from '../events.ts';

/** Whether this principal may hear of the event at this moment. Asked for each receiver when sending. */
export function mayHear(actor: Actor, event: Happened): boolean {
  const declared = eventType(event.type);
  if (!declared) return false;
  if (actor.kind !== 'member' && actor.kind !== 'key') return false;
  const scope = actor.grants.get(declared.permission);
  if (scope === undefined) return false;
  const shop = event.reach?.shop;
  if (actor.shops !== null && shop !== undefined && !actor.shops.includes(shop)) return false;
  if (scope !== 'own') return true;
  const holders = event.reach?.holders;
  if (holders === undefined || holders.length === 0) return true;
  return actor.kind === 'member' && holders.includes(actor.member);
}

const wrap = (event: Happened, data: string, type: string = event.type): string =>
  `{"t":"event","seq":${event.seq},"type":"${type}","subject":"${event.subject}","at":"${event.at}","actor":{"kind":"${event.actor.kind}","id":${event.actor.id ? `"${event.actor.id}"` : 'null'}},"data":${data}}`;

/** The frame the team receives. */
export const staffText = (event: Happened): string => wrap(event, event.data);

/** The frame the buyer of the topic receives, or null when the buyer hears nothing of it. */
export function buyerText(event: Happened): string | null {
  const declared = eventType(event.type);
  if (event.buyerData !== undefined) {
    return event.buyerData === null ? null : wrap(event, event.buyerData, declared?.buyerType);
  }
  const seen = declared?.toBuyer?.(JSON.parse(event.data)) ?? null;
  return seen === null ? null : wrap(event, JSON.stringify(seen), declared?.buyerType);
}
