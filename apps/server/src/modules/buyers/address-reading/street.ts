import { nameScore, splitGlued, tidyName } from './name.ts';
import type { Piece } from './pieces.ts';

/** Who and where, out of the pieces that are left beside region and telephone. */
export interface PersonAndStreet {
  readonly name: string;
  readonly nameSure: boolean;
  readonly street: string;
  readonly rest: string;
}

const marks =
  /\d|[路街道巷弄号號楼樓层層栋棟幢座室单元村厦廈苑院园園城坊庄莊店镇鎮乡鄉里邻鄰段区區]|大学|广场|廣場|公司|中心/;
const chatter = /谢谢|謝謝|麻烦|请|請|不要|尽快|备注|发货|快递|号码保护中/;

const noise = /^(?:中国|中國|CHINA|China|收|收货|转|轉|电话|手机|邮编|地址|TEL|Tel)$/;

/** Decides which piece is the name and joins the others to the street; `isNear` tells pieces beside a telephone. */
export function decide(
  pieces: readonly Piece[],
  regionEnd: number,
  isNear: (piece: Piece) => boolean,
): PersonAndStreet {
  const scored = pieces.map((piece) => ({ piece, score: nameScore(piece, isNear(piece)) }));
  const best = scored.reduce<(typeof scored)[number] | null>(
    (top, next) => (next.score > (top?.score ?? 2.9) ? next : top),
    null,
  );
  const chosen = best && (best.score >= 5 || isAside(best.piece, pieces)) ? best : null;
  const names = chosen ? labelled(chosen.piece, pieces) : [];
  const left = pieces.filter((piece) => !names.includes(piece) && !noise.test(piece.text));
  const isStreet = (piece: Piece) =>
    piece.field !== 'other' &&
    piece.field !== 'phone' &&
    piece.field !== 'postcode' &&
    (piece.field === 'street' || !chatter.test(piece.text)) &&
    (piece.field === 'street' ||
      piece.field === 'region' ||
      piece.start >= regionEnd ||
      marks.test(piece.text));
  const street = joined(left.filter(isStreet));
  const rest = joined(left.filter((piece) => !isStreet(piece)));
  const glued = names.length ? null : splitGlued(street);
  if (glued) return { ...glued, nameSure: false, rest };
  const name = tidyName(joined(names));
  return { name, nameSure: (chosen?.score ?? 0) >= 8, street, rest };
}

/** A nickname is believed only at the edge: first or last of all, or beside the telephone. */
const isAside = (piece: Piece, pieces: readonly Piece[]) =>
  pieces.length > 1 && (piece === pieces[0] || piece === pieces.at(-1));

/** A name with a label may have several words (John Smith). */
function labelled(piece: Piece, pieces: readonly Piece[]): Piece[] {
  if (piece.field !== 'name') return [piece];
  const from = pieces.indexOf(piece);
  const names = [piece];
  for (const next of pieces.slice(from + 1)) {
    if (next.field !== 'name' || !next.follows || /\d/.test(next.text) || marks.test(next.text))
      break;
    names.push(next);
  }
  return names;
}

const isAscii = (letter: string | undefined) => letter !== undefined && letter < '\u0100';

function joined(pieces: readonly Piece[]): string {
  let text = '';
  for (const { text: next } of pieces) {
    const gap = text && isAscii(text.at(-1)) && isAscii(next[0]) ? ' ' : '';
    text += gap + next;
  }
  return text.slice(0, 300);
}
