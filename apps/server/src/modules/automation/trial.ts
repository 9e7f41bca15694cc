import type { automation, InputOf } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { failing, matches, type Snapshot } from './condition.rules.ts';
import { checkDefinition } from './definition.ts';
import { reachShop } from './rule.reach.ts';
import { letterFor } from './send.ts';
import { newestConversations, newestOrders } from './snapshot.store.ts';
import { asksSpend, lookAt, type Sight, snapshotOf } from './snapshot.ts';
import type { RuleRow } from './tables.ts';

const looked = 1_000;
const shownRows = 200;

const isOfOrders = ({ trigger, schedule }: automation.RuleDefinition): boolean =>
  trigger.startsWith('order.') || schedule?.of === 'orders';

/** A rule that is not there yet. */
const imagined = (shopId: string, definition: automation.RuleDefinition): RuleRow => ({
  ...{ id: '', shopId, preset: null, name: '', position: 0, state: 'off', since: null, version: 0 },
  ...{ stoppedAt: null, stoppedWhy: null, stoppedDetail: null, updatedAt: now() },
  trigger: definition.trigger,
  definition,
  author: null,
});

function wouldDo(rule: RuleRow, sight: Sight): automation.RunAction[] {
  return rule.definition.actions.map((action) => {
    if (action.do !== 'send' && action.do !== 'coupon')
      return { do: action.do, result: 'would', detail: '' };
    const letter =
      action.do === 'send'
        ? letterFor(rule, action, sight)
        : letterFor(rule, { variants: action.variants, card: false }, sight, { coupon: '…' });
    return 'missing' in letter
      ? { do: action.do, result: 'refused', detail: `missing:${letter.missing}` }
      : { do: action.do, result: 'would', detail: letter.text, variant: letter.variant };
  });
}

const textOf = (value: Snapshot[keyof Snapshot]): string =>
  value === null || value === undefined ? '' : [value].flat().join(', ');

function rowOf(rule: RuleRow, sight: Sight): automation.TrialRowShape {
  const snapshot = snapshotOf(sight, null);
  const { conditions } = rule.definition;
  const ok = matches(conditions, snapshot);
  return {
    orderId: sight.seen.orderId,
    orderNumber: sight.seen.number,
    conversationId: sight.seen.conversationId,
    buyerName: sight.seen.buyerName ?? '',
    matches: ok,
    failing: failing(conditions, snapshot).map(({ fact }) => ({
      fact,
      found: textOf(snapshot[fact]),
    })),
    actions: ok ? wouldDo(rule, sight) : [],
  };
}

/** AUT-07: what a rule would do with the newest thousand orders or conversations as they are; nothing is done. */
export async function tryRule(
  actor: StaffActor,
  tx: Tx,
  { shopId, definition }: InputOf<typeof automation.tryRule>,
) {
  const shop = await reachShop(actor, tx, shopId, 'automation.read');
  if (isRefusal(shop)) return shop;
  const unfit = await checkDefinition(tx, shopId, definition);
  if (unfit) return unfit;
  const rule = imagined(shopId, definition);
  const isOrders = isOfOrders(definition);
  const newest = await (isOrders ? newestOrders : newestConversations)(tx, shopId, looked);
  const ids = newest.map(({ id }) => id);
  const found = await lookAt(
    tx,
    { orders: isOrders ? ids : [], conversations: isOrders ? [] : ids },
    asksSpend(definition.conditions),
    now(),
  );
  const rows = ids.flatMap((id) => found.get(id) ?? []).map((sight) => rowOf(rule, sight));
  const matched = rows.filter((row) => row.matches);
  const rest = rows.filter((row) => !row.matches);
  return {
    looked: rows.length,
    matched: matched.length,
    rows: [...matched, ...rest].slice(0, shownRows),
  };
}
