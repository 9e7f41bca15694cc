import type { aftersales, InputOf } from '@guitai/contract';
import type { BuyerActor, StaffActor, TeamActor } from '../../kernel/actor.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { release } from './goods.ts';
import { withCase, withChatCase } from './step.reply.ts';
import { carryOutStep, type StepInput } from './step.ts';

/** SHOP-07: refuses a case with words the buyer reads; its goods are free again. */
export async function refuseCase(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof aftersales.refuseCase>,
) {
  const decision = input.decision.trim();
  const acted = await carryOutStep(actor, tx, input, {
    step: 'refuseCase',
    plan: async () => null,
    effect: async (_order, at) => {
      const kept = await release(actor, tx, at);
      return kept ?? { change: { decision }, note: decision, params: { decision } };
    },
  });
  return isRefusal(acted) ? acted : withCase(actor, tx, acted, input.caseId);
}

/** A case on its way: the buyer may no longer take it back once the parcel was sent. */
const withdrawn = (actor: TeamActor, tx: Tx, input: StepInput) =>
  carryOutStep(actor, tx, input, {
    step: 'withdrawCase',
    plan: async (_order, { row }) =>
      row.parcel_in ? refuse('case.illegal_transition', { state: 'parcel_sent' }) : null,
    effect: async (_order, at) => (await release(actor, tx, at)) ?? {},
  });

/** Takes a case back, while no goods and no money have moved. */
export async function withdrawCase(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof aftersales.withdrawCase>,
) {
  const acted = await withdrawn(actor, tx, input);
  return isRefusal(acted) ? acted : withCase(actor, tx, acted, input.caseId);
}

/** The buyer takes an own case back. */
export async function withdrawChatCase(
  actor: BuyerActor,
  tx: Tx,
  { caseId }: InputOf<typeof aftersales.withdrawChatCase>,
) {
  if (!actor.verified) return refuse('visitor.identity_needed');
  const acted = await withdrawn(actor, tx, { caseId });
  return isRefusal(acted) ? acted : withChatCase(actor, tx, caseId);
}
