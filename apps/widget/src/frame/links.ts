/** Text as pieces: words, and addresses one may open. No markup is ever made from text. */
export type Piece = string | { href: string };

/** An address one may open: http or https only; null otherwise. */
export const safeUrl = (address: string | null | undefined): string | null => {
  try {
    const url = new URL(address ?? '', location.href);
    return address && /^https?:$/.test(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
};

/** Addresses stop at the first character outside visible ASCII, so that Chinese may follow without a space. */
const addresses = /(https?:\/\/[!#-;=?-~]+)/i;
const closing = /[.,;:!?)\]}'*_]+$/;

/** Divides a text into words and addresses; joined again, the pieces are the text. */
export const piecesOf = (text: string): Piece[] =>
  text.split(addresses).flatMap((part, at): Piece[] => {
    if (at % 2 === 0) return part ? [part] : [];
    const tail = closing.exec(part)?.[0] ?? '';
    const href = part.slice(0, part.length - tail.length);
    return [safeUrl(href) ? { href } : href, ...(tail ? [tail] : [])];
  });
