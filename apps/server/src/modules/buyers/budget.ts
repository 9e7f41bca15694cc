import type { StaffActor } from '../../kernel/actor.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { revealsAgain, takeReveal } from './budget.store.ts';

/** How often one reader may look behind the mask within any sixty minutes. */
export const revealLimit = 60;

/** Takes one reveal from the reader's hour; resolves to how many are left. */
export async function spendReveal(
  actor: StaffActor,
  tx: Tx,
): Promise<number | Refusal<'buyer.reveal_budget_spent'>> {
  const reader = actor.kind === 'member' ? actor.member : actor.key;
  const left = await takeReveal(tx, reader, revealLimit);
  if (left !== null) return left;
  const again = await revealsAgain(tx, reader);
  return refuse('buyer.reveal_budget_spent', { limit: revealLimit, ...again });
}
