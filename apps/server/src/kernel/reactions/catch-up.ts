import type { Db } from '../db.ts';
import type { Reaction } from './declare.ts';
import { takenPause } from './pauses.ts';
import { type Step, step } from './step.ts';

/** Brings reactions of a team up to the end of the log here and now; `onStep` after each batch. For the command line. */
export async function catchUp(
  db: Db,
  team: string,
  reactions: readonly Reaction[],
  onStep: () => Promise<void>,
): Promise<void> {
  for (const reaction of reactions) {
    for (let outcome: Step = 'more'; outcome === 'more' || outcome === 'taken'; ) {
      outcome = await step(db, team, reaction);
      if (outcome === 'more' || outcome === 'done') await onStep();
      if (outcome === 'taken') await new Promise((resolve) => setTimeout(resolve, takenPause));
    }
  }
}
