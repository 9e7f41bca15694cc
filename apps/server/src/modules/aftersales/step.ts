import type { TeamActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { can } from '../access/index.ts';
import {
  type ActHand,
  carryOutAct,
  type Effect,
  type OrderFacts,
  type OrderWrite,
} from '../orders/index.ts';
import type { OrderRules } from '../shops/index.ts';
import { permissionOf } from './can.rules.ts';
import { dueAfter, type State, type Step, stateAfter } from './case.rules.ts';
import {
  type Change,
  findCase,
  insertStep,
  linesOfCase,
  lockCase,
  moveCase,
  type NamedLine,
} from './case.store.ts';
import { planDeadline } from './deadline.ts';
import { caseChanged } from './events.ts';
import { paramsOf } from './params.rules.ts';
import type { CaseRow } from './tables.ts';
import { tellCase } from './tell.ts';

/** What every step is given: the case and the fields of an act. */
export interface StepInput {
  readonly caseId: string;
  readonly conversationId?: string | undefined;
  readonly reason?: string | undefined;
  readonly expectedVersion?: number | undefined;
  readonly approvalNote?: string | undefined;
  readonly preview?: boolean | undefined;
}

/** A case at hand: its row locked, its goods, where the step leads. */
export interface AtHand {
  readonly row: CaseRow;
  readonly lines: readonly NamedLine[];
  readonly rules: OrderRules;
  readonly to: State;
}

/** What a step comes to, besides the new state. */
export interface StepEffect extends Pick<Effect, 'amountMinor' | 'state' | 'params'> {
  readonly change?: Change;
  /** For the history of the case. */
  readonly note?: string;
}

/** One step of a case; `P` is what its plan found out. */
export interface StepSpec<P, C extends string = never, E extends string = never> {
  readonly step: Step;
  /** Own fields of the endpoint, for an approved request runs through it again. */
  readonly again?: Readonly<Record<string, unknown>>;
  readonly kind?: (at: AtHand, plan: P) => 'case_changed' | 'refunded' | 'compensated';
  readonly plan: (order: OrderFacts, at: AtHand) => Promise<P | Refusal<C>>;
  readonly gives?: (plan: P, at: AtHand) => Giving | null;
  /** What the order's platform is asked to do; nothing for a step that concerns us alone. */
  readonly platform?: (plan: P, at: AtHand) => readonly OrderWrite[];
  readonly effect: (
    order: OrderFacts,
    at: AtHand,
    plan: P,
    hand: ActHand,
  ) => Promise<StepEffect | Refusal<E>>;
}

/** What a step gives away of the shop's. */
export interface Giving {
  readonly action: 'refund' | 'compensation';
  readonly amountMinor: number;
  readonly facts: Readonly<Record<string, unknown>>;
}

async function atHand(tx: Tx, id: string, step: Step, rules: OrderRules) {
  const row = await lockCase(tx, id);
  if (!row) return refuse('case.not_found');
  const to = stateAfter(step, row.kind, row.state);
  if (to === null) return refuse('case.illegal_transition', { state: row.state, step });
  return { row, to, rules, lines: await linesOfCase(tx, id) };
}

/** Whether the actor knows of the case at all: staff of its shop, its own buyer. */
function isSeen(actor: TeamActor, row: CaseRow): boolean {
  if (actor.kind === 'buyer')
    return actor.verified && actor.buyer === row.buyer_id && actor.shop === row.shop_id;
  return can(actor, 'aftersales.read', { shop: row.shop_id }) === 'yes';
}

/** Writes where the case stands now, sets its alarms and says so. */
async function move(actor: TeamActor, tx: Tx, at: AtHand, effect: StepEffect): Promise<CaseRow> {
  const { row, to, rules } = at;
  const dueAt = dueAfter(to, now(), rules.refund.decisionHours);
  const change = effect.change ?? {};
  if (!(await moveCase(tx, row, to, dueAt, change))) throw new Error('a locked case moved');
  const { amountMinor = null, note = '' } = effect;
  await insertStep(actor, tx, row.id, { state: to, note, amountMinor });
  await planDeadline(tx, row.id, dueAt);
  const moved = { ...row, ...change, state: to, due_at: dueAt };
  tellCase(actor, tx, caseChanged, moved, row.state);
  return moved;
}

type FrameCode = 'case.not_found' | 'case.illegal_transition';

interface Met<P> {
  readonly at: AtHand;
  readonly plan: P;
}

/**
 * Takes a case one step on, as an act on its order: the order is locked, then the case; rules, effect, authority, the new
 * state, row, event and audit stand in one transaction or not at all.
 */
export async function carryOutStep<P, C extends string = never, E extends string = never>(
  actor: TeamActor,
  tx: Tx,
  input: StepInput,
  spec: StepSpec<P, C, E>,
) {
  const { caseId, reason, expectedVersion, approvalNote, preview } = input;
  const found = await findCase(tx, caseId);
  if (!found || !isSeen(actor, found)) return refuse('case.not_found');
  const conversationId = input.conversationId ?? found.conversation_id ?? undefined;
  const fields = { reason, expectedVersion, approvalNote, preview };
  const act = { ...fields, ...spec.again, caseId, conversationId, orderId: found.order_id };
  return carryOutAct<Met<P>, C | FrameCode, E>(actor, tx, act, {
    endpoint: spec.step,
    permission: permissionOf[spec.step],
    kind: ({ at, plan }) => spec.kind?.(at, plan) ?? 'case_changed',
    reasonCode: found.reason_code,
    check: async (order, rules) => {
      const at = await atHand(tx, caseId, spec.step, rules);
      if (isRefusal(at)) return at as Refusal<FrameCode>;
      const plan = await spec.plan(order, at);
      return isRefusal(plan) ? (plan as Refusal<C>) : { at, plan: plan as P };
    },
    limit: (_order, { at, plan }) => spec.gives?.(plan, at) ?? null,
    writes: (_order, { at, plan }) => spec.platform?.(plan, at) ?? [],
    effect: async (order, { at, plan }, hand) => {
      const effect = await spec.effect(order, at, plan, hand);
      if (isRefusal(effect)) return effect as Refusal<E>;
      const moved = await move(actor, tx, at, effect);
      const params = { ...paramsOf(moved, at.lines), ...effect.params };
      const { amountMinor = null, state = 'done' } = effect;
      return { amountMinor, state, params };
    },
  });
}
