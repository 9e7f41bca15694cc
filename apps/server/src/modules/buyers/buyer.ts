import type { buyers, InputOf } from '@guitai/contract';
import type { Actor, StaffActor } from '../../kernel/actor.ts';
import { pageOf, readCursor } from '../../kernel/cursor.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { grantedOnBuyer, shopsSeen } from './acts.ts';
import { isThere, lockBuyer, readBuyers, readProfile } from './buyer.store.ts';
import { mayFind } from './find.limit.ts';
import { readFind } from './find.rules.ts';

/** Buyers the reader may see, those changed last first. */
export async function listBuyers(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof buyers.listBuyers>,
) {
  const place = readCursor<[string, string]>('buyers', ['instant', 'id'], input.cursor);
  if (isRefusal(place)) return place;
  const find = readFind(input.q);
  const tooOften = mayFind(actor, find);
  if (tooOften) return tooOften;
  const limit = input.limit ?? 50;
  const rows = await readBuyers(tx, {
    ...input,
    find,
    shops: shopsSeen(actor, 'buyers.read'),
    after: place,
    limit: limit + 1,
  });
  const page = pageOf('buyers', rows, limit, (row) => [row.at, row.id]);
  return { items: page.items.map((row) => row.summary), next: page.next };
}

/** One buyer's profile, covered. Also the reply of every change, so that a reader sees what came of it. */
export async function getBuyer(actor: Actor, tx: Tx, { buyerId }: { buyerId: string }) {
  const shops = shopsSeen(actor, 'buyers.read');
  const profile = await readProfile(tx, buyerId, shops, grantedOnBuyer(actor));
  return profile ?? refuse('buyer.not_found');
}

/** Whether the reader may know of the buyer. */
export const seesBuyer = (actor: Actor, tx: Tx, buyerId: string): Promise<boolean> =>
  isThere(tx, buyerId, shopsSeen(actor, 'buyers.read'));

/** The buyer when the actor reaches it with the permission; locked until the transaction ends. */
export const reachBuyer = async (actor: Actor, tx: Tx, buyerId: string, permission: string) =>
  (await lockBuyer(tx, buyerId, shopsSeen(actor, permission))) ?? refuse('buyer.not_found');
