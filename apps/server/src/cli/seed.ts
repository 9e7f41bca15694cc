import { loadSample, removeSample } from '../modules/sample/index.ts';
import { inHouse } from './house.ts';
import { say } from './lines.ts';
import { actorIn } from './which-team.ts';

/** `guitai seed [remove] [team]`: brings the sample shop in, or takes it away. */
export async function seed(words: readonly string[]): Promise<number> {
  const away = words[0] === 'remove';
  const [named] = away ? words.slice(1) : words;
  return inHouse(async ({ db, config }) => {
    const actor = await actorIn(db, named, 'guitai seed');
    await db.write(actor, async (tx) => {
      if (away) await removeSample(actor, tx);
      else await loadSample(actor, tx, config.secretKey);
    });
    say(
      away
        ? 'The sample shop is gone · 示例店铺已移除'
        : 'The sample shop is here · 示例店铺已载入',
    );
    return 0;
  });
}
