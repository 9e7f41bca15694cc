import type { aftersales, InputOf } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { markReturned, type OrderFacts } from '../orders/index.ts';
import { goesOut } from './case.rules.ts';
import { exchangeGives } from './exchange.ts';
import { freeAfter } from './goods.ts';
import { book, refundThere } from './money.ts';
import { payeeOf } from './payee.ts';
import { withCase } from './step.reply.ts';
import { type AtHand, carryOutStep, type Giving } from './step.ts';
import { returnedPieces } from './sums.store.ts';

type Input = InputOf<typeof aftersales.settleCase>;

interface Plan {
  /** Above zero: to the buyer; below: from them. */
  readonly amountMinor: number;
  readonly methodId: string | null;
  /** What goes out with an exchange and nobody paid for or saw come back. */
  readonly givenMinor: number;
}

/** A return pays what was accepted or less; an exchange its difference; the others nothing. */
function dueOf({ row }: AtHand, order: OrderFacts, wanted: number | undefined) {
  if (row.kind === 'exchange') return -(row.difference_minor ?? 0);
  if (row.kind !== 'return') return 0;
  const most = Math.min(row.amount_minor ?? 0, order.paidMinor - order.refundedMinor);
  const amountMinor = wanted ?? row.amount_minor ?? 0;
  return amountMinor > most
    ? refuse('case.amount_too_high', { most, currency: order.currency })
    : amountMinor;
}

async function planOf(actor: StaffActor, tx: Tx, order: OrderFacts, at: AtHand, input: Input) {
  if (goesOut(at.row.kind) && !input.parcel) return refuse('case.parcel_needed');
  const amountMinor = dueOf(at, order, input.amountMinor);
  if (isRefusal(amountMinor)) return amountMinor;
  const methodId =
    input.to === undefined
      ? at.row.payee_method_id
      : await payeeOf(tx, order, at.rules, at.row.kind, input.to);
  if (isRefusal(methodId)) return methodId;
  const givenMinor = await exchangeGives(actor, tx, order, at, { amountMinor, methodId });
  return { amountMinor, methodId, givenMinor };
}

/** What counts against the own authority: goods given away before money that goes back, for they hold it too. */
function givingOf({ amountMinor, methodId, givenMinor }: Plan, { row }: AtHand): Giving | null {
  const facts = { caseId: row.id, state: row.state, amountMinor, methodId };
  if (givenMinor > 0)
    return { action: 'compensation', amountMinor: givenMinor, facts: { ...facts, givenMinor } };
  return amountMinor > 0 ? { action: 'refund', amountMinor, facts } : null;
}

/** With its last piece back the order ends as returned. */
async function endReturned(actor: StaffActor, tx: Tx, order: OrderFacts, { lines }: AtHand) {
  const now = lines.reduce((sum, line) => sum + line.quantity, 0);
  const all = order.items.reduce((sum, item) => sum + item.quantity, 0);
  if ((await returnedPieces(tx, order.id)) + now >= all) await markReturned(actor, tx, order);
}

async function settled(
  actor: StaffActor,
  tx: Tx,
  order: OrderFacts,
  at: AtHand,
  { amountMinor, methodId }: Plan,
  { actId, parcel }: { readonly actId: string; readonly parcel: Input['parcel'] },
) {
  const due = { amountMinor, methodId, actId, cause: 'refund' } as const;
  const moved = await book(actor, tx, order, due);
  if (isRefusal(moved)) return moved;
  await freeAfter(tx, at);
  if (at.row.kind === 'return') await endReturned(actor, tx, order, at);
  return {
    amountMinor: amountMinor === 0 ? null : moved.amountMinor,
    state: moved.state,
    params: { parts: moved.parts, ...(parcel ? { parcel } : {}) },
    change: {
      payee_method_id: methodId,
      ...(at.row.kind === 'return' ? { amount_minor: amountMinor } : {}),
      ...(amountMinor === 0 ? {} : { paid_act_id: actId }),
      ...(parcel ? { parcel_out: { ...parcel, at: now().toISOString() } } : {}),
    },
  };
}

/** A18: ends a case; its money moves here and once, and what goes out has its parcel. */
export async function settleCase(actor: StaffActor, tx: Tx, input: Input) {
  const { parcel } = input;
  const acted = await carryOutStep(actor, tx, input, {
    step: 'settleCase',
    kind: ({ row }) => (row.kind === 'return' ? 'refunded' : 'case_changed'),
    again: { amountMinor: input.amountMinor, to: input.to, parcel },
    plan: (order, at) => planOf(actor, tx, order, at, input),
    gives: givingOf,
    platform: ({ amountMinor }: Plan, at) => refundThere(amountMinor, at.row.reason_code),
    effect: (order, at, plan: Plan, hand) =>
      settled(actor, tx, order, at, plan, { actId: hand.id, parcel }),
  });
  return isRefusal(acted) ? acted : withCase(actor, tx, acted, input.caseId);
}
