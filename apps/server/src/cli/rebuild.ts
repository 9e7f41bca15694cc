import { rebuildInsight } from '../modules/insight/index.ts';
import { Trouble } from '../trouble.ts';
import { inHouse } from './house.ts';
import { say } from './lines.ts';
import { actorIn } from './which-team.ts';

const everyMs = 1_000;

/** `guitai rebuild insight [team]`: makes every fact and sum anew from the log. */
export async function rebuild([what, named]: readonly string[]): Promise<number> {
  if (what !== 'insight')
    throw new Trouble('What can be rebuilt: insight.', '可以重建的内容：insight（数据）。');
  return inHouse(async ({ db }) => {
    const { team } = await actorIn(db, named, 'guitai rebuild');
    let told = 0;
    await rebuildInsight(db, team, (seq, head) => {
      if (performance.now() - told < everyMs && told > 0) return;
      told = performance.now();
      say(`${seq} of ${head} events read`);
    });
    say('Facts and sums are made anew · 数据已从日志重建');
    return 0;
  });
}
