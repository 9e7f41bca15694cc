import { type SystemActor, system } from '../kernel/actor.ts';
import type { Db } from '../kernel/db.ts';
import { knownTeams } from '../kernel/teams.ts';
import { loadSample, removeSample } from '../modules/sample/index.ts';
import { Trouble } from '../trouble.ts';
import { inHouse } from './house.ts';
import { say } from './lines.ts';

const nobody = { kind: 'nobody', team: null, locale: 'en' } as const;

/** The team meant: the only one there is, or the one named by its id. */
async function actorFor(db: Db, named: string | undefined): Promise<SystemActor> {
  const teams = await db.outside(nobody, knownTeams);
  const [only] = teams;
  const team = named ?? (teams.length === 1 ? only : undefined);
  if (team !== undefined && teams.includes(team)) return system(team, 'guitai seed');
  throw teams.length === 0
    ? new Trouble(
        'There is no team yet. Start the product and create the owner first.',
        '还没有团队。请先启动产品并创建店主账号。',
      )
    : new Trouble(
        `Name one of the teams: ${teams.join(', ')}`,
        `请指定其中一个团队：${teams.join('，')}`,
      );
}

/** `guitai seed [remove] [team]`: brings the sample shop in, or takes it away. */
export async function seed(words: readonly string[]): Promise<number> {
  const away = words[0] === 'remove';
  const [named] = away ? words.slice(1) : words;
  return inHouse(async ({ db, config }) => {
    const actor = await actorFor(db, named);
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
