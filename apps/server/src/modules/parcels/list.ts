import type { InputOf, parcels } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { sightOf } from '../../kernel/can.ts';
import { pageOf, readCursor } from '../../kernel/cursor.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { countProblems, readProblems } from './list.store.ts';

/** Parcels that need a hand, the longest waiting first. */
export async function listProblemParcels(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof parcels.listProblemParcels>,
) {
  const list = `problem-parcels-${input.state ?? 'open'}`;
  const place = readCursor<[string, string]>(list, ['instant', 'id'], input.cursor);
  if (isRefusal(place)) return place;
  const limit = input.limit ?? 50;
  const { shops } = sightOf(actor, 'parcels.read') ?? { shops: [] };
  const { cursor: _cursor, limit: _limit, ...wanted } = input;
  const rows = await readProblems(tx, { ...wanted, shops }, place, limit + 1);
  const page = pageOf(list, rows, limit, (row) => [row.place, row.problemId]);
  const counts = await countProblems(tx, {
    shops,
    ...(input.shopId ? { shopId: input.shopId } : {}),
  });
  return { items: page.items.map(({ place: _place, ...item }) => item), next: page.next, counts };
}
