import { sql } from 'kysely';
import { system } from '../../kernel/actor.ts';
import type { Db } from '../../kernel/db.ts';
import { run, type Tx } from '../../kernel/tx.ts';
import { goingRound } from '../notices/index.ts';
import { addPresets } from './presets.add.ts';
import { presets } from './presets.ts';

/** Shops that were not given every ready-made rule there is now: they are older than some of them. */
const shopsWithout = (tx: Tx): Promise<{ id: string }[]> =>
  run(
    tx,
    sql`select s.id from published.shops s where s.team_id = ${tx.team} and (
          select count(*) from automation_given g where g.team_id = s.team_id and g.shop_id = s.id
            and g.preset = any(${[...presets]}::text[])) < ${presets.length} order by s.id`,
  );

/** Gives the shops of a team the ready-made rules that came after them, off; none a second time. */
export async function giveToTeam(db: Db, team: string): Promise<void> {
  const actor = system(team, 'automation.presets');
  for (const { id } of await db.read(actor, shopsWithout))
    await db.write(actor, (tx) => addPresets(actor, tx, id));
}

/** After an upgrade, at the start: existing shops find new ready-made rules beside their own. */
export const giving = goingRound({
  work: 'automation.presets',
  everyMs: 24 * 3_600_000,
  atStart: true,
  ofTeam: giveToTeam,
});
