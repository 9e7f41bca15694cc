import { type SystemActor, system } from '../kernel/actor.ts';
import type { Db } from '../kernel/db.ts';
import { knownTeams } from '../kernel/teams.ts';
import { Trouble } from '../trouble.ts';

const nobody = { kind: 'nobody', team: null, locale: 'en' } as const;

/** Acts in the team meant: the only one there is, or the one named by its id. `why` names the command. */
export async function actorIn(
  db: Db,
  named: string | undefined,
  why: string,
): Promise<SystemActor> {
  const teams = await db.outside(nobody, knownTeams);
  const [only] = teams;
  const team = named ?? (teams.length === 1 ? only : undefined);
  if (team !== undefined && teams.includes(team)) return system(team, why);
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
