import { readFileSync } from 'node:fs';
import { nameForms } from './names.ts';

/** A division: a province, a city (prefecture) or a district (county, and the towns of cities without districts). */
export interface Place {
  readonly level: 1 | 2 | 3;
  /** Official name, simplified. */
  readonly name: string;
  /** As it is written there: traditional in Hong Kong, Macau and Taiwan. */
  readonly written: string;
  readonly parent: Place | null;
  readonly children: Place[];
  /** Where its towns stand in towns.txt: line and column; null where there are none. */
  readonly towns: readonly [number, number] | null;
}

/** How surely a writing names its place: its whole name, with another suffix (上虞市 for 上虞区), or short (上虞). */
export type Strength = 'whole' | 'loose' | 'short';

/** One writing of a place's name. */
export interface Writing {
  readonly text: string;
  readonly place: Place;
  readonly strength: Strength;
}

/** The divisions with every writing of their names, found by the first two characters. */
export interface Divisions {
  readonly provinces: readonly Place[];
  readonly writings: ReadonlyMap<string, readonly Writing[]>;
}

let loaded: Divisions | null = null;

/** The official divisions; read at first use, about 3 MB afterwards. */
export function divisions(): Divisions {
  loaded ??= index(readProvinces());
  return loaded;
}

function readProvinces(): Place[] {
  const text = readFileSync(new URL('./divisions.txt', import.meta.url), 'utf8');
  let line = -1;
  const lineOf = () => {
    line += 1;
    return line;
  };
  return text
    .trim()
    .split('\n')
    .map((row) => readProvince(row.split('|'), lineOf));
}

const place = (
  level: 1 | 2 | 3,
  both: string,
  parent: Place | null,
  towns: Place['towns'],
): Place => {
  const [name = '', written = name] = both.split('/');
  const made: Place = { level, name, written, parent, children: [], towns };
  parent?.children.push(made);
  return made;
};

function readProvince(row: string[], lineOf: () => number): Place {
  const province = place(1, row[0] ?? '', null, null);
  for (const entry of row.slice(1)) {
    const [city = '', areas = ''] = entry.split(':');
    const line = lineOf();
    const above = cityOf(province, city);
    areas.split(',').forEach((area, column) => {
      if (above) place(3, area, above, [line, column]);
      else place(2, area, province, [line, column]);
    });
  }
  return province;
}

/** The city an entry stands for: 市辖区 is the municipality itself; null for counties directly under a province. */
function cityOf(province: Place, name: string): Place | null {
  if (name.includes('直辖县级')) return null;
  if (name !== '市辖区' && name !== '县') return place(2, name, province, null);
  return province.children[0] ?? place(2, province.name, province, null);
}

function index(provinces: readonly Place[]): Divisions {
  const writings = new Map<string, Writing[]>();
  const add = (at: Place) => {
    if (!(at.level === 2 && at.name === at.parent?.name)) {
      for (const [text, strength] of nameForms(at)) {
        const list = writings.get(text.slice(0, 2));
        if (list) list.push({ text, place: at, strength });
        else writings.set(text.slice(0, 2), [{ text, place: at, strength }]);
      }
    }
    for (const child of at.children) add(child);
  };
  for (const province of provinces) add(province);
  return { provinces, writings };
}

/** From the province down to the place. */
export function pathOf(at: Place): Place[] {
  return at.parent ? [...pathOf(at.parent), at] : [at];
}

/** Whether one place lies in the other, or is the other. */
export function isWithin(inner: Place, outer: Place): boolean {
  return inner === outer || (inner.parent !== null && isWithin(inner.parent, outer));
}
