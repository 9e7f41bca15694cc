import { system } from '../../kernel/actor.ts';
import type { Db } from '../../kernel/db.ts';
import { goingRound } from '../notices/index.ts';
import { briefShops, findShop } from '../shops/index.ts';
import { tellDue } from './digest.ts';
import { fillOnce } from './fill.ts';
import { greetOnce } from './greet.ts';

const everyMs = 15 * 60_000;
const greetPage = 300;

async function ofShop(db: Db, team: string, shopId: string): Promise<void> {
  const actor = system(team, 'followups.round');
  const shop = await db.read(actor, (tx) => findShop(tx, shopId));
  if (!shop) return;
  while ((await db.write(actor, (tx) => fillOnce(actor, tx, shop))) > 0);
  while ((await db.write(actor, (tx) => greetOnce(actor, tx, shop, greetPage))) > 0);
  await db.write(actor, (tx) => tellDue(tx, shop));
}

/**
 * Everything the product does by itself for a team's follow-ups, page by page: killed anywhere, the next round goes on. What goes
 * wrong in one shop keeps no other waiting; the round has failed then.
 */
export async function makeRound(db: Db, team: string): Promise<void> {
  const shops = await db.read(system(team, 'followups.round'), (tx) => briefShops(tx, null));
  const faults: unknown[] = [];
  for (const { id } of shops) await ofShop(db, team, id).catch((fault) => faults.push(fault));
  if (faults.length > 0) throw new AggregateError(faults, faults.map(String).join('; '));
}

/** The rounds of follow-ups. */
export const followupRounds = {
  work: 'followups.round',
  everyMs,
  ofTeam: makeRound,
};

/** Every quarter of an hour: lists fill themselves, days of the calendar are kept, people hear what is due. */
export const rounds = goingRound(followupRounds);
