import { type Divisions, isWithin, type Place, type Strength, type Writing } from './divisions.ts';
import { isHan } from './fold.ts';

/** Places that follow each other in the text, each within the one before. */
export interface Chain {
  readonly start: number;
  readonly end: number;
  /** The lowest place that is written. */
  readonly place: Place;
  readonly links: readonly Link[];
  readonly score: number;
}

/** One place as it stands in the text. */
export interface Link {
  readonly start: number;
  readonly end: number;
  readonly place: Place;
  readonly strength: Strength;
}

const weight: Record<Strength, number> = { whole: 4, loose: 3, short: 2 };
const between =
  /^(?:[\s,，、;/|:·.>-]|\(|中国|市辖区|(?:省|自治区)直辖县级行政区划|县(?=.{1,8}[县区]))/;

// What follows a short name when it is part of another: 中山北路, 上海大厦, 北京大学.
const road =
  '[东南西北中]{0,2}[一二三四五六七八九十\\d]{0,2}(?:路(?![桥口]|南区|北区)|街(?!道)|大道|道(?![里外坑县真沟])|巷|弄|胡同)';
const house = '广场|大厦|大楼|宾馆|酒店|花园|公寓|银行|医院|小区|公园|饭店';
const afterWhole = /^[东南西北]?(?:路(?![桥口南北])|街(?![道街口])|巷(?!口)|弄)/;
const within = new RegExp(`^(?:${road}|${house})`);
const alone = new RegExp(
  `^(?:${road}|${house}|[东南西北]{0,2}[一二三四五]?[门环桥]|大学|学院|中学|小学|学校|公司|集团|科技|商务|商城|国际|港|苑|社区|新村|站|湖|河|山|寺|店|餐|小吃|人家|家园|城(?!区|关|东|西|南|北|厢)|村)`,
);

const isStart = (key: string, at: number) => at === 0 || !isHan(key[at - 1]);

/** All writings of places at a position; behind another place (`isBehind`) a whole name is always believed. */
function writingsAt(all: Divisions, key: string, at: number, isBehind: boolean): Writing[] {
  const list = all.writings.get(key.slice(at, at + 2));
  if (!list) return [];
  return list.filter(({ text, strength }) => {
    if (!key.startsWith(text, at)) return false;
    const follows = key.slice(at + text.length, at + text.length + 8);
    if (strength === 'whole') return isBehind || !afterWhole.test(follows);
    return !within.test(follows);
  });
}

function skip(key: string, at: number): number {
  let end = at;
  for (let steps = 0; steps < 12; steps += 1) {
    const hit = between.exec(key.slice(end, end + 12));
    if (!hit) break;
    end += hit[0].length;
  }
  return end;
}

/** The longest and surest ways on from a place; several where they are equally good (鼓楼区 in two cities of 江苏省). */
function extend(all: Divisions, key: string, links: readonly Link[]): readonly (readonly Link[])[] {
  const last = links.at(-1);
  if (!last || links.length > 6) return [links];
  const next = skip(key, last.end);
  let best: (readonly Link[])[] = [links];
  for (const { text, place, strength } of writingsAt(all, key, next, true)) {
    const isAgain = links.some((link) => link.place === place) && strength !== 'short';
    const isDown = place !== last.place && isWithin(place, last.place);
    if (!isDown && !isAgain) continue;
    const link = {
      start: next,
      end: next + text.length,
      place: isDown ? place : last.place,
      strength,
    };
    const longer = extend(all, key, [...links, link]);
    const gain = scoreOf(longer[0] ?? []) - scoreOf(best[0] ?? []);
    if (gain > 0.01) best = [...longer];
    else if (gain > -0.01 && best.length < 8) best.push(...longer);
  }
  return best;
}

function scoreOf(links: readonly Link[]): number {
  let score = 0;
  for (const [at, { place, strength, start, end }] of links.entries()) {
    const isAgain = links.slice(0, at).some((link) => link.place === place);
    score += isAgain
      ? 0.5
      : weight[strength] + Math.min(end - start, 5) / 10 + (place.level === 3 ? 0.2 : 0);
  }
  return score;
}

/** Whether a name may be all there is of a region: a short one only at a start, and when nothing makes it part of another. */
function mayStandAlone(key: string, at: number, text: string, strength: Strength): boolean {
  if (strength !== 'short') return text.length > 2 || isStart(key, at);
  return isStart(key, at) && !alone.test(key.slice(at + text.length, at + text.length + 8));
}

/** Every chain of the text that is worth a look; `isFree` says which characters may belong to a region. */
export function findChains(all: Divisions, key: string, isFree: (at: number) => boolean): Chain[] {
  const chains: Chain[] = [];
  let inside = -1;
  for (let at = 0; at + 1 < key.length && chains.length < 200; at += 1) {
    if (!isFree(at) || !isHan(key[at])) continue;
    let reach = inside;
    for (const { text, place, strength } of writingsAt(all, key, at, false)) {
      const starts = isStart(key, at);
      for (const links of extend(all, key, [
        { start: at, end: at + text.length, place, strength },
      ])) {
        if (links.length === 1 && !mayStandAlone(key, at, text, strength)) continue;
        const end = links.at(-1)?.end ?? at;
        const score = scoreOf(links) + (starts ? 1.5 : 0) - (at < inside ? 3 : 0);
        chains.push({ start: at, end, place: links.at(-1)?.place ?? place, links, score });
        if (links.length > 1 || strength === 'whole') reach = Math.max(reach, end);
      }
    }
    inside = reach;
  }
  return chains;
}
