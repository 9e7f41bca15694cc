import { system } from '../../kernel/actor.ts';
import type { Db } from '../../kernel/db.ts';
import { catchUp } from '../../kernel/reactions.ts';
import { lockFacts } from './facts.store.ts';
import { makePages } from './pages.job.ts';
import { cursorOf, forgetFacts } from './progress.store.ts';
import { reactions } from './reactions.ts';

/**
 * Makes all facts of a team anew from the log. Whoever is killed in the middle leaves a cursor behind: the product, or the next
 * rebuild, goes on from there. `onStep` hears how far it is.
 */
export async function rebuildInsight(
  db: Db,
  team: string,
  onStep: (seq: number, head: number) => void = () => undefined,
): Promise<void> {
  const actor = system(team, 'insight.rebuild');
  await db.write(actor, async (tx) => {
    await lockFacts(tx);
    await forgetFacts(tx);
  });
  await catchUp(db, team, reactions, async () => {
    const { seq, head } = await db.read(actor, cursorOf);
    onStep(seq, head);
  });
  await makePages(db, actor);
}
