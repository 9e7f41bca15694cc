import { orders, type Static, type scripts } from '@guitai/contract';
import type { Heard } from '../../kernel/reactions.ts';
import type { ActFact, ScriptUse } from './act.store.ts';
import type { LocalTime } from './fold.types.ts';

const { orderEvents } = orders;
type Acted = Static<(typeof orderEvents)['order.acted']>;
type Changed = Static<(typeof orderEvents)['order.placed']>;
type Mirrored = Static<(typeof orderEvents)['order.mirrored']>;
type Used = Static<typeof scripts.ScriptUsed>;

/** Acts by which the price goes back. */
const refunds: ReadonlySet<string> = new Set(['refunded', 'cancelled', 'lines_cancelled']);
/** Acts by which the shop gives something beyond what was agreed. */
const concessions: ReadonlySet<string> = new Set([
  'postage_changed',
  'price_changed',
  'discount_changed',
  'goodwill_paid',
  'price_protected',
  'cashback_paid',
  'compensated',
]);

const kindOf = (act: string): ActFact['kind'] | null =>
  refunds.has(act) ? 'refund' : concessions.has(act) ? 'concession' : null;

/** Money given to buyers, out of the log. */
export function actFacts(events: readonly Heard<unknown>[], local: LocalTime): ActFact[] {
  return events.flatMap(({ type, data, seq, at, actor }) => {
    if (type !== 'order.acted') return [];
    const { act, shopId, orderId, conversationId } = data as Acted;
    const kind = kindOf(act.kind);
    if (kind === null || act.amountMinor === null || act.amountMinor <= 0) return [];
    const fact: ActFact = {
      ...{ act_id: act.id, shop_id: shopId, order_id: orderId, kind, act: act.kind, at, seq },
      ...{ member_id: actor.kind === 'member' ? actor.id : null, state: act.state },
      ...{ amount_minor: act.amountMinor, currency: act.currency },
      ...{ day: local(shopId, at).day, conversation_id: conversationId },
    };
    return [fact];
  });
}

/** Uses of scripts, out of the log. */
export function scriptUses(events: readonly Heard<unknown>[], local: LocalTime): ScriptUse[] {
  return events.flatMap(({ type, data, seq, at }) => {
    if (type !== 'script.used') return [];
    const used = data as Used;
    const use: ScriptUse = {
      ...{ seq, shop_id: used.shopId, script_id: used.scriptId, version: used.version },
      ...{ variant: used.variant, member_id: used.memberId, edited: used.edited, at },
      ...{ conversation_id: used.conversationId, message_id: used.messageId },
      day: local(used.shopId, at).day,
    };
    return [use];
  });
}

/** Orders of which something was told that may change what came of an enquiry. */
export function orderIds(events: readonly Heard<unknown>[]): string[] {
  const ids = events.flatMap(({ type, data }) => {
    if (type === 'order.mirrored') return (data as Mirrored).orders.map(({ id }) => id);
    if (type === 'order.placed' || type === 'order.paid') return [(data as Changed).order.id];
    return type === 'order.acted' ? [(data as Acted).orderId] : [];
  });
  return [...new Set(ids)];
}
