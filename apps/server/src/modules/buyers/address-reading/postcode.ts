import type { Folded } from './fold.ts';
import type { Label } from './labels.ts';

/** A postcode in the text. */
export interface Postcode {
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

const apart = /(?<![^\s,，、;；。|:：()（）\][-])\d{6}(?![^\s,，、;；。|:：()（）\][]|-\d)/g;
// In Taiwan it stands before the city, without a sign between: 106台北市大安區.
const leading = /(?<!\d)\d{3}(?:\d{2,3})?(?= ?(?:台湾|[\u4e00-\u9fff]{2}[市县]))/g;

/** The postcode: behind its label, six digits that stand alone, or three to six before a city of Taiwan. */
export function findPostcode(
  { key }: Folded,
  labels: readonly Label[],
  taken: Uint8Array,
): Postcode | null {
  for (const label of labels) {
    if (label.field !== 'postcode') continue;
    const digits = /^\d{3,6}(?!\d)/.exec(key.slice(label.end, label.end + 8));
    if (digits) return { start: label.end, end: label.end + digits[0].length, value: digits[0] };
  }
  for (const form of [apart, leading]) {
    for (const hit of key.matchAll(form)) {
      if (taken[hit.index] === 1) continue;
      const value = /^0+$/.test(hit[0]) ? '' : hit[0];
      return { start: hit.index, end: hit.index + hit[0].length, value };
    }
  }
  return null;
}
