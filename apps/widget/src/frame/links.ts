/** Text as pieces: words, and what looks like an address. No markup is ever made from text. */
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
const closing = ".,;:!?)]}'*_";

/** Divides a text into words and addresses; joined again, the pieces are the text. */
export const piecesOf = (text: string): Piece[] =>
  text.split(addresses).flatMap((part, at): Piece[] => {
    if (at % 2 === 0) return part ? [part] : [];
    let end = part.length;
    while (closing.includes(part.charAt(end - 1))) end--;
    const href = part.slice(0, end);
    return [{ href }, part.slice(end)];
  });
