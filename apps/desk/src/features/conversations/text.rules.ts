/** A piece of a message: plain, a web address, or the number of a known order. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }
  | { readonly kind: 'order'; readonly text: string };

const address = /https?:\/\/[^\s<>"'，。；！？、）】》]+[^\s<>"'，。；！？、）】》.,;:!?)\]]/;

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Finds web addresses and order numbers; only numbers that are given become links, and only as whole numbers. */
export function pieces(text: string, orderNumbers: readonly string[]): Piece[] {
  const numbers = [...orderNumbers].sort((a, b) => b.length - a.length).map(literally);
  const order = numbers.length > 0 ? `|(?<![\\w-])(${numbers.join('|')})(?![\\w-])` : '';
  const found: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(new RegExp(`${address.source}${order}`, 'g'))) {
    if (match.index > from) found.push({ kind: 'text', text: text.slice(from, match.index) });
    const [word, number] = match;
    found.push(number ? { kind: 'order', text: number } : { kind: 'link', text: word, href: word });
    from = match.index + word.length;
  }
  if (from < text.length) found.push({ kind: 'text', text: text.slice(from) });
  return found;
}

/** A few emoji and nothing else: shown large, without a bubble's weight. */
export const isOnlyEmoji = (text: string): boolean =>
  text.length <= 24 &&
  /^(?:\p{Extended_Pictographic}|\p{Emoji_Component}|\s)+$/u.test(text) &&
  !/^[\d#*\s]+$/.test(text);
