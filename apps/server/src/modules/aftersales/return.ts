import type { aftersales, InputOf } from '@guitai/contract';
import type { BuyerActor, StaffActor, TeamActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { putBack } from './goods.ts';
import { withCase, withChatCase } from './step.reply.ts';
import { carryOutStep, type StepInput } from './step.ts';

type Parcel = { readonly carrier: string; readonly number: string };

const noted = (actor: TeamActor, tx: Tx, input: StepInput & Parcel) => {
  const { carrier, number, ...step } = input;
  const parcel = { carrier: carrier.trim(), number: number.trim() };
  return carryOutStep(actor, tx, step, {
    step: 'noteReturnParcel',
    plan: async () => null,
    effect: async () => ({
      change: { parcel_in: { ...parcel, at: now().toISOString() } },
      note: `${parcel.carrier} ${parcel.number}`,
      params: { parcel },
    }),
  });
};

/** Notes the parcel the buyer sent. */
export async function noteReturnParcel(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof aftersales.noteReturnParcel>,
) {
  const acted = await noted(actor, tx, input);
  return isRefusal(acted) ? acted : withCase(actor, tx, acted, input.caseId);
}

/** The buyer tells which parcel goes back. */
export async function noteChatReturnParcel(
  actor: BuyerActor,
  tx: Tx,
  input: InputOf<typeof aftersales.noteChatReturnParcel>,
) {
  if (!actor.verified) return refuse('visitor.identity_needed');
  const acted = await noted(actor, tx, input);
  return isRefusal(acted) ? acted : withChatCase(actor, tx, input.caseId);
}

/** The goods came back. */
export async function receiveCaseGoods(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof aftersales.receiveCaseGoods>,
) {
  const acted = await carryOutStep(actor, tx, input, {
    step: 'receiveCaseGoods',
    plan: async () => null,
    effect: async () => ({}),
  });
  return isRefusal(acted) ? acted : withCase(actor, tx, acted, input.caseId);
}

/** Notes what the inspection found; sellable goods go back into stock in the same transaction. */
export async function inspectCaseGoods(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof aftersales.inspectCaseGoods>,
) {
  const { result } = input;
  const note = input.note?.trim() ?? '';
  const acted = await carryOutStep(actor, tx, input, {
    step: 'inspectCaseGoods',
    plan: async () => null,
    effect: async (_order, at) => {
      if (result === 'sellable') await putBack(actor, tx, at);
      const inspection = { result, note, at: now().toISOString() };
      return { change: { inspection }, note, params: { result } };
    },
  });
  return isRefusal(acted) ? acted : withCase(actor, tx, acted, input.caseId);
}
