/** A message as far as it tells what is being talked about; newest first in lists. */
export interface Said {
  readonly seq: number;
  readonly author: 'buyer' | 'member' | 'system';
  readonly text: string;
  readonly card: { readonly type: string; readonly id: string } | null;
}

export type Why = 'card' | 'link' | 'words' | 'page' | 'order';

/** What points to a product; ids of products, null where there is nothing. */
export interface Signs {
  readonly card: { readonly productId: string; readonly seq: number } | null;
  /** A link or number of a product in the buyer's words. */
  readonly named: {
    readonly productId: string;
    readonly seq: number;
    readonly by: 'link' | 'words';
  } | null;
  readonly page: string | null;
  readonly order: string | null;
}

/** What is being discussed: the later of a card and a name; else the page the buyer looks at; else the newest order. */
export function discussed(signs: Signs): { readonly productId: string; readonly why: Why } | null {
  const { card, named, page, order } = signs;
  if (named && named.seq >= (card?.seq ?? 0)) return { productId: named.productId, why: named.by };
  if (card) return { productId: card.productId, why: 'card' };
  if (page !== null) return { productId: page, why: 'page' };
  return order === null ? null : { productId: order, why: 'order' };
}

/** The last card of a product. */
export function lastProductCard(messages: readonly Said[]): Signs['card'] {
  const found = messages.find(({ card }) => card?.type === 'product');
  return found?.card ? { productId: found.card.id, seq: found.seq } : null;
}

const mostWords = 3;

/** The buyer's words since the last answer, in the order they were said, and whether they wait for one; the last words where all are answered. */
export function openWords(messages: readonly Said[]): { question: string; waits: boolean } {
  const said = messages.filter(
    ({ author, text, card }) => author !== 'system' && (text !== '' || card !== null),
  );
  const answered = said.findIndex(({ author }) => author === 'member');
  const open = (answered > 0 ? said.slice(0, answered) : said).filter(
    ({ author }) => author === 'buyer',
  );
  const fallback = said.filter(({ author }) => author === 'buyer').slice(0, 1);
  const shown = answered === 0 ? fallback : open.slice(0, mostWords);
  const question = shown
    .map(({ text }) => text)
    .reverse()
    .join(' ')
    .slice(0, 300);
  return { question, waits: answered !== 0 && question !== '' };
}

/** A word that may be the number of a product, and where it stood. */
export interface Code {
  readonly code: string;
  readonly seq: number;
  readonly by: 'link' | 'words';
}

const link = /https?:\/\/\S+/gi;
const number = /[A-Za-z0-9]+(?:[-_./()+][A-Za-z0-9]+)*\)?/g;
const mostCodes = 4;

const looksLikeCode = (word: string): boolean =>
  /\d/.test(word) && word.replace(/[^A-Za-z0-9]/g, '').length >= 5;

/** Numbers of products a buyer may have named lately: in links first, else in the words. */
export function codesIn(messages: readonly Said[]): Code[] {
  const codes = messages
    .filter(({ author }) => author === 'buyer')
    .slice(0, 6)
    .flatMap(({ text, seq }): Code[] => {
      const links = text.match(link) ?? [];
      const inLinks = links.flatMap((one) => one.split(/[/?&=#]/).filter(looksLikeCode));
      const inWords = (text.replace(link, ' ').match(number) ?? []).filter(looksLikeCode);
      return [
        ...inLinks.map((code) => ({
          code: code.replace(/\.html?$/i, ''),
          seq,
          by: 'link' as const,
        })),
        ...inWords.map((code) => ({ code, seq, by: 'words' as const })),
      ];
    });
  return codes.slice(0, mostCodes);
}
