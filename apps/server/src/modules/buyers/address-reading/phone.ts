import type { Folded } from './fold.ts';

/** A telephone number found in the text. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly value: string;
  /** False: digits that only look like a number. */
  readonly sure: boolean;
}

const before = '(?<![\\d+])';
const extension = '(?:\\s{0,2}(?:-|转|EXT\\.?|分机|#)\\s{0,2}(\\d{1,6}))';

/** Most telling first; none repeats over what another of its parts can take, so each is read in one pass. */
const kinds: readonly { form: RegExp; sure: boolean; nearHongKong?: boolean }[] = [
  { form: new RegExp(`${before}(95013\\d{8,13})${extension}?(?!\\d)`, 'g'), sure: true },
  {
    form: new RegExp(
      `(?:\\+86[- ]?|${before}(?:(?:00)?86[- ]?)?)(1[3-9]\\d[- ]?\\d{4}[- ]?\\d{4})${extension}(?!\\d)`,
      'g',
    ),
    sure: true,
  },
  {
    form: new RegExp(
      `(?:\\+86[- ]?|${before}(?:(?:00)?86[- ]?)?)(1[3-9]\\d[- ]?\\d{4}[- ]?\\d{4})(?!\\d)`,
      'g',
    ),
    sure: true,
  },
  {
    form: /(?<!\d)((?:\+|00)(?:852|853|886)[- )]{0,2}\(?\d[\d-]{0,4}\)?[ -]?\d{3,4}[ -]?\d{3,4})(?!\d)/g,
    sure: true,
  },
  { form: /(?<!\d)(\(?(?:852|853)\)?[- ]?[2-9]\d{3}[- ]?\d{4})(?!\d)/g, sure: true },
  { form: /(\+\d{1,3}[- .]?\(?\d{1,4}\)?(?:[- .]?\d{2,4}){2,4})(?!\d)/g, sure: true },
  { form: /(?<!\d)(09\d{2}[- ]?\d{3}[- ]?\d{3})(?!\d)/g, sure: true },
  {
    form: new RegExp(
      `(?<!\\d)(\\(?0\\d{2,3}\\)?[- ]?[2-9]\\d{2,3}[- ]?\\d{4})${extension}?(?!\\d)`,
      'g',
    ),
    sure: true,
  },
  { form: /(?<!\d)(\(?0\d{1,2}\)?[- ]\d{3,4}[- ]?\d{4})(?!\d)/g, sure: true },
  { form: /(?<!\d)([48]00[- ]?\d{3,4}[- ]?\d{3,4})(?!\d)/g, sure: true },
  { form: /(?<!\d)(\(\d{3}\) ?\d{3}[-. ]\d{4}|\d{3}[-.]\d{3}[-.]\d{4})(?!\d)/g, sure: true },
  { form: /(?<!\d)([2-9]\d{3}[- ]?\d{4})(?!\d)/g, sure: true, nearHongKong: true },
  { form: /(?<!\d)(1\d{10})(?!\d)/g, sure: false },
  // 3单元30115801691123: a room and a number run into each other.
  { form: /(?<=\d)(1[3-9]\d{9})(?!\d)/g, sure: false },
];

const identity =
  /(?<!\d)\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX](?![\dA-Z])/g;

/** Identity card numbers: never kept, wherever they stand. */
export function findIdentities({ key }: Folded): [number, number][] {
  return [...key.matchAll(identity)].map((hit) => [hit.index, hit.index + hit[0].length]);
}

/** Telephone numbers of the mainland (virtual ones with extensions too), Hong Kong, Macau, Taiwan and abroad. */
export function findPhones(
  { key }: Folded,
  taken: readonly [number, number][],
  hongKong: boolean,
): Found[] {
  const found: Found[] = [];
  const isFree = (start: number, end: number) =>
    !taken.some((span) => start < span[1] && end > span[0]) &&
    !found.some((other) => start < other.end && end > other.start);
  for (const { form, sure, nearHongKong } of kinds) {
    if (nearHongKong && !hongKong) continue;
    for (const hit of key.matchAll(form)) {
      const end = hit.index + hit[0].length;
      if (!isFree(hit.index, end)) continue;
      found.push({ start: hit.index, end, value: written(hit[1] ?? '', hit[2]), sure });
    }
    if (found.length > 20) break;
  }
  return found.sort((a, b) => Number(b.sure) - Number(a.sure) || a.start - b.start);
}

function written(number: string, ext: string | undefined): string {
  const tidy = /^1[\d -]{10,12}$/.test(number) ? number.replace(/\D/g, '') : number.trim();
  return ext ? `${tidy}-${ext}` : tidy;
}
