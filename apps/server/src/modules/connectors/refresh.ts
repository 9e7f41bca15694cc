import type { connectors, InputOf } from '@guitai/contract';
import { type StaffActor, system } from '../../kernel/actor.ts';
import { sightOf } from '../../kernel/can.ts';
import { now } from '../../kernel/clock.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Bare } from '../../kernel/route.ts';
import { accountOf, matchedWith, seesBuyer } from '../buyers/index.ts';
import { type Connection, listConnectionRows } from '../shops/index.ts';
import { noteHealth } from './health.ts';
import { type Hands, platformOf } from './open-line.ts';
import { isTrouble } from './ports.ts';
import { takeOver } from './take-over.ts';

/** A buyer whose orders were read a moment ago is not read again. */
const restMs = 20_000;
const mostRemembered = 10_000;

interface Account {
  readonly connection: Connection;
  readonly externalId: string;
}

/** Where this buyer, or whom a colleague stated the buyer to be, has an account on a platform that is there. */
const accountsOf = (actor: StaffActor, db: Bare['db'], buyerId: string) =>
  db.read(actor, async (tx): Promise<Account[]> => {
    const sight = sightOf(actor, 'orders.read');
    if (!sight) return [];
    const lines = await listConnectionRows(tx, { shops: sight.shops, after: null, limit: 200 });
    const persons = [buyerId, await matchedWith(tx, buyerId)].filter((id) => id !== null);
    const found: Account[] = [];
    for (const connection of lines.filter(({ enabled }) => enabled))
      for (const person of persons) {
        const externalId = await accountOf(tx, person, connection.shopId);
        if (externalId !== null) found.push({ connection, externalId });
      }
    return found;
  });

/** SHOP-01: when a conversation is opened the mirror answers at once; this brings it up to date behind it. */
export function refreshBuyerOrdersWith(hands: Hands) {
  const read = new Map<string, number>();
  return async (
    actor: StaffActor,
    { db }: Bare,
    { buyerId }: InputOf<typeof connectors.refreshBuyerOrders>,
  ) => {
    if (!(await db.read(actor, (tx) => seesBuyer(actor, tx, buyerId))))
      return refuse('buyer.not_found');
    const key = `${actor.team} ${buyerId}`;
    if ((read.get(key) ?? 0) > now().getTime() - restMs) return { read: 0, unreachable: 0 };
    if (read.size > mostRemembered) read.clear();
    read.set(key, now().getTime());
    const worker = system(actor.team, 'connectors.refresh');
    let unreachable = 0;
    const accounts = await accountsOf(actor, db, buyerId);
    for (const { connection, externalId } of accounts) {
      const told = await platformOf(hands, connection).ordersOfBuyer(externalId);
      const trouble = isTrouble(told) ? told : null;
      if (trouble) unreachable += 1;
      await db.write(worker, async (tx) => {
        if (!isTrouble(told)) await takeOver(worker, tx, connection, told);
        await noteHealth(worker, tx, connection, trouble);
      });
    }
    return { read: accounts.length - unreachable, unreachable };
  };
}
