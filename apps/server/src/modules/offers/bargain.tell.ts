import type { TeamActor } from '../../kernel/actor.ts';
import { emit } from '../../kernel/events.ts';
import type { Tx } from '../../kernel/tx.ts';
import { findStep, lockBargain } from './bargain.store.ts';
import type { concessionMade } from './events.ts';

/** Says what became of a step of the ladder, with how the talk stands. */
export async function tellStep(
  actor: TeamActor,
  tx: Tx,
  event: typeof concessionMade,
  stepId: string,
): Promise<void> {
  const step = await findStep(tx, { id: stepId });
  const bargain = step && (await lockBargain(tx, step.bargainId));
  if (!step || !bargain) throw new Error('a step of a talk vanished');
  const { shopId, buyerId, conversationId, orderId, outcome, currency } = bargain;
  const { rung, state, situation, costMinor } = step;
  emit(tx, event, {
    subject: stepId,
    reach: { shop: shopId },
    actor,
    data: {
      ...{ concessionId: stepId, bargainId: bargain.id, shopId, buyerId, conversationId, orderId },
      ...{ rung, state, situation, outcome, costMinor, currency },
    },
  });
}
