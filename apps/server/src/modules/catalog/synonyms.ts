import type { catalog, InputOf } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { emit } from '../../kernel/events.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { can } from '../access/index.ts';
import { record } from '../audit/index.ts';
import { findShop } from '../shops/index.ts';
import { synonymsChanged } from './events.ts';
import { cleanGroup, sameGroup } from './synonyms.rules.ts';
import * as store from './synonyms.store.ts';

type Row = store.GroupRow;
type Change = 'added' | 'changed' | 'removed' | 'brought_back';

const mostGroups = 500;
const permission = 'catalog.synonyms';

const inSight = async (actor: StaffActor, tx: Tx, shopId: string, asked: string) =>
  can(actor, asked, { shop: shopId }) === 'yes' && (await findShop(tx, shopId)) !== null;

const shown = ({ removed: _removed, ...group }: Row): catalog.SynonymGroupShape => group;
const said = (words: readonly string[]): string => words.join(' = ');

/** Every group of a shop, newest first. */
export async function getSynonyms(
  actor: StaffActor,
  tx: Tx,
  { shopId }: InputOf<typeof catalog.getSynonyms>,
) {
  if (!(await inSight(actor, tx, shopId, 'catalog.read'))) return refuse('shop.not_found');
  const groups = (await store.readGroups(tx, [shopId])).map(shown);
  const acts = ['addSynonyms', 'changeSynonyms', 'removeSynonyms'];
  return { shopId, groups, can: can(actor, permission, { shop: shopId }) === 'yes' ? acts : [] };
}

/** A word given twice stands once; what the shop has already is not kept twice. */
async function kept(tx: Tx, shopId: string, given: readonly string[], own?: string) {
  const words = cleanGroup(given);
  if (words.length < 2) return refuse('synonyms.too_few');
  const others = (await store.readGroups(tx, [shopId])).filter(({ id }) => id !== own);
  const known = others.find((group) => sameGroup(group.words, words));
  if (known) return refuse('synonyms.known', { words: said(known.words) });
  if (!own && others.length >= mostGroups)
    return refuse('synonyms.too_many', { limit: mostGroups });
  return words;
}

/** Tells of a change and keeps it on record. */
function tell(actor: StaffActor, tx: Tx, change: Change, row: Row | undefined, before?: Row) {
  if (!row) throw new Error('a group of words vanished');
  const { id: groupId, shopId } = row;
  const data = { shopId, groupId, change };
  emit(tx, synonymsChanged, { subject: groupId, reach: { shop: shopId }, actor, data });
  record(tx, actor, {
    action: 'catalog.synonyms_changed',
    subject: { kind: 'shop', id: shopId },
    before: { words: before && !before.removed ? said(before.words) : '' },
    after: { words: change === 'removed' ? '' : said(row.words) },
    shop: shopId,
  });
  return shown(row);
}

/** The group, locked, when the actor may change words of its shop. */
async function groupFor(
  actor: StaffActor,
  tx: Tx,
  groupId: string,
): Promise<Row | Refusal<'synonyms.not_found' | 'access.denied'>> {
  const row = await store.lockGroup(tx, groupId);
  if (!row || !(await inSight(actor, tx, row.shopId, 'catalog.read')))
    return refuse('synonyms.not_found');
  const may = can(actor, permission, { shop: row.shopId }) === 'yes';
  return may ? row : refuse('access.denied', { permission });
}

/** SRCH-01: has the search take words for the same. */
export async function addSynonyms(
  actor: StaffActor,
  tx: Tx,
  { shopId, words }: InputOf<typeof catalog.addSynonyms>,
) {
  if (!(await inSight(actor, tx, shopId, permission))) return refuse('shop.not_found');
  const clean = await kept(tx, shopId, words);
  if (isRefusal(clean)) return clean;
  return tell(actor, tx, 'added', await store.insertGroup(tx, shopId, clean));
}

/** Changes one group; the others, and what a colleague saved of this one meanwhile, stay. */
export async function changeSynonyms(
  actor: StaffActor,
  tx: Tx,
  { groupId, words, version }: InputOf<typeof catalog.changeSynonyms>,
) {
  const before = await groupFor(actor, tx, groupId);
  if (isRefusal(before)) return before;
  if (before.removed) return refuse('synonyms.not_found');
  if (before.version !== version)
    return refuse('synonyms.changed_meanwhile', { words: said(before.words) });
  const clean = await kept(tx, before.shopId, words, groupId);
  if (isRefusal(clean)) return clean as Exclude<typeof clean, Refusal<'synonyms.too_many'>>;
  return tell(actor, tx, 'changed', await store.writeGroup(tx, groupId, clean), before);
}

/** Takes a group out of the search; a second time changes nothing. */
export async function removeSynonyms(
  actor: StaffActor,
  tx: Tx,
  { groupId }: InputOf<typeof catalog.removeSynonyms>,
) {
  const before = await groupFor(actor, tx, groupId);
  if (isRefusal(before)) return before;
  if (before.removed) return shown(before);
  return tell(actor, tx, 'removed', await store.setRemoved(tx, groupId, true), before);
}

/** Undoes a removal. */
export async function bringBackSynonyms(
  actor: StaffActor,
  tx: Tx,
  { groupId }: InputOf<typeof catalog.bringBackSynonyms>,
) {
  const before = await groupFor(actor, tx, groupId);
  if (isRefusal(before)) return before;
  if (!before.removed) return shown(before);
  const clean = await kept(tx, before.shopId, before.words);
  if (isRefusal(clean)) return clean as Exclude<typeof clean, Refusal<'synonyms.too_few'>>;
  return tell(actor, tx, 'brought_back', await store.setRemoved(tx, groupId, false), before);
}
