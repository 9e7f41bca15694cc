import type { Actor } from '../actor.ts';
import { can, type Thing } from '../can.ts';
import { eventType, type Happened } from '../events.ts';

/** Whether this principal may hear of the event at this moment. Asked for each receiver when sending. */
export function mayHear(actor: Actor, event: Happened): boolean {
  const declared = eventType(event.type);
  // An event whose subject is gone has nothing to tell any more.
  if (!declared || actor.kind === 'system' || event.data === 'null') return false;
  const { shop, holders } = event.reach ?? {};
  if (holders === undefined || holders.length === 0) {
    const holder = holders === undefined ? undefined : null;
    return can(actor, declared.permission, thingOf(shop, holder)) === 'yes';
  }
  return holders.some((holder) => can(actor, declared.permission, thingOf(shop, holder)) === 'yes');
}

/** An event that names neither shop nor holder is about the team as a whole. */
const thingOf = (shop: string | undefined, holder: string | null | undefined): Thing | undefined =>
  shop === undefined && holder === undefined
    ? undefined
    : { ...(shop === undefined ? {} : { shop }), ...(holder === undefined ? {} : { holder }) };

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
  if (event.data === 'null') return null;
  const seen = declared?.toBuyer?.(JSON.parse(event.data)) ?? null;
  return seen === null ? null : wrap(event, JSON.stringify(seen), declared?.buyerType);
}
