import type { Judged } from './judged.ts';

const [k1, b] = [1.2, 0.75];

/** Characters of Chinese, and words of Latin letters and digits. */
const tokens = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/\p{Script=Han}|[a-z0-9]+/gu) ?? [];

const wordsOf = ({ title, id, skus, options }: Judged): string[] =>
  tokens([title, id, ...skus, ...new Set(options.flatMap((one) => Object.values(one)))].join(' '));

/** Character BM25 over the same fields as the product's own search: what it is measured against. Best ids first. */
export function bm25(products: readonly Judged[]): (typed: string) => string[] {
  const texts = products.map(wordsOf);
  const mean = texts.reduce((sum, text) => sum + text.length, 0) / Math.max(1, texts.length);
  const counts = texts.map((text) => {
    const count = new Map<string, number>();
    for (const token of text) count.set(token, (count.get(token) ?? 0) + 1);
    return count;
  });
  const holders = new Map<string, number>();
  for (const count of counts)
    for (const token of count.keys()) holders.set(token, (holders.get(token) ?? 0) + 1);
  const rarity = (token: string): number => {
    const n = holders.get(token) ?? 0;
    return Math.log(1 + (products.length - n + 0.5) / (n + 0.5));
  };
  return (typed) =>
    products
      .map(({ id }, n) => {
        const length = (texts[n]?.length ?? 0) / mean;
        const score = tokens(typed).reduce((sum, token) => {
          const times = counts[n]?.get(token) ?? 0;
          return sum + (rarity(token) * times * (k1 + 1)) / (times + k1 * (1 - b + b * length));
        }, 0);
        return { id, score };
      })
      .filter(({ score }) => score > 0)
      .sort((x, y) => y.score - x.score || (x.id < y.id ? -1 : 1))
      .map(({ id }) => id);
}
