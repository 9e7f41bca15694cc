import { readFileSync } from 'node:fs';
import type { Place } from './divisions.ts';

interface Towns {
  readonly text: string;
  /** Where each city's line starts. */
  readonly lines: readonly number[];
}

let loaded: Towns | null = null;

/** 41,000 towns and street offices as one text (0.5 MB), read when a district is missing or in doubt for the first time. */
function towns(): Towns {
  if (loaded) return loaded;
  const text = readFileSync(new URL('./towns.txt', import.meta.url), 'utf8');
  const lines = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines.push(at + 1);
  loaded = { text, lines };
  return loaded;
}

/** The towns of a district; empty for Hong Kong, Macau and Taiwan. */
function townsOf({ towns: where }: Place): string[] {
  if (!where) return [];
  const { text, lines } = towns();
  const start = lines[where[0]];
  const end = lines[where[0] + 1];
  if (start === undefined || end === undefined) return [];
  return (
    text
      .slice(start, end - 1)
      .split('|')
      [where[1]]?.split(',') ?? []
  );
}

const bare = (town: string) => town.replace(/(?:街道|镇|乡)$/, '');
const notATown =
  /^(?:[东南西北中]?[一二三四五六七八九十\d]?(?:路|大?街|大道|道|巷|弄|胡同|桥|里|门)|(?:新|开发|高新|经济|工业)?区|大厦|广场|花园|小区|酒店|医院|大学)/;

/** How well a text that follows a region agrees with a district's towns: 2 its town stands there, 1 short, 0 not at all. */
export function townAgrees(district: Place, rest: string): 0 | 1 | 2 {
  let best: 0 | 1 | 2 = 0;
  for (const town of townsOf(district)) {
    if (/.(?:[镇乡]|街道)$/.test(town) && rest.startsWith(town)) return 2;
    const short = bare(town);
    if (short.length < 2 || short === town || !rest.startsWith(short)) continue;
    if (!notATown.test(rest.slice(short.length, short.length + 5))) best = 1;
  }
  return best;
}

const named = /[\u4e00-\u9fff]{2,6}?(?:街道|镇|乡)/g;

/** Where one of the first towns named in a text lies: line and column of each district that has such a town. */
export function districtsWithTown(rest: string): [number, number][] {
  const { text, lines } = towns();
  for (const hit of rest.slice(0, 60).matchAll(named)) {
    for (let cut = 0; cut + 3 <= hit[0].length; cut += 1) {
      const places = occurrences(text, hit[0].slice(cut));
      if (places.length) return places.map((at) => whereOf(text, lines, at));
    }
  }
  return [];
}

function occurrences(text: string, town: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(town); at >= 0 && found.length < 50; at = text.indexOf(town, at + 1)) {
    const isWhole =
      /[,|\n]|^$/.test(text[at - 1] ?? '') && /[,|\n]|^$/.test(text[at + town.length] ?? '');
    if (isWhole) found.push(at);
  }
  return found;
}

function whereOf(text: string, lines: readonly number[], at: number): [number, number] {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return [low, text.slice(lines[low], at).split('|').length - 1];
}
