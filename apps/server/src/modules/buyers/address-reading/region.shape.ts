import type { Place } from './divisions.ts';
import type { Chain } from './region.chains.ts';

/** What may be wrong with a region. */
export type RegionProblem =
  | 'region_unknown'
  | 'region_ambiguous'
  | 'region_corrected'
  | 'region_contradictory'
  | 'district_missing';

/** The region of a text: the lowest place that is known, and the characters that named it. */
export interface Region {
  readonly place: Place | null;
  readonly spans: readonly (readonly [number, number])[];
  readonly end: number;
  readonly problems: readonly RegionProblem[];
  /** Places it might be, where the text leaves it open. */
  readonly choices: readonly Place[];
}

/** Nothing was found. */
export const none: Region = {
  place: null,
  spans: [],
  end: 0,
  problems: ['region_unknown'],
  choices: [],
};

/** The region a chain stands for. */
export const region = (chain: Chain, place: Place | null = chain.place): Region => ({
  place,
  spans: [[chain.start, chain.end]],
  end: chain.end,
  problems: [],
  choices: [],
});

/** What follows a place in the text. */
export const restOf = (key: string, end: number) =>
  key.slice(end, end + 40).replace(/^[\s,，、;/|:·.-]+/, '');
