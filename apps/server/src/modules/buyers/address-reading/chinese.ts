import { type Place, pathOf } from './divisions.ts';
import type { Folded } from './fold.ts';
import { hintFor, type Territory, territoryOf, territoryOfPhone } from './hints.ts';
import { findLabels, type Label } from './labels.ts';
import { type Found, findIdentities, findPhones } from './phone.ts';
import { piecesOf } from './pieces.ts';
import { regionParts } from './place-shape.ts';
import { findPostcode } from './postcode.ts';
import { quarterDistrict } from './quarters.ts';
import { findRegion, type Region } from './region.ts';
import type { AddressReading, ReadingProblem } from './shape.ts';
import { decide } from './street.ts';

/** Reads an address written in Chinese, wherever the shop is. */
export function readChinese(folded: Folded, home: Territory | null): AddressReading {
  const { plain, key } = folded;
  const labels = findLabels(folded);
  const identities = findIdentities(folded);
  const phones = findPhones(folded, identities, home === 'HK' || /香港|九龙|新界|澳门/.test(key));
  const phone = phones[0];
  const taken = new Uint8Array(plain.length);
  const take = (start: number, end: number) => taken.fill(1, start, end);
  for (const [start, end] of identities) take(start, end);
  for (const { start, end } of phones) take(start, end);
  for (const { start, end } of labels) take(start, end);
  const post = findPostcode(folded, labels, taken);
  if (post) take(post.start, post.end);
  const from =
    territoryOfPhone(phone?.value ?? '') ??
    (key.replace(/[A-Z]/g, '') === plain.replace(/[a-zA-Z]/g, '') ? home : null);
  const hint = hintFor(post?.value ?? '', phone?.value ?? '');
  const found = inQuarter(
    findRegion(
      key,
      (at) => taken[at] === 0,
      (place) => hint(place) || (from !== null && territoryOf(place) === from),
    ),
    key,
  );
  for (const [start, end] of found.spans) take(start, end);
  const who = decide(piecesOf(folded, taken, labels), found.end, nearPhones(phones, labels, plain));
  return compose(folded, home, {
    found,
    phones,
    post: post?.value ?? '',
    who,
    dropped: identities.length > 0,
  });
}

function nearPhones(phones: readonly Found[], labels: readonly Label[], plain: string) {
  const isGap = (start: number, end: number) =>
    end >= start && /^[\s,，、;:：。|/[\]]*$/.test(withoutLabels(plain, labels, start, end));
  return ({ start, end }: { start: number; end: number }) =>
    phones.some((phone) => isGap(end, phone.start) || isGap(phone.end, start));
}

function withoutLabels(
  plain: string,
  labels: readonly Label[],
  start: number,
  end: number,
): string {
  if (end - start > 40) return 'far';
  let text = '';
  for (let at = start; at < end; at += 1) {
    if (!labels.some((label) => at >= label.start && at < label.end)) text += plain[at];
  }
  return text;
}

/** A quarter of Hong Kong or Macau names its district: 尖沙咀 lies in 油尖旺區. */
function inQuarter(found: Region, key: string): Region {
  const { place } = found;
  if (!place || place.level === 3 || !/^(?:HK|MO)$/.test(territoryOf(place))) return found;
  const name = quarterDistrict(key);
  const district = (place.level === 1 ? place.children : [place])
    .flatMap((city) => city.children)
    .find((other) => other.name === name);
  if (!district) return found;
  return {
    ...found,
    place: district,
    problems: found.problems.filter((problem) => problem !== 'district_missing'),
  };
}

interface Parts {
  readonly found: Region;
  readonly phones: readonly Found[];
  readonly post: string;
  readonly who: ReturnType<typeof decide>;
  readonly dropped: boolean;
}

function compose(
  { plain, key }: Folded,
  home: Territory | null,
  { found, phones, post, who, dropped }: Parts,
): AddressReading {
  const traditional = isTraditional(plain, key);
  const empty = { country: '', province: '', city: '', district: '' };
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
export function isTraditional(plain: string, key: string): boolean {
  for (let at = 0; at < plain.length; at += 1) {
    const letter = plain.charCodeAt(at);
    if (letter >= 0x3400 && letter <= 0x9fff && letter !== key.charCodeAt(at)) return true;
  }
  return false;
}
