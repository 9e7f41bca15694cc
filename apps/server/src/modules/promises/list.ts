import type { InputOf, promises } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { sightOf } from '../../kernel/can.ts';
import { pageOf, readCursor } from '../../kernel/cursor.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { countPromises, readPromises, readRates } from './list.store.ts';
import { findPromise, shownTo } from './shown.ts';

/** Promises of the shops the reader works in. */
export async function listPromises(
  actor: StaffActor,
  tx: Tx,
  { cursor, limit = 50, ...wanted }: InputOf<typeof promises.listPromises>,
) {
  const list = `promises-${wanted.tab ?? 'open'}`;
  const place = readCursor<[string, string]>(list, ['text', 'id'], cursor);
  if (isRefusal(place)) return place;
  const { shops } = sightOf(actor, 'promises.read') ?? { shops: [] };
  const filter = { ...wanted, shops };
  const rows = await readPromises(tx, filter, place, limit + 1);
  const page = pageOf(list, rows, limit, (row) => [row.place, row.id]);
  const counts = await countPromises(tx, filter);
  return { items: page.items.map((row) => shownTo(actor, row)), next: page.next, counts };
}

/** One promise. */
export const getPromise = (
  actor: StaffActor,
  tx: Tx,
  { promiseId }: InputOf<typeof promises.getPromise>,
) => findPromise(actor, tx, promiseId);

/** How promises were kept, by shop and person. */
export async function getPromiseRates(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof promises.getPromiseRates>,
) {
  const { shops } = sightOf(actor, 'promises.read') ?? { shops: [] };
  const filter = { ...input, shops };
  return {
    members: await readRates(tx, 'member', filter),
    shops: await readRates(tx, 'shop', filter),
  };
}
