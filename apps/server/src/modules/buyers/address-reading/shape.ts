import type { AddressShape } from '@guitai/contract';
import type { RegionProblem } from './region.shape.ts';

/** Why a person should look at a reading. */
export type ReadingProblem =
  | RegionProblem
  | 'name_missing'
  | 'phone_missing'
  | 'phone_doubtful'
  | 'phone_several'
  | 'street_missing'
  | 'identity_dropped'
  | 'foreign'
  | 'too_long';

/** A region as it may be chosen instead. */
export interface RegionChoice {
  readonly province: string;
  readonly city: string;
  readonly district: string;
}

/** What was read out of a pasted text. Nothing is invented: name and street consist of what stands in the text. */
export interface AddressReading {
  readonly address: AddressShape;
  /** What may be taken over without a look. `region`: checked against the official divisions, without contradiction. */
  readonly sure: {
    readonly name: boolean;
    readonly phone: boolean;
    readonly region: boolean;
    readonly street: boolean;
  };
  readonly problems: readonly ReadingProblem[];
  /** The regions it might be, where the text leaves it open; at most five. */
  readonly choices: readonly RegionChoice[];
  /** What could not be placed. */
  readonly rest: string;
}
