import { type Actor, actorRef } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/tx.ts';
import { approvalOf } from '../access/index.ts';
import { record } from '../audit/index.ts';
import { type ActKind, insertAct, type OrderAct } from './act.store.ts';
import { tellActed } from './act.tell.ts';
import type { ActInput, Effect } from './act.types.ts';
import type { OrderFacts } from './facts.store.ts';

interface Kept {
  readonly id: string;
  readonly kind: ActKind;
  readonly effect: Effect;
  readonly state: 'done' | 'pending';
  readonly reason: string;
}

/** The row, the event and the record of what was done. */
export async function keep(
  actor: Actor,
  tx: Tx,
  input: ActInput,
  order: OrderFacts,
  { id, kind, effect, state, reason }: Kept,
): Promise<OrderAct> {
  const act = {
    id,
    orderId: order.id,
    kind,
    state,
    amountMinor: effect.amountMinor ?? null,
    currency: order.currency,
    reason,
    params: {
      ...effect.params,
      ...(input.reason && reason !== input.reason ? { note: input.reason } : {}),
    },
    by: actorRef(actor),
    approvalId: approvalOf(actor),
    conversationId: input.conversationId ?? null,
  };
  const kept = await insertAct(tx, act);
  await tellActed(actor, tx, act);
  record(tx, actor, {
    action: `order.${kind}`,
    subject: { kind: 'order', id: order.id },
    before: effect.before ?? null,
    after: effect.after ?? { ...act.params, amountMinor: act.amountMinor, state },
    reason: [...new Set([reason, input.reason])].filter(Boolean).join(': ') || null,
    shop: order.shopId,
  });
  return kept;
}
