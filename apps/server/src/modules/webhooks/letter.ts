import type { StaffActor } from '../../kernel/actor.ts';
import { can } from '../../kernel/can.ts';
import { eventsAfter, eventType, eventTypes, type Happened } from '../../kernel/events.ts';
import { mayHear } from '../../kernel/live/audience.ts';
import type { Tx } from '../../kernel/tx.ts';
import type { WebhookRow } from './tables.ts';

/** About the team's own house: never sent out. */
const indoors = /^(?:session|webhook|approval|authority|key|notice)\./;

/** Types of events that somebody may have sent to a webhook. */
export const typesFor = (actor: StaffActor): string[] =>
  eventTypes()
    .filter(({ type, permission }) => !indoors.test(type) && can(actor, permission) === 'yes')
    .map(({ type }) => type)
    .sort();

/** Whether the event goes to the webhook: asked of the log and again before sending, with the creator's grants of that moment. */
export function isFor(webhook: WebhookRow, creator: StaffActor, event: Happened): boolean {
  if (indoors.test(event.type) || !webhook.types.includes(event.type)) return false;
  const shop = event.reach?.shop;
  if (webhook.shopIds !== null && !(shop !== undefined && webhook.shopIds.includes(shop)))
    return false;
  return mayHear(creator, event);
}

/** The event with this number; undefined when there is nothing to tell any more. */
export async function eventOf(tx: Tx, seq: number): Promise<Happened | undefined> {
  const [event] = await eventsAfter(tx, seq - 1, 1);
  return event && event.seq === seq && !event.gone && eventType(event.type) ? event : undefined;
}

/** The id that stays the same in every try and replay: the log's epoch and the event's number in it. */
export const eventIdOf = (epoch: string, seq: number): string =>
  `evt_${epoch.replaceAll('-', '')}_${seq}`;

/** The body of a delivery: the event as the log has it, nothing added of anybody. */
export function letterOf(eventId: string, event: Happened): string {
  const { type, at, seq, subject, topic, actor } = event;
  const shopId = event.reach?.shop ?? null;
  const head = {
    id: eventId,
    type,
    timestamp: at,
    seq,
    subject,
    conversationId: topic,
    shopId,
    actor,
  };
  return `${JSON.stringify(head).slice(0, -1)},"data":${event.data}}`;
}
