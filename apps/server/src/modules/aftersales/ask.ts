import type { aftersales, InputOf } from '@guitai/contract';
import type { BuyerActor, StaffActor, TeamActor } from '../../kernel/actor.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { insertEvidence } from './evidence.store.ts';
import { evidenceOf } from './evidence.ts';
import { withCase, withChatCase } from './step.reply.ts';
import { carryOutStep, type StepInput } from './step.ts';

/** SHOP-07: asks the buyer for evidence; the clock of the decision waits. */
export async function askForEvidence(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof aftersales.askForEvidence>,
) {
  const decision = input.decision.trim();
  const acted = await carryOutStep(actor, tx, input, {
    step: 'askForEvidence',
    plan: async () => null,
    effect: async () => ({ change: { decision }, note: decision, params: { decision } }),
  });
  return isRefusal(acted) ? acted : withCase(actor, tx, acted, input.caseId);
}

const added = (
  actor: TeamActor,
  tx: Tx,
  input: StepInput & { readonly fileIds: readonly string[] },
) => {
  const { fileIds, ...step } = input;
  return carryOutStep(actor, tx, step, {
    step: 'addCaseEvidence',
    plan: (order) => evidenceOf(tx, order, fileIds),
    effect: async (_order, { row }, files) => {
      await insertEvidence(actor, tx, row.id, files);
      return { change: { decision: '' }, params: { files: files.length } };
    },
  });
};

/** Adds files of the conversation to a case; it waits for a decision again. */
export async function addCaseEvidence(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof aftersales.addCaseEvidence>,
) {
  const acted = await added(actor, tx, input);
  return isRefusal(acted) ? acted : withCase(actor, tx, acted, input.caseId);
}

/** The buyer adds files of the own chat. */
export async function addChatCaseEvidence(
  actor: BuyerActor,
  tx: Tx,
  input: InputOf<typeof aftersales.addChatCaseEvidence>,
) {
  if (!actor.verified) return refuse('visitor.identity_needed');
  const acted = await added(actor, tx, input);
  return isRefusal(acted) ? acted : withChatCase(actor, tx, input.caseId);
}
