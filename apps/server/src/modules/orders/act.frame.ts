import type { orders } from '@guitai/contract';
import type { TeamActor } from '../../kernel/actor.ts';
import { attempt } from '../../kernel/attempt.ts';
import { isRefusal, type Refusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { type LimitedAct, requestApproval, type spend, weigh } from '../access/index.ts';
import { orderRulesOf } from '../shops/index.ts';
import { alertOf } from './act.alert.ts';
import { effectOf, limitedOf } from './act.effect.ts';
import { keptOf } from './act.money.ts';
import { reachForAct } from './act.reach.ts';
import type { Acted, ActInput, ActSpec, FrameCode, Met } from './act.types.ts';
import { grantedOnOrder, shopsSeen } from './acts.ts';
import { readCard } from './order.store.ts';

export type * from './act.types.ts';

/**
 * The shape of every act on an order: order locked and reached → version → the shop's rules → effect → authority counted →
 * row, event, audit. A refusal at any point leaves everything as it was. Locks in this order everywhere: order, payments,
 * variants by id, counters of limits, conversation.
 */
export async function carryOutAct<P, C extends string = never, E extends string = never>(
  actor: TeamActor,
  tx: Tx,
  input: ActInput,
  spec: ActSpec<P, C, E>,
): Promise<Acted | Refusal<C | E | FrameCode>> {
  const order = await reachForAct(actor, tx, input, spec.permission);
  if (isRefusal(order)) return order;
  const plan = await spec.check(order, await orderRulesOf(tx, order.shopId));
  if (isRefusal(plan)) return plan as Refusal<C>;
  const kind = typeof spec.kind === 'function' ? spec.kind(plan) : spec.kind;
  const giving = spec.limit?.(order, plan) ?? null;
  const alert = await alertOf(tx, order.id, kind, giving !== null && keptOf(order) > 0);
  const limited = giving && limitedOf(order, giving, alert);
  const met = { order, plan, limited, kind, alert };
  if (input.preview) return preview(actor, tx, input, spec, met);
  if (!limited || input.approvalNote === undefined) return effectOf(actor, tx, input, spec, met);
  const tried = await attempt(tx, () => effectOf(actor, tx, input, spec, met));
  const needsMore = isRefusal(tried) && tried.code === 'authority.approval_needed';
  return needsMore ? ask(actor, tx, input, spec.endpoint, limited) : tried;
}

/** Does everything and takes it back: what would come of it, and whether the own authority reaches. */
async function preview<P, C extends string = never, E extends string = never>(
  actor: TeamActor,
  tx: Tx,
  input: ActInput,
  spec: ActSpec<P, C, E>,
  met: Met<P>,
): Promise<Acted | Refusal<E | FrameCode>> {
  const tried = await attempt(
    tx,
    () => effectOf(actor, tx, input, spec, met, weigh as typeof spend),
    () => false,
  );
  return isRefusal(tried) ? tried : { ...tried, state: 'preview' };
}

/** Beyond the own authority: nothing is changed, somebody else decides. */
async function ask(
  actor: TeamActor,
  tx: Tx,
  input: ActInput,
  endpoint: string,
  limited: LimitedAct,
): Promise<Acted | Refusal<FrameCode>> {
  const weighed = await weigh(actor, tx, limited);
  const { approvalNote: note = '', preview: _preview, ...rest } = input;
  const approval = await requestApproval(actor, tx, { endpoint, input: rest, act: limited, note });
  if (isRefusal(approval)) return approval;
  const why = weighed.verdict === 'yes' ? [] : [...weighed.why];
  return {
    state: 'asked',
    act: null,
    approval,
    authority: { verdict: 'ask', why },
    orderId: input.orderId,
  };
}

/** Carries an act out and answers as every endpoint of an act does, with the order's card as it is then. */
export async function performAct<P, C extends string = never, E extends string = never>(
  actor: TeamActor,
  tx: Tx,
  input: ActInput,
  spec: ActSpec<P, C, E>,
): Promise<orders.OrderActedShape | Refusal<C | E | FrameCode>> {
  const acted = await carryOutAct(actor, tx, input, spec);
  return isRefusal(acted) ? acted : withCard(actor, tx, acted);
}

/** The reply of an act, with the order's card as this reader may see it. */
export async function withCard(
  actor: TeamActor,
  tx: Tx,
  { orderId, ...acted }: Acted,
): Promise<orders.OrderActedShape> {
  const card = await readCard(tx, orderId, shopsSeen(actor, 'orders.read'), grantedOnOrder(actor));
  if (!card) throw new Error('the order of an act cannot be read');
  return { ...acted, order: JSON.parse(card.text) };
}
