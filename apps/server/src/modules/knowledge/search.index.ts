import type { Tx } from '../../kernel/tx.ts';
import { speaker } from '../catalog/index.ts';
import { tokensOf } from './search.rules.ts';
import * as store from './search.store.ts';

/** Puts what is live of these entries into the search. */
export async function putIntoSearch(tx: Tx, ids: readonly string[]): Promise<void> {
  const speak = await speaker();
  const rows = (await store.readToIndex(tx, ids)).map((entry) => ({
    id: entry.id,
    tokens: tokensOf(
      tx.team ?? '',
      {
        head: [
          ...entry.words.map(({ title }) => title),
          ...entry.questions,
          entry.topic,
          entry.category,
        ],
        body: [...entry.words.map(({ body }) => body), entry.productTitle],
      },
      speak,
    ),
  }));
  if (rows.length > 0) await store.writeSearch(tx, rows);
}

/** Takes an entry out of the search. */
export const dropFromSearch = (tx: Tx, id: string) => store.deleteSearch(tx, id);
