import { readFileSync } from 'node:fs';
import {
  divisions,
  type Place,
  pathOf,
} from '../../src/modules/buyers/address-reading/divisions.ts';
import { bareName } from '../../src/modules/buyers/address-reading/names.ts';
import { type Random, seeded } from './random.ts';
import { estates, given, streets, surnames } from './words.ts';

/** A made address as a buyer pastes it, and what should be read out of it. */
export interface Sample {
  readonly text: string;
  /** How the region was written: which of the levels, whole or short. */
  readonly kind: string;
  readonly province: string;
  readonly city: string;
  readonly district: string;
  readonly name: string;
  readonly phone: string;
  readonly street: string;
}

const devZone =
  /开发|园区|示范|管理区|管委会|产业|新城$|东莞港|生态园|学院|海域|群岛|行政委员会|白沟|天衢|昭山/;

/** Every district of the mainland that people write, cities without districts included. */
function districts(): Place[] {
  const mainland = divisions().provinces.slice(0, 31);
  const all = mainland.flatMap((province) =>
    province.children.flatMap((city) => (city.children.length ? city.children : [city])),
  );
  return all.filter(({ name }) => !devZone.test(name));
}

const townLines = () => {
  const url = new URL('../../src/modules/buyers/address-reading/towns.txt', import.meta.url);
  return readFileSync(url, 'utf8').split('\n');
};

/** Names that belong to one district only, so that nothing above it needs to be written. */
function uniqueNames(all: readonly Place[]): ReadonlySet<string> {
  const seen = new Map<string, number>();
  const everywhere = divisions().provinces.flatMap((province) =>
    province.children.flatMap((city) => [city, ...city.children]),
  );
  for (const { name } of everywhere) seen.set(name, (seen.get(name) ?? 0) + 1);
  return new Set(all.map(({ name }) => name).filter((name) => seen.get(name) === 1));
}

/** How a region is written; null where that way would leave it open. */
type Way = (path: readonly Place[], unique: boolean) => string | null;

const of = (place: Place | undefined) => place?.name ?? '';
const short = (place: Place | undefined) => (place ? bareName(place) : '');
const isCapital = (path: readonly Place[]) => path[0]?.name === path[1]?.name;

const ways: Record<string, Way> = {
  whole: (path) => (isCapital(path) ? of(path[0]) + of(path[2]) : path.map(of).join('')),
  spaced: (path) => path.map(of).join(' '),
  slashed: (path) => path.map(of).join('/'),
  'without province': (path) => (path.length === 3 ? path.slice(1).map(of).join('') : null),
  'short province and city': (path) =>
    short(path[0]) + (isCapital(path) ? '' : short(path[1])) + of(path[2]),
  'short city': (path) => (path.length === 3 ? short(path[1]) + of(path[2]) : null),
  'all short': (path) =>
    path.length === 3 && short(path[2]).length >= 2 && short(path[2]) !== of(path[2])
      ? path
          .map(short)
          .filter((word, at, all) => word !== all[at - 1])
          .join(' ')
      : null,
  'without city': (path, unique) =>
    path.length === 3 && unique ? of(path[0]) + of(path[2]) : null,
  'district alone': (path, unique) =>
    unique && of(path.at(-1)).length > 2 ? of(path.at(-1)) : null,
  'said twice': (path) => `${path.map(of).join('')} ${path.map(of).join('')}`,
  'with country': (path) => `中国 ${path.map(of).join(' ')}`,
};

const wide = (text: string) =>
  text.replace(/[0-9A-Za-z,:#-]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));

function houseOf(random: Random): string {
  const number = `${random.pick(streets)}${1 + random.below(2000)}号`;
  const estate = random.chance(0.6) ? random.pick(estates) : '';
  const rooms = [
    `${1 + random.below(30)}栋${1 + random.below(33)}0${1 + random.below(8)}室`,
    `${1 + random.below(9)}单元${1 + random.below(30)}0${1 + random.below(4)}室`,
    `${random.pick(['A', 'B', 'C'])}座${1 + random.below(28)}层`,
    '',
  ];
  return number + estate + random.pick(rooms);
}

type Layout = (name: string, phone: string, region: string, street: string) => string;

const layouts: readonly Layout[] = [
  (name, phone, region, street) =>
    `收货人: ${name}, 手机号码: ${phone}, 所在地区: ${region}, 详细地址: ${street}`,
  (name, phone, region, street) =>
    `收货人: ${name}\n手机号码: ${phone}\n所在地区: ${region}\n详细地址: ${street}`,
  (name, phone, region, street) => `${name} ${phone} ${region} ${street}`,
  (name, phone, region, street) => `${name}，${phone}，${region}${street}`,
  (name, phone, region, street) => `${region}${street} ${name} ${phone}`,
  (name, phone, region, street) => `${region} ${street}，${phone}，${name}`,
  (name, phone, region, street) => `${name}${phone}${region}${street}`,
  (name, phone, region, street) => `${region}${street}${phone}${name}`,
  (name, phone, region, street) => `姓名：${name}\n电话：${phone}\n地址：${region}${street}`,
  (name, phone, region, street) => `${phone}\n${region}\n${street}\n${name}收`,
];

function phoneOf(random: Random): { written: string; phone: string } {
  const digits = `1${random.pick(['3', '5', '7', '8', '9'])}${String(random.below(1e9)).padStart(9, '0')}`;
  const [a, b, c] = [digits.slice(0, 3), digits.slice(3, 7), digits.slice(7)];
  const written = random.pick([
    digits,
    digits,
    digits,
    `${a} ${b} ${c}`,
    `${a}-${b}-${c}`,
    `+86 ${digits}`,
    `86-${digits}`,
  ]);
  return { written, phone: digits };
}

/** Makes addresses over all districts in turn; `count` of them, the same for the same seed. */
export function corpus(seed: number, count: number): Sample[] {
  const random = seeded(seed);
  const all = districts();
  const unique = uniqueNames(all);
  const towns = townLines();
  const samples: Sample[] = [];
  for (let turn = 0; samples.length < count; turn += 1) {
    const place = all[turn % all.length] as Place;
    const kind = random.pick(Object.keys(ways));
    const region = ways[kind]?.(pathOf(place), unique.has(place.name));
    if (region) samples.push(sampleOf(random, place, kind, region, towns));
  }
  return samples;
}

function sampleOf(
  random: Random,
  place: Place,
  kind: string,
  region: string,
  towns: readonly string[],
): Sample {
  const [line = 0, column = 0] = place.towns ?? [];
  const town = random.pick(towns[line]?.split('|')[column]?.split(',') ?? ['']);
  const street = (random.chance(0.4) && town.length < 8 ? town : '') + houseOf(random);
  const name = random.pick([...surnames]) + random.pick(given);
  const { written, phone } = phoneOf(random);
  const text = random.pick(layouts)(name, written, region, street);
  const path = pathOf(place);
  const nameAt = (level: number) => path.find((other) => other.level === level)?.name ?? '';
  const noisy = random.chance(0.1) ? wide(text) : random.chance(0.1) ? `${text}😊` : text;
  return {
    text: noisy,
    kind,
    province: nameAt(1),
    city: nameAt(2),
    district: nameAt(3),
    name,
    phone,
    street,
  };
}
