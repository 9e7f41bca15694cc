import type { aftersales, InputOf } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import type { OrderFacts } from '../orders/index.ts';
import { paidAtOnce } from './case.rules.ts';
import { freeAfter, reserve } from './goods.ts';
import { book, refundThere } from './money.ts';
import { payeeOf } from './payee.ts';
import { withCase } from './step.reply.ts';
import { type AtHand, carryOutStep } from './step.ts';

type Input = InputOf<typeof aftersales.approveCase>;

interface Plan {
  /** What the case pays, now or when it is settled; null for none. */
  readonly amountMinor: number | null;
  readonly methodId: string | null;
  /** What the shop gives away with this decision. */
  readonly givesMinor: number;
}

const pays = (at: AtHand) => paidAtOnce(at.row.kind) || at.row.kind === 'return';

/** Sending goods once more gives away what they are worth. */
const worthOf = ({ lines }: AtHand) =>
  lines.reduce((sum, line) => sum + line.quantity * line.unitMinor, 0);

async function planOf(tx: Tx, order: OrderFacts, at: AtHand, input: Input) {
  const { row } = at;
  const methodId =
    input.to === undefined
      ? row.payee_method_id
      : await payeeOf(tx, order, at.rules, row.kind, input.to);
  if (isRefusal(methodId)) return methodId;
  const amountMinor = pays(at) ? (input.amountMinor ?? row.amount_minor) : null;
  if (pays(at) && amountMinor === null) return refuse('case.amount_needed');
  const most = order.paidMinor - order.refundedMinor;
  if ((amountMinor ?? 0) > most)
    return refuse('case.amount_too_high', { most, currency: order.currency });
  const resent = row.kind === 'resend' ? worthOf(at) : 0;
  return { amountMinor, methodId, givesMinor: (paidAtOnce(row.kind) && amountMinor) || resent };
}

const nowPaid = (at: AtHand, plan: Plan) => (paidAtOnce(at.row.kind) ? (plan.amountMinor ?? 0) : 0);

async function approved(
  actor: StaffActor,
  tx: Tx,
  order: OrderFacts,
  at: AtHand,
  { amountMinor, methodId, ...plan }: Plan,
  actId: string,
) {
  const { row } = at;
  const cause = row.kind === 'compensate' ? 'compensation' : 'refund';
  const due = {
    amountMinor: nowPaid(at, { ...plan, amountMinor, methodId }),
    methodId,
    actId,
    cause,
  } as const;
  const moved = await book(actor, tx, order, due);
  if (isRefusal(moved)) return moved;
  const lacking = await reserve(actor, tx, at);
  if (lacking) return lacking;
  if (at.to === 'settled') await freeAfter(tx, at);
  return {
    amountMinor: due.amountMinor > 0 ? moved.amountMinor : null,
    state: moved.state,
    params: { parts: moved.parts },
    change: {
      decision: '',
      amount_minor: amountMinor,
      payee_method_id: methodId,
      ...(due.amountMinor > 0 ? { paid_act_id: actId } : {}),
    },
  };
}

const kindOf = ({ row }: AtHand) => {
  if (row.kind === 'refund') return 'refunded';
  return row.kind === 'compensate' ? 'compensated' : 'case_changed';
};

/** SHOP-07: accepts a case; money-only ones are paid in the same transaction, within the own authority. */
export async function approveCase(actor: StaffActor, tx: Tx, input: Input) {
  const acted = await carryOutStep(actor, tx, input, {
    step: 'approveCase',
    kind: kindOf,
    again: { amountMinor: input.amountMinor, to: input.to },
    plan: (order, at) => planOf(tx, order, at, input),
    gives: ({ givesMinor, methodId, amountMinor }: Plan, { row }) =>
      givesMinor > 0
        ? {
            action: row.kind === 'refund' ? 'refund' : 'compensation',
            amountMinor: givesMinor,
            facts: { caseId: row.id, state: row.state, amountMinor, methodId },
          }
        : null,
    platform: (plan: Plan, at) => refundThere(nowPaid(at, plan), at.row.reason_code),
    effect: (order, at, plan: Plan, hand) => approved(actor, tx, order, at, plan, hand.id),
  });
  return isRefusal(acted) ? acted : withCase(actor, tx, acted, input.caseId);
}
