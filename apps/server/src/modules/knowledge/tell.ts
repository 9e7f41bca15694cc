import type { TeamActor } from '../../kernel/actor.ts';
import { emit } from '../../kernel/events.ts';
import type { Tx } from '../../kernel/tx.ts';
import { gapNoted, knowledgeChanged } from './events.ts';

/** Says that an entry changed. */
export const tellChanged = (
  actor: TeamActor,
  tx: Tx,
  entry: { readonly id: string; readonly shopId: string },
  change: string,
): void =>
  emit(tx, knowledgeChanged, {
    subject: entry.id,
    reach: { shop: entry.shopId },
    actor,
    data: { entryId: entry.id, shopId: entry.shopId, change },
  });

/** Says that a question without an answer was asked, or decided on. */
export const tellGap = (actor: TeamActor, tx: Tx, gapId: string, shopId: string): void =>
  emit(tx, gapNoted, { subject: gapId, reach: { shop: shopId }, actor, data: { gapId, shopId } });
