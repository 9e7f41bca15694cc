import type { orders } from '@guitai/contract';
import { type Actor, actorRef, type TeamActor } from '../../kernel/actor.ts';
import { attempt } from '../../kernel/attempt.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import {
  approvalOf,
  beyondAuthority,
  type LimitedAct,
  requestApproval,
  spend,
  weigh,
} from '../access/index.ts';
import { record } from '../audit/index.ts';
import { type OrderRules, orderRulesOf } from '../shops/index.ts';
import { alertOf } from './act.alert.ts';
import { reachForAct } from './act.reach.ts';
import { type ActKind, insertAct, type OrderAct } from './act.store.ts';
import { tellActed } from './act.tell.ts';
import { grantedOnOrder, shopsSeen } from './acts.ts';
import type { OrderFacts } from './facts.store.ts';
import { readCard } from './order.store.ts';
import type { OrderWrite } from './write-outbox.rules.ts';
import { queueWrite, whereDone } from './write-outbox.ts';

/** What every act is given besides its own fields. */
export interface ActInput {
  readonly orderId: string;
  readonly conversationId?: string | undefined;
  readonly reason?: string | undefined;
  readonly expectedVersion?: number | undefined;
  readonly approvalNote?: string | undefined;
  readonly preview?: boolean | undefined;
}

/** The act under way, as its effect needs it. */
export interface ActHand {
  readonly id: string;
  /** True where the platform carries it out: fields of the order stay as they are until its mirror says otherwise. */
  readonly there: boolean;
}

/** What an act came to. */
export interface Effect {
  /** Above zero: to the buyer; below: charged. */
  readonly amountMinor?: number | null;
  /** What changed, before and after, without personal data. */
  readonly params?: Readonly<Record<string, unknown>>;
  /** `pending`: waits for the gateway. What the platform carries out is pending by itself. */
  readonly state?: 'done' | 'pending';
  /** What its platform is asked to do, where that is known only after the money was booked; replaces `writes` of the act. */
  readonly writes?: readonly OrderWrite[];
  /** For the audit log, where personal data is masked; without it the params. */
  readonly before?: unknown;
  readonly after?: unknown;
}

/** What an act gives away, without what the frame knows of the order. */
export type Giving = Pick<LimitedAct, 'action' | 'amountMinor' | 'floor'> & {
  readonly facts?: Readonly<Record<string, unknown>>;
};

/** One act: what it asks for, what it looks at, what it does. `P` is what its check found out for the rest. */
export interface ActSpec<P, C extends string = never, E extends string = never> {
  /** Id of the endpoint; an approved request runs through it again. */
  readonly endpoint: string;
  readonly permission: string;
  readonly kind: ActKind | ((plan: P) => ActKind);
  readonly reasonCode?: string | undefined;
  readonly check: (
    order: OrderFacts,
    rules: OrderRules,
  ) => P | Refusal<C> | Promise<P | Refusal<C>>;
  /** Null: nothing is given away, no limit applies. */
  readonly limit?: (order: OrderFacts, plan: P) => Giving | null;
  /** What its platform is asked to do; without it such an order cannot be acted on here. Empty: it concerns us alone. */
  readonly writes?: (order: OrderFacts, plan: P) => readonly OrderWrite[];
  readonly effect: (order: OrderFacts, plan: P, hand: ActHand) => Promise<Effect | Refusal<E>>;
}

type FrameCode =
  | 'order.not_found'
  | 'order.version_conflict'
  | 'order.platform_lacks'
  | 'order.platform_down'
  | 'authority.approval_needed'
  | 'authority.beyond_limit';

/** What became of an act, without the order's card. */
export type Acted = Omit<orders.OrderActedShape, 'order'> & { readonly orderId: string };

const yes = { verdict: 'yes', why: [] } as const;

const limitedOf = (order: OrderFacts, giving: Giving, alert: string | null): LimitedAct => ({
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
  const alert = await alertOf(tx, order.id, kind);
  const giving = spec.limit?.(order, plan) ?? null;
  const limited = giving && limitedOf(order, giving, alert);
  const met = { order, plan, limited, kind, alert };
  if (input.preview) return preview(actor, tx, input, spec, met);
  if (!limited || input.approvalNote === undefined) return effectOf(actor, tx, input, spec, met);
  const tried = await attempt(tx, () => effectOf(actor, tx, input, spec, met));
  const needsMore = isRefusal(tried) && tried.code === 'authority.approval_needed';
  return needsMore ? ask(actor, tx, input, spec.endpoint, limited) : tried;
}

interface Met<P> {
  readonly order: OrderFacts;
  readonly plan: P;
  readonly limited: LimitedAct | null;
  readonly kind: ActKind;
  readonly alert: string | null;
}

/** Carries the act out in this transaction. */
async function effectOf<P, C extends string = never, E extends string = never>(
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

interface Kept {
  readonly id: string;
  readonly kind: ActKind;
  readonly effect: Effect;
  readonly state: 'done' | 'pending';
  readonly reason: string;
}

/** The row, the event and the record of what was done. */
async function keep(
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
