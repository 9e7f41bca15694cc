import { countryAtStart } from './countries.ts';
import { type Place, pathOf } from './divisions.ts';
import type { Folded } from './fold.ts';
import type { Territory } from './hints.ts';
import type { Found } from './phone.ts';
import { regionParts } from './place-shape.ts';
import type { Region } from './region.shape.ts';
import type { AddressReading, ReadingProblem } from './shape.ts';
import type { decide } from './street.ts';

/** What the steps have found. */
export interface Parts {
  readonly found: Region;
  readonly phones: readonly Found[];
  readonly post: string;
  readonly who: ReturnType<typeof decide>;
  readonly dropped: boolean;
}

/** The reading, with everything that a person should look at. */
export function compose(
  { plain, key }: Folded,
  home: Territory | null,
  { found, phones, post, who, dropped }: Parts,
): AddressReading {
  const traditional = isTraditional(plain, key);
  const abroad = found.place || found.choices.length ? '' : countryAtStart(plain);
  const empty = { country: abroad, province: '', city: '', district: '' };
  const known = found.place ? regionParts(found.place, home, traditional) : empty;
  const region = {
    ...known,
    district:
      known.district ||
      (found.problems.includes('region_ambiguous') ? sameName(found.choices) : ''),
  };
  const phone = phones[0];
  const numbers = new Set(
    phones.filter(({ sure }) => sure).map(({ value }) => value.split('-')[0]),
  );
  const problems: ReadingProblem[] = [...found.problems];
  if (abroad) problems.push('foreign');
  if (!who.name) problems.push('name_missing');
  if (!phone) problems.push('phone_missing');
  else if (!phone.sure) problems.push('phone_doubtful');
  if (numbers.size > 1) problems.push('phone_several');
  if (!who.street) problems.push('street_missing');
  if (dropped) problems.push('identity_dropped');
  return {
    address: {
      name: who.name.slice(0, 100),
      phone: phone?.value ?? '',
      ...region,
      street: who.street,
      postcode: post,
    },
    sure: {
      name: who.nameSure,
      phone: phone?.sure ?? false,
      region: found.place !== null && found.problems.length === 0,
      street: who.street.length >= 2,
    },
    problems,
    choices: found.choices.slice(0, 5).map((place) => choice(place)),
    rest: who.rest.slice(0, 300),
  };
}

/** Which 朝阳区 is open, but that it is one is not. */
function sameName(choices: readonly Place[]): string {
  const [first] = choices;
  return first?.level === 3 && choices.every(({ name }) => name === first.name) ? first.name : '';
}

const choice = (place: Place) => {
  const [province, city, district] = pathOf(place);
  return { province: province?.name ?? '', city: city?.name ?? '', district: district?.name ?? '' };
};

/** Whether a text is in traditional characters: looking up changed some of them. */
function isTraditional(plain: string, key: string): boolean {
  for (let at = 0; at < plain.length; at += 1) {
    const letter = plain.charCodeAt(at);
    if (letter >= 0x3400 && letter <= 0x9fff && letter !== key.charCodeAt(at)) return true;
  }
  return false;
}
