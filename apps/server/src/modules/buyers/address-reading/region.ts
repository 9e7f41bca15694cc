import { type Divisions, divisions, isWithin, type Place, pathOf } from './divisions.ts';
import { type Chain, findChains } from './region.chains.ts';
import { settle } from './region.doubt.ts';
import { none, type Region, region, restOf } from './region.shape.ts';
import { districtsWithTown, townAgrees } from './towns.ts';

/** Finds the region in a text; `hints` are what else speaks for a place (postcode, area code of a telephone). */
export function findRegion(
  key: string,
  isFree: (at: number) => boolean,
  speaksFor: (place: Place) => boolean,
): Region {
  const all = divisions();
  const chains = findChains(all, key, isFree);
  const top = Math.max(...chains.map((chain) => chain.score));
  const best = chains.filter((chain) => chain.score > top - 0.01);
  const first = best[0];
  if (!first) return byTown(all, key, isFree);
  const rivals = best.filter((chain) => chain.start === first.start && chain.place !== first.place);
  const found = rivals.length
    ? choose(key, [first, ...rivals], chains, speaksFor)
    : settle(key, first, chains);
  return complete(key, withRepeats(found, chains));
}

/** Which of several places of one name is meant: what else the text names, then towns, postcode and area code. */
function choose(
  key: string,
  rivals: readonly Chain[],
  chains: readonly Chain[],
  speaksFor: (place: Place) => boolean,
): Region {
  const first = rivals[0] as Chain;
  const rest = restOf(key, first.end);
  const tests: ((place: Place) => boolean)[] = [
    (place) =>
      chains.some(
        ({ place: other, start, end }) =>
          other.level < place.level &&
          isWithin(place, other) &&
          (start >= first.end || end <= first.start),
      ),
    (place) => townAgrees(place, rest) === 2,
    speaksFor,
    (place) => townAgrees(place, rest) === 1,
  ];
  for (const test of tests) {
    const left = rivals.filter(({ place }) => test(place));
    if (left.length === 1 && left[0]) return region(left[0]);
  }
  const upper = rivals.filter(({ place }) => place.level < 3);
  const inCapital = rivals.some(
    ({ place }) => place.level === 3 && place.parent?.name === place.parent?.parent?.name,
  );
  if (upper.length === 1 && upper[0] && !inCapital) return region(upper[0]);
  const choices = rivals.map(({ place }) => place);
  return { ...region(first, common(choices)), problems: ['region_ambiguous'], choices };
}

/** The lowest place that all lie in. */
function common(places: readonly Place[]): Place | null {
  const [first, ...others] = places;
  const path = first ? pathOf(first) : [];
  return path.findLast((above) => others.every((other) => isWithin(other, above))) ?? null;
}

/** The region said a second time (所在地区 and again at the head of the street) is no part of the street. */
function withRepeats(found: Region, chains: readonly Chain[]): Region {
  const { place } = found;
  if (!place) return found;
  const spans = [...found.spans];
  let end = found.end;
  let lowest = place;
  for (const { start, end: over, place: other, links } of chains) {
    if (spans.some(([a, b]) => start < b && over > a)) continue;
    const isSame = links.every(
      (link) => isWithin(lowest, link.place) || isWithin(link.place, lowest),
    );
    const isSaid = links.some(({ strength }) => strength === 'whole') || links.length > 1;
    const isNear =
      start - end <= 1 || over <= (spans[0]?.[0] ?? 0) || links.length > 1 || start - end < 40;
    if (!isSame || !isSaid || !isNear) continue;
    spans.push([start, over]);
    if (other !== lowest && isWithin(other, lowest)) lowest = other;
    if (start - end <= 1) end = over;
  }
  return { ...found, place: lowest, spans, end };
}

/** 上海市 is a province and its own city. */
const cityItself = (place: Place | null) =>
  place?.level === 1 && place.children[0]?.name === place.name ? place.children[0] : place;

/** A district that is not named is found by its town; what stays open is said. */
function complete(key: string, found: Region): Region {
  const place = cityItself(found.place);
  if (!place || place.children.length === 0 || found.choices.length) return { ...found, place };
  const rest = restOf(key, found.end);
  const districts =
    place.level === 2 ? place.children : place.children.flatMap((city) => city.children);
  for (const degree of [2, 1] as const) {
    const agreeing = districts.filter((district) => townAgrees(district, rest) === degree);
    if (agreeing.length === 1 && agreeing[0]) return { ...found, place: agreeing[0] };
    if (agreeing.length > 1) break;
  }
  return {
    ...found,
    place,
    problems: found.problems.length ? found.problems : ['district_missing'],
  };
}

/** No division is named: perhaps a town that there is only once. */
function byTown(all: Divisions, key: string, isFree: (at: number) => boolean): Region {
  const text = [...key].map((letter, at) => (isFree(at) ? letter : ' ')).join('');
  const places = districtsWithTown(text);
  const [where] = places;
  if (!where || places.length > 5) return none;
  const found = places.flatMap(([line, column]) => placeAt(all, line, column) ?? []);
  if (found.length === 1 && found[0]) return { ...none, place: found[0], problems: [] };
  return { ...none, problems: ['region_ambiguous'], choices: found };
}

function placeAt(all: Divisions, line: number, column: number): Place | undefined {
  const isThere = ({ towns }: Place) => towns?.[0] === line && towns[1] === column;
  for (const province of all.provinces) {
    for (const city of province.children) {
      if (isThere(city)) return city;
      const district = city.children.find(isThere);
      if (district) return district;
    }
  }
  return undefined;
}
