import type { Actor } from '../actor.ts';
import { can, type Thing } from '../can.ts';
import { eventType, type Happened } from '../events.ts';
import { type Octets, octetsOf } from './octets.ts';

/** Whether this principal may hear of the event at this moment. Asked for each receiver when sending. */
export function mayHear(actor: Actor, event: Happened): boolean {
  const declared = eventType(event.type);
  // An event whose subject is gone has nothing to tell any more.
  if (!declared || actor.kind === 'system' || event.gone) return false;
  const { shop, holders } = event.reach ?? {};
  if (declared.personal) {
    const named = actor.kind === 'member' && holders?.includes(actor.member);
    return named === true && can(actor, declared.permission) === 'yes';
  }
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

/** What stands before the data in the frame of an event; plain ASCII. */
export const eventHead = (event: Happened, type: string = event.type): string =>
  `{"t":"event","seq":${event.seq},"type":"${type}","subject":"${event.subject}","at":"${event.at}","actor":{"kind":"${event.actor.kind}","id":${event.actor.id ? `"${event.actor.id}"` : 'null'}},"data":`;

/** The frame the team receives. */
export const staffText = (event: Happened): string => `${eventHead(event)}${event.data}}`;

/** The frame the buyer of the topic receives, or null when the buyer hears nothing of it. */
export function buyerText(event: Happened): string | null {
  const declared = eventType(event.type);
  if (event.gone || event.buyerData === null) return null;
  const seen = event.buyerData ?? projected(event);
  return seen === null ? null : `${eventHead(event, declared?.buyerType)}${seen}}`;
}

/** The same as bytes. */
export function buyerOctets(event: Happened): Octets | null {
  const { octets } = event;
  if (octets === undefined) {
    const text = buyerText(event);
    return text === null ? null : octetsOf(text);
  }
  if (event.gone || octets.buyer === null) return null;
  const head = eventHead(event, eventType(event.type)?.buyerType);
  return `${head}${octets.buyer}}` as Octets;
}

function projected(event: Happened): string | null {
  const project = eventType(event.type)?.toBuyer;
  const seen = project ? project(JSON.parse(event.data)) : null;
  return seen === null ? null : JSON.stringify(seen);
}
