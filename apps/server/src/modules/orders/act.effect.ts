import type { TeamActor } from '../../kernel/actor.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { beyondAuthority, type LimitedAct, spend } from '../access/index.ts';
import { keep } from './act.keep.ts';
import type { Acted, ActInput, ActSpec, FrameCode, Giving, Met } from './act.types.ts';
import type { OrderFacts } from './facts.store.ts';
import type { OrderWrite } from './write-outbox.rules.ts';
import { queueWrite, whereDone } from './write-outbox.ts';

const yes = { verdict: 'yes', why: [] } as const;

/** What authority weighs: what the act gives, and the facts an approval is bound to. */
export const limitedOf = (order: OrderFacts, giving: Giving, alert: string | null): LimitedAct => ({
  ...giving,
  shopId: order.shopId,
  orderId: order.id,
  buyerId: order.buyerId,
  currency: order.currency,
  facts: {
    status: order.status,
    totalMinor: order.totalMinor,
    paidMinor: order.paidMinor,
    refundedMinor: order.refundedMinor,
    alert,
    ...giving.facts,
  },
});

/** Whether the order's platform can do this, or the order is ours to change. */
async function isThere(
  tx: Tx,
  order: OrderFacts,
  kind: string,
  writes: readonly OrderWrite[] | null,
) {
  if (order.source !== 'connector') return false;
  if (writes === null) {
    return refuse('order.platform_lacks', { act: kind, fallbacks: ['remark'] });
  }
  for (const write of writes) {
    const where = await whereDone(tx, order, write.kind);
    if (isRefusal(where)) return where;
  }
  return writes.length > 0;
}

/** Carries the act out in this transaction. */
export async function effectOf<P, C extends string = never, E extends string = never>(
  actor: TeamActor,
  tx: Tx,
  input: ActInput,
  spec: ActSpec<P, C, E>,
  { order, plan, limited, kind, alert }: Met<P>,
  count: typeof spend = spend,
): Promise<Acted | Refusal<E | FrameCode>> {
  const writes = spec.writes?.(order, plan) ?? null;
  const there = await isThere(tx, order, kind, writes);
  if (isRefusal(there)) return there;
  const id = newId();
  const effect = await spec.effect(order, plan, { id, there });
  if (isRefusal(effect)) return effect as Refusal<E>;
  const authority = limited ? await count(actor, tx, limited) : yes;
  if (authority.verdict === 'no' || (authority.verdict === 'ask' && count === spend)) {
    return beyondAuthority(actor, tx, limited as LimitedAct, authority);
  }
  if (there)
    for (const write of effect.writes ?? writes ?? []) await queueWrite(tx, order, id, write);
  const act = await keep(actor, tx, input, order, {
    id,
    kind,
    effect: alert ? { ...effect, params: { ...effect.params, alert } } : effect,
    state: there ? 'pending' : (effect.state ?? 'done'),
    reason: spec.reasonCode ?? input.reason ?? '',
  });
  const why = authority.verdict === 'ask' ? [...authority.why] : [];
  return {
    state: act.state === 'pending' ? 'pending' : 'done',
    act,
    approval: null,
    authority: { verdict: authority.verdict, why },
    orderId: order.id,
  };
}
