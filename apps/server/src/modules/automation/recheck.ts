import type { SystemActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { Tx } from '../../kernel/tx.ts';
import type { OutreachRow, Verdict } from '../outreach/index.ts';
import { matches } from './condition.rules.ts';
import { presetIsReminder } from './presets.ts';
import { rulesByIds } from './rule.store.ts';
import { asksSpend, lookAt, type Sight, snapshotOf } from './snapshot.ts';
import type { RuleRow } from './tables.ts';

/** Whether a reminder came so short before that the shop wants no second one, by hand or by rule. */
function isTooSoon(rule: RuleRow, { seen, shop, at }: Sight): boolean {
  if (!presetIsReminder(rule) || seen.remindedAt === null) return false;
  const interval = shop.settings.reminderIntervalMinutes * 60_000;
  return at.getTime() - seen.remindedAt.getTime() < interval;
}

function verdictOf(rule: RuleRow | undefined, sight: Sight | undefined): Verdict {
  if (!rule || rule.state === 'off') return { skip: 'stopped' };
  if (!sight) return { skip: 'gone' };
  if (rule.state === 'paused') return { later: new Date(sight.at.getTime() + 60_000) };
  // What the message answered was asked then; here only what must still be true of the order.
  const { conditions } = rule.definition;
  const lasting = {
    ...conditions,
    of: conditions.of.filter((part) => 'match' in part || part.fact !== 'message.text'),
  };
  if (!matches(lasting, snapshotOf(sight, null))) return { skip: 'no_longer' };
  return isTooSoon(rule, sight) ? { skip: 'too_soon' } : 'send';
}

/** CMP-06: asked at the moment of sending: whether the rule still stands and its conditions still hold. */
export async function recheckRules(
  _actor: SystemActor,
  tx: Tx,
  messages: readonly OutreachRow[],
): Promise<ReadonlyMap<string, Verdict>> {
  const ids = [...new Set(messages.map(({ cause }) => cause.id))];
  const rules = new Map((await rulesByIds(tx, ids)).map((rule) => [rule.id, rule]));
  const withSpend = [...rules.values()].some((rule) => asksSpend(rule.definition.conditions));
  const orders = [...new Set(messages.flatMap(({ orderId }) => orderId ?? []))];
  const conversations = [
    ...new Set(messages.flatMap((one) => (one.orderId ? [] : (one.conversationId ?? [])))),
  ];
  const sights = await lookAt(tx, { orders, conversations }, withSpend, now());
  return new Map(
    messages.map(({ id, cause, orderId, conversationId }) => [
      id,
      verdictOf(rules.get(cause.id), sights.get(orderId ?? conversationId ?? '')),
    ]),
  );
}
