import type { InputOf, scripts } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { emit } from '../../kernel/events.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import { wordsChanged } from './events.ts';
import { foldedWord } from './fold.rules.ts';
import { libraryOf, manages, sees } from './reach.ts';
import { deleteWord, readWord, readWords, saveWords, type WordRow } from './word.store.ts';

const homeOf = (shopId: string | null) =>
  ({ scope: shopId === null ? 'team' : 'shop', ownerId: null, shopId }) as const;

/** The words of the team and of the shops in sight; everybody may know what not to say. */
export async function listForbiddenWords(actor: StaffActor, tx: Tx) {
  const rows = (await readWords(tx)).filter(({ shopId }) => sees(actor, homeOf(shopId)));
  const items = rows.map((row) => ({
    ...row,
    can: manages(actor, homeOf(row.shopId)) ? ['removeForbiddenWord'] : [],
  }));
  return { items };
}

function tell(actor: StaffActor, tx: Tx, shopId: string | null): void {
  const reach = shopId === null ? {} : { reach: { shop: shopId } };
  emit(tx, wordsChanged, { subject: actor.team, actor, ...reach, data: { shopId } });
}

/** Forbids words. */
export async function addForbiddenWords(
  actor: StaffActor,
  tx: Tx,
  { shopId, words, level, reason = '' }: InputOf<typeof scripts.addForbiddenWords>,
) {
  const home = await libraryOf(actor, tx, {
    scope: shopId === null ? 'team' : 'shop',
    shopId: shopId ?? undefined,
  });
  if (isRefusal(home)) return home;
  const hollow = words.find((word) => foldedWord(word) === '');
  if (hollow !== undefined) return refuse('word.no_letters', { word: hollow });
  await saveWords(tx, words, { shopId, level, reason });
  tell(actor, tx, shopId);
  record(tx, actor, { action: 'word.forbidden', after: { words, level }, shop: shopId });
  return listForbiddenWords(actor, tx);
}

/** Allows a word again. */
export async function removeForbiddenWord(
  actor: StaffActor,
  tx: Tx,
  { wordId }: InputOf<typeof scripts.removeForbiddenWord>,
) {
  const row: WordRow | undefined = await readWord(tx, wordId);
  if (!row || !sees(actor, homeOf(row.shopId))) return refuse('word.not_found');
  if (!manages(actor, homeOf(row.shopId)))
    return refuse('access.denied', { permission: 'scripts.manage' });
  await deleteWord(tx, wordId);
  tell(actor, tx, row.shopId);
  record(tx, actor, {
    action: 'word.allowed',
    before: { word: row.word, level: row.level },
    shop: row.shopId,
  });
}
