import type { AddressShape } from '@guitai/contract';
import { type Place, pathOf } from './divisions.ts';
import { type Territory, territoryOf } from './hints.ts';

type RegionParts = Pick<AddressShape, 'country' | 'province' | 'city' | 'district'>;

const words: Record<Territory, readonly [string, string]> = {
  CN: ['中国', '中國'],
  HK: ['香港', '香港'],
  MO: ['澳门', '澳門'],
  TW: ['台湾', '台灣'],
};

/** A territory's name in the script of the text. */
export const territoryWord = (territory: Territory, traditional: boolean): string =>
  words[territory][traditional ? 1 : 0];

/** The region's fields. In Hong Kong, Macau and Taiwan there is no province; the country is empty at home. */
export function regionParts(
  place: Place,
  home: Territory | null,
  traditional: boolean,
): RegionParts {
  const territory = territoryOf(place);
  const path = pathOf(place);
  const nameAt = (level: number) => {
    const at = path.find((other) => other.level === level);
    return (traditional && territory !== 'CN' ? at?.written : at?.name) ?? '';
  };
  return {
    country: territory === home ? '' : territoryWord(territory, traditional),
    province: territory === 'CN' ? nameAt(1) : '',
    city: nameAt(2),
    district: nameAt(3),
  };
}
