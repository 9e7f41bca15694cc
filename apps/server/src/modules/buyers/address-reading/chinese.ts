import { compose } from './compose.ts';
import type { Folded } from './fold.ts';
import { hintFor, type Territory, territoryOf, territoryOfPhone } from './hints.ts';
import { findLabels, type Label } from './labels.ts';
import { type Found, findIdentities, findPhones } from './phone.ts';
import { piecesOf } from './pieces.ts';
import { findPostcode } from './postcode.ts';
import { quarterDistrict } from './quarters.ts';
import type { Region } from './region.shape.ts';
import { findRegion } from './region.ts';
import type { AddressReading } from './shape.ts';
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
  const who = decide(
    piecesOf(
      folded,
      taken,
      labels,
      phones.map(({ end }) => end),
    ),
    found.end,
    nearPhones(phones, labels, plain),
  );
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
