import type { catalog, InputOf } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { can } from '../access/index.ts';
import { record } from '../audit/index.ts';
import { findShop } from '../shops/index.ts';
import type { Alike } from './query.rules.ts';
import { wordsLike } from './synonyms.rules.ts';
import { readGroups, writeGroups } from './synonyms.store.ts';
import { plainText } from './tokens.rules.ts';

/** Other words for a word: those the product knows, and those of the shops. */
export async function wordsAlike(tx: Tx, shops: readonly string[] | null): Promise<Alike> {
  const groups = await readGroups(tx, shops);
  if (groups.length === 0) return wordsLike;
  const likes = new Map<string, string[]>();
  for (const group of groups) {
    const plain = group.map(plainText);
    for (const word of plain)
      likes.set(word, [...(likes.get(word) ?? []), ...plain.filter((other) => other !== word)]);
  }
  return (word) => [...new Set([...(likes.get(word) ?? []), ...wordsLike(word)])];
}

const shown = async (actor: StaffActor, tx: Tx, shopId: string) => ({
  shopId,
  groups: await readGroups(tx, [shopId]),
  can: can(actor, 'catalog.synonyms', { shop: shopId }) === 'yes' ? ['putSynonyms'] : [],
});

const inSight = async (actor: StaffActor, tx: Tx, shopId: string, permission: string) =>
  can(actor, permission, { shop: shopId }) === 'yes' && (await findShop(tx, shopId)) !== null;

export async function getSynonyms(
  actor: StaffActor,
  tx: Tx,
  { shopId }: InputOf<typeof catalog.getSynonyms>,
) {
  const seen = await inSight(actor, tx, shopId, 'catalog.read');
  return seen ? shown(actor, tx, shopId) : refuse('shop.not_found');
}

const mostTold = 50;

/** Groups of one list that another has not, for the record. */
function without(some: readonly string[][], others: readonly string[][]): string[] {
  const known = new Set(others.map((words) => words.join(' = ')));
  const left = some.map((words) => words.join(' = ')).filter((words) => !known.has(words));
  return left.slice(0, mostTold);
}

/** A word given twice stands once; a group of one word says nothing and is left out. */
export async function putSynonyms(
  actor: StaffActor,
  tx: Tx,
  { shopId, groups }: InputOf<typeof catalog.putSynonyms>,
) {
  if (!(await inSight(actor, tx, shopId, 'catalog.synonyms'))) return refuse('shop.not_found');
  const kept = groups
    .map((group) =>
      [...new Set(group.map((word) => word.trim()))].filter((word) => plainText(word) !== ''),
    )
    .filter((group) => group.length > 1);
  const before = await readGroups(tx, [shopId]);
  await writeGroups(tx, shopId, kept);
  const subject = { kind: 'shop', id: shopId };
  record(tx, actor, {
    action: 'catalog.synonyms_changed',
    subject,
    before: { groups: before.length, removed: without(before, kept) },
    after: { groups: kept.length, added: without(kept, before) },
    shop: shopId,
  });
  return shown(actor, tx, shopId);
}
