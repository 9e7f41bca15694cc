import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const data = join(import.meta.dirname, '../../../shared/data');

/** A product of a real shop, with everything of it that can be searched. */
export interface Judged {
  readonly shop: 'jd' | 'retail';
  readonly id: string;
  readonly title: string;
  readonly skus: readonly string[];
  readonly options: readonly Readonly<Record<string, string>>[];
}

/** Something typed, and the ids it must find. What fits is decided by the titles and options, not by a search. */
export interface Query {
  readonly shop: Judged['shop'];
  readonly kind: string;
  readonly typed: string;
  readonly fits: ReadonlySet<string>;
}

interface RetailProduct {
  readonly name: string;
  readonly product_id: string;
  readonly variants: Readonly<Record<string, { item_id: string; options: Record<string, string> }>>;
}

const load = <T>(file: string): Record<string, T> =>
  JSON.parse(readFileSync(join(data, file), 'utf8')) as Record<string, T>;

/** The products of both real shops; none where they are not beside the repository. */
export function judgedProducts(): Judged[] {
  if (!existsSync(join(data, 'jd-shop')) || !existsSync(join(data, 'retail-shop'))) return [];
  const jd = Object.values(load<Record<string, string>>('jd-shop/products.json')).map(
    (product): Judged => ({
      shop: 'jd',
      id: String(product.商品ID),
      title: product.商品名称 ?? '',
      skus: [],
      options: [],
    }),
  );
  const retail = Object.values(load<RetailProduct>('retail-shop/products.json')).map(
    ({ name, product_id, variants }): Judged => ({
      shop: 'retail',
      id: product_id,
      title: name,
      skus: Object.keys(variants),
      options: Object.values(variants).map(({ options }) => options),
    }),
  );
  return [...jd, ...retail];
}

/** Numbers that look random and are the same each time. */
function dice(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
}

const flat = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
const textOf = (one: Judged): string =>
  flat([one.title, ...one.options.flatMap((options) => Object.values(options))].join(' '));

/** What buyers and colleagues call things, with what of a title or option means it. Written by hand, before any search was asked. */
const said: readonly (readonly [Query['shop'], string, string, readonly (string | RegExp)[]])[] = [
  ...(
    [
      ['洗碗机', [/洗碗机/]],
      ['电热水器 60升', [/电热水器/, /60(升|l)/]],
      ['80升热水器', [/热水器/, /80升/]],
      ['16升燃气热水器', [/燃气热水器/, /16(升|l)/]],
      ['小厨宝', [/小厨宝/]],
      ['油烟机', [/油?烟机/]],
      ['冰箱', [/冰箱/]],
      ['净水器', [/净水/]],
      ['零冷水', [/零冷水/]],
      ['一级能效 电热水器', [/一级能效/, /电热水器/]],
      ['静音 燃气热水器', [/静音/, /燃气热水器/]],
      ['双胆 热水器', [/双胆/]],
      ['热水器 免换镁棒', [/(免换|免更换)镁棒|镁棒(免换|免更换)/]],
      ['3300W 速热', [/3300w/, /速热/]],
      ['13升以上 恒温 燃气', [/燃气热水器/, /恒温/, /1[4-9]升|16l|20升/]],
    ] as const
  ).map(([typed, means]) => ['jd', `category and attribute\u0000${typed}`, typed, means] as const),
  ...(
    [
      ['抽油烟机', [/油?烟机/]],
      ['吸油烟机', [/油?烟机/]],
      ['煤气灶', [/燃气灶|天然气灶/]],
      ['电风扇', [/扇/]],
      ['雪柜', [/冰箱/]],
      ['饮水机', [/饮水|净饮/]],
      ['洗碗的机器', [/洗碗机/]],
      ['厨房用的小热水器', [/小厨宝|厨房热水/]],
      ['煤气热水器', [/(燃气|煤气)热水器/]],
      ['液化气热水器', [/液化气/]],
      ['不用换镁棒的热水器', [/(免换|免更换|终身)镁棒|镁棒(免换|免更换)/]],
      ['没有噪音的燃气热水器', [/静音/, /燃气热水器/]],
      ['能制冰的净水机', [/冰块|制冰/]],
      ['想买个大一点的电热水器', [/电热水器/]],
      ['有没有以旧换新的洗碗机或热水器', [/以旧换新/]],
    ] as const
  ).map(([typed, means]) => ['jd', `in buyers' own words\u0000${typed}`, typed, means] as const),
  ...(
    [
      ['reshuiqi', [/热水器/]],
      ['xiwanji', [/洗碗机/]],
      ['bingxiang', [/冰箱/]],
      ['youyanji', [/油烟机/]],
      ['ranqizao', [/燃气灶/]],
      ['jingshuiqi', [/净水器/]],
      ['luodishan', [/落地扇/]],
      ['xiaochubao', [/小厨宝/]],
      ['rsq', [/热水器/]],
      ['xwj', [/洗碗机/]],
      ['yyj', [/油烟机/]],
      ['xcb', [/小厨宝/]],
    ] as const
  ).map(([typed, means]) => ['jd', `pinyin and initials\u0000${typed}`, typed, means] as const),
  ...(
    [
      ['mdrsq', [/美的/, /热水器/]],
      ['mdxwj', [/美的/, /洗碗机/]],
      ['mdbx', [/美的/, /冰箱/]],
      ['mdyyj', [/美的/, /油烟机/]],
      ['mdjsq', [/美的/, /净水器/]],
      ['mdxcb', [/美的/, /小厨宝/]],
      ['cbrsq', [/超薄/, /热水器/]],
      ['sdrsq', [/双胆/, /热水器/]],
      ['jyrsq', [/静音/, /热水器/]],
      ['hwrsq', [/恒温/, /热水器/]],
      ['llsrsq', [/零冷水/, /热水器/]],
      ['mdrqrsq', [/美的/, /燃气热水器/]],
    ] as const
  ).map(
    ([typed, means]) =>
      ['jd', `pinyin initials, words left out\u0000${typed}`, typed, means] as const,
  ),
  ...(
    [
      ['热水汽', [/热水器/]],
      ['洗碗鸡', [/洗碗机/]],
      ['然气热水器', [/燃气热水器/]],
      ['净水气', [/净水/]],
      ['冰厢', [/冰箱/]],
      ['油烟鸡', [/油烟机/]],
      ['电热水气60升', [/电热水器/, /60(升|l)/]],
      ['小厨包', [/小厨宝/]],
      ['resuiqi', [/热水器/]],
      ['xiwangji', [/洗碗机/]],
      ['binxiang', [/冰箱/]],
      ['燃热气水器', [/燃气热水器/]],
      ['F6033UD3', [/f6033-ud3/]],
      ['JSQ30 MK6', [/jsq30-mk6/]],
      ['f6O33-ud5', [/f6033-ud5/]],
    ] as const
  ).map(([typed, means]) => ['jd', `typing errors\u0000${typed}`, typed, means] as const),
  ...(
    [
      ['wireless earbuds', [/wirelessearbuds/]],
      ['laptop', [/laptop/]],
      ['running shoes', [/runningshoes/]],
      ['sneakers', [/sneakers|runningshoes/]],
      ['phone', [/smartphone/]],
      ['powerbank', [/portablecharger/]],
      ['耳机', [/headphones|earbuds/]],
      ['背包', [/backpack/]],
      ['couch lamp', [/lamp/]],
      ['leather', [/leather/]],
      ['1TB SSD', [/1tb/]],
      ['waterproof hiking boots', [/hikingboots/]],
      ['noise cancelling headphones', [/headphones/]],
      ['i need a new vacuum', [/vacuum/]],
    ] as const
  ).map(([typed, means]) => ['retail', `English\u0000${typed}`, typed, means] as const),
  ...(
    [
      ['hedphones', [/headphones/]],
      ['bluetoth speaker', [/bluetoothspeaker/]],
      ['T-shrit', [/t-shirt/]],
      ['smarphone', [/smartphone/]],
      ['mechancial keyboard', [/mechanicalkeyboard/]],
      ['vaccum cleaner', [/vacuum/]],
      ['thermostate', [/thermostat/]],
      ['sunglases', [/sunglasses/]],
      ['esspresso', [/espresso/]],
      ['skatebord', [/skateboard/]],
      ['purfume', [/perfume/]],
      ['tee shirt', [/t-shirt/]],
    ] as const
  ).map(([typed, means]) => ['retail', `English, mistyped\u0000${typed}`, typed, means] as const),
];

const fitting = (
  products: readonly Judged[],
  shop: Query['shop'],
  means: readonly (string | RegExp)[],
): Set<string> =>
  new Set(
    products
      .filter((one) => one.shop === shop)
      .filter((one) =>
        means.every((word) =>
          typeof word === 'string' ? textOf(one).includes(word) : word.test(textOf(one)),
        ),
      )
      .map(({ id }) => id),
  );

function fromTitles(products: readonly Judged[]): Query[] {
  const roll = dice(20_260_318);
  const jd = products.filter(({ shop }) => shop === 'jd');
  const queries: Query[] = [];
  const add = (kind: string, typed: string, part: string) => {
    const fits = new Set(
      jd.filter((one) => flat(one.title).includes(flat(part))).map(({ id }) => id),
    );
    if (fits.size > 0) queries.push({ shop: 'jd', kind, typed, fits });
  };
  for (const { title } of jd) {
    const runs = title.match(/\p{Script=Han}{4,}/gu) ?? [];
    const run = runs[roll(runs.length)];
    if (!run) continue;
    const length = 4 + roll(Math.min(4, run.length - 3));
    const from = roll(run.length - length + 1);
    const part = run.slice(from, from + length);
    add('part of a title', part, part);
    const gone = 1 + roll(part.length - 2);
    const swapped = [...part];
    [swapped[gone], swapped[gone + 1]] = [swapped[gone + 1] ?? '', swapped[gone] ?? ''];
    add(
      'typing errors',
      roll(2) === 0 ? swapped.join('') : part.slice(0, gone) + part.slice(gone + 1),
      part,
    );
  }
  return queries;
}

function byNumber(products: readonly Judged[]): Query[] {
  return products.flatMap((one, n): Query[] => {
    if (n % 3 !== 0) return [];
    const typed = one.skus[n % Math.max(1, one.skus.length)] ?? one.id;
    return [{ shop: one.shop, kind: 'number or SKU', typed, fits: new Set([one.id]) }];
  });
}

/**
 * Queries with what they must find: written by hand (categories, buyers' words, pinyin, errors), or cut out of titles by dice that
 * always fall alike. Neither shop's data holds questions of real buyers.
 */
export function judgedQueries(products: readonly Judged[]): Query[] {
  const byHand = said.map(
    ([shop, name, typed, means]): Query => ({
      ...{ shop, typed, kind: name.split('\u0000')[0] ?? '' },
      fits: fitting(products, shop, means),
    }),
  );
  return [
    ...byHand.filter(({ fits }) => fits.size > 0),
    ...fromTitles(products),
    ...byNumber(products),
  ];
}
