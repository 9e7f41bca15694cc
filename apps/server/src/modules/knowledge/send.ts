import type { cards, Static } from '@guitai/contract';
import type { Locale } from '../../kernel/actor.ts';
import { clock } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { count } from './change.store.ts';
import { stateOf, wordsFor } from './entry.rules.ts';
import { type EntryRow, lockEntry } from './entry.store.ts';
import { addressIn, ownId } from './picture.rules.ts';

type InfoCard = Static<typeof cards.InfoCard>;
const longestText = 4_000;

/** The picture of a card, at an address that only this card has. */
export interface CardPicture {
  readonly id: string;
  readonly pictureId: string;
}

function pictureOf({ pictureUrl }: EntryRow): CardPicture | null {
  const pictureId = pictureUrl === null ? null : ownId(pictureUrl);
  return pictureId === null ? null : { id: newId(), pictureId };
}

/** An entry as a buyer reads it. */
function cardOfEntry(row: EntryRow, locale: Locale, picture: CardPicture | null): InfoCard {
  const { title, body } = wordsFor(row.words, locale);
  const text = body.length > longestText ? `${body.slice(0, longestText - 1)}…` : body;
  return {
    type: 'info',
    id: row.id,
    kind: 'knowledge',
    state: '',
    title,
    text,
    imageUrl: picture ? addressIn(picture) : row.pictureUrl,
    lines: [],
    links: [],
    params: { liveNo: row.liveNo },
  };
}

/** KB-04: the card of a published entry of the shop, counted as sent in the same transaction. */
export async function takeCard(
  tx: Tx,
  entryId: string,
  shopId: string,
  locale: Locale,
): Promise<
  | { readonly card: InfoCard; readonly row: EntryRow; readonly picture: CardPicture | null }
  | Refusal<'knowledge.not_found' | 'knowledge.not_published' | 'knowledge.of_other_shop'>
> {
  const row = await lockEntry(tx, entryId);
  if (!row) return refuse('knowledge.not_found');
  if (row.shopId !== shopId) return refuse('knowledge.of_other_shop');
  if (stateOf(row, clock.now()) !== 'published') return refuse('knowledge.not_published');
  await count(tx, entryId, 'sends');
  const picture = pictureOf(row);
  return { card: cardOfEntry(row, locale, picture), row, picture };
}

/** What became of a card that was sent: the buyer asked again, or did not. */
export const countOutcome = (tx: Tx, entryId: string, askedAgain: boolean) =>
  count(tx, entryId, askedAgain ? 'asked_again' : 'helped');
