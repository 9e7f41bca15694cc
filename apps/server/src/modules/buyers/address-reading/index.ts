import { readChinese } from './chinese.ts';
import { fold, longestText } from './fold.ts';
import { territoryNamed } from './hints.ts';
import type { AddressReading } from './shape.ts';
import { isWestern, readWestern } from './western.ts';

export type { AddressReading, ReadingProblem, RegionChoice } from './shape.ts';

/**
 * Reads an address out of text as buyers paste it: labelled or not, in any order, from the mainland, Hong Kong,
 * Macau, Taiwan or abroad. The region is checked against the official divisions. Only the first 1,000 characters
 * are read; nothing is kept and nothing is thrown.
 * @param homeCountry Code or name of the shop's country; an address there leaves `country` empty.
 */
export function readAddressText(text: string, homeCountry = 'CN'): AddressReading {
  const folded = fold(text);
  const reading = isWestern(folded)
    ? readWestern(folded, homeCountry)
    : readChinese(folded, territoryNamed(homeCountry));
  return text.length > longestText
    ? { ...reading, problems: [...reading.problems, 'too_long'] }
    : reading;
}
