import type { Tx } from '../../kernel/tx.ts';
import { readMatches } from './product.store.ts';
import { planSearch } from './query.rules.ts';

/** Ids of products that may be bought in these shops, those that fit the words best first. */
export async function findProducts(
  tx: Tx,
  wanted: { readonly shops: readonly string[]; readonly q: string; readonly limit: number },
): Promise<string[]> {
  const plan = planSearch(tx.team ?? '', wanted.q);
  if (plan === null) return [];
  const query = { shops: wanted.shops, available: false, buyerId: null, limit: wanted.limit };
  const strict = await readMatches(tx, JSON.stringify({ terms: plan.strict }), query, null);
  const { loose } = plan;
  const rows =
    strict.length > 0 || loose.allOf.length === 0
      ? strict
      : await readMatches(tx, JSON.stringify({ terms: [], ...loose }), query, null);
  return rows.map((row) => row.id);
}
