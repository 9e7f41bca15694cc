import type { followups, InputOf } from '@guitai/contract';
import type { Actor, StaffActor } from '../../kernel/actor.ts';
import { can } from '../../kernel/can.ts';
import { now } from '../../kernel/clock.ts';
import { emit } from '../../kernel/events.ts';
import { newId } from '../../kernel/ids.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { instantOf, nextClock, wallOf } from '../../kernel/zone.ts';
import { record } from '../audit/index.ts';
import { outOfQuiet } from '../outreach/index.ts';
import { findShop } from '../shops/index.ts';
import { followupsFilled } from './events.ts';
import { insertFollowups } from './followup.store.ts';
import type { Settings } from './settings.rules.ts';
import { settingsOfShop } from './settings.ts';
import { candidatesOf } from './sources.store.ts';

const hourMs = 3_600_000;
/** A ground older than this beyond the rule's own time is history: a shop that comes new is not buried in it. */
const reachBackMs = 14 * 24 * hourMs;
/** So many of a rule in one transaction. */
export const pageSize = 200;

export interface Place {
  readonly id: string;
  readonly timezone: string;
}

/** Talking somebody into buying needs their leave to be marketed to; asking how it went does not. */
export const topicOf = (rule: followups.FollowupReasonWord): 'service' | 'marketing' =>
  ['settled', 'received', 'back', 'cheaper', 'hand'].includes(rule) ? 'service' : 'marketing';

/** When what is found now is planned for: the shop's hour of today, now where it is over, never in the quiet hours. */
export async function plannedFor(tx: Tx, shop: Place, { at }: Settings): Promise<Date> {
  const here = now();
  const [hour = 0, minute = 0] = at.split(':').map(Number);
  const today = instantOf(
    { ...wallOf(here, shop.timezone), hour, minute, second: 0 },
    shop.timezone,
  );
  const soonest = new Date(Math.max(today.getTime(), here.getTime()));
  const loud = await outOfQuiet(tx, shop, soonest);
  return loud.getTime() === soonest.getTime() ? soonest : nextClock(at, soonest, shop.timezone);
}

/** Brings up to a page of each rule onto its list; how many came. What is there already stays as it is, whoever else fills too. */
export async function fillOnce(actor: Actor, tx: Tx, shop: Place): Promise<number> {
  const settings = await settingsOfShop(tx, shop.id);
  const plannedAt = await plannedFor(tx, shop, settings);
  let added = 0;
  for (const { rule, on, afterHours } of settings.rules) {
    if (!on) continue;
    const until = new Date(now().getTime() - afterHours * hourMs);
    const window = { shopId: shop.id, from: new Date(until.getTime() - reachBackMs), until };
    const topic = topicOf(rule);
    const found = await candidatesOf(tx, rule, window, topic, pageSize);
    const rows = found.map((one) => ({
      ...one,
      ...{ id: newId(), shopId: shop.id, reason: rule, state: 'open' as const, topic, plannedAt },
    }));
    added += (await insertFollowups(tx, rows, now())).size;
  }
  if (added > 0)
    emit(tx, followupsFilled, {
      subject: shop.id,
      reach: { shop: shop.id },
      actor,
      data: { shopId: shop.id, count: added },
    });
  return added;
}

/** Looks now instead of at the next quarter of an hour. */
export async function fillFollowups(
  actor: StaffActor,
  tx: Tx,
  { shopId }: InputOf<typeof followups.fillFollowups>,
) {
  const mine = can(actor, 'followups.manage', { shop: shopId }) === 'yes';
  const shop = mine ? await findShop(tx, shopId) : null;
  if (!shop) return refuse('shop.not_found');
  const added = await fillOnce(actor, tx, shop);
  const subject = { kind: 'shop', id: shopId };
  record(tx, actor, { action: 'followups.filled', subject, after: { added }, shop: shopId });
  return { added };
}
