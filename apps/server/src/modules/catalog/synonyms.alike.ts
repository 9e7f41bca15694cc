import type { Tx } from '../../kernel/tx.ts';
import type { Alike } from './query.rules.ts';
import { wordsLike } from './synonyms.rules.ts';
import { readWords } from './synonyms.store.ts';
import { plainText } from './tokens.rules.ts';

/** Other words for a word: those the product knows, and those of the shops. */
export async function wordsAlike(tx: Tx, shops: readonly string[] | null): Promise<Alike> {
  const groups = await readWords(tx, shops);
  if (groups.length === 0) return wordsLike;
  const likes = new Map<string, string[]>();
  for (const group of groups) {
    const plain = group.map(plainText);
    for (const word of plain)
      likes.set(word, [...(likes.get(word) ?? []), ...plain.filter((other) => other !== word)]);
  }
  return (word) => [...new Set([...(likes.get(word) ?? []), ...wordsLike(word)])];
}
