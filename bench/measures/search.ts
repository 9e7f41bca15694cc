import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { joinPostgres } from '../../apps/server/src/adapters/embedded-postgres/index.ts';
import { speaker } from '../../apps/server/src/modules/catalog/speak.ts';
import { drive } from '../lib/drive.ts';
import type { Figure, Measure } from '../lib/figure.ts';
import { rare, skuOf, stock, titleOf } from '../lib/shelf.ts';
import { median, percentile, short } from '../lib/stats.ts';
import { searchMessages } from './search.messages.ts';
import { relevance } from './search.relevance.ts';

const connections = 2;
const among = (most: number): number => Math.floor(Math.random() * most);

/** What is typed, and whether an answer holds what it must. */
interface Question {
  readonly typed: string;
  readonly found: (titles: readonly string[], skus: readonly string[]) => boolean;
}

/** A word of two characters that only three products bear. */
function rareWord(): Question {
  const word = rare[among(rare.length)] as string;
  return {
    typed: word,
    found: (titles) => titles.filter((title) => title.includes(word)).length === 3,
  };
}

/** A word of two characters that thousands bear. */
function commonWord(): Question {
  const word = ['水杯', '餐盘', '台灯', '纯棉', '防滑', '雨伞'][among(6)] as string;
  return {
    typed: word,
    found: (titles) => titles.length === 20 && titles.every((title) => title.includes(word)),
  };
}

/** Initials of the pinyin of a planted title. */
function initials(total: number, speak: (run: string) => string[]): Question {
  const each = Math.floor(total / (rare.length * 3));
  const title = titleOf(among(rare.length * 3) * each, total);
  const typed = speak(title)
    .map((syllable) => syllable[0])
    .join('');
  return { typed, found: (titles) => titles.includes(title) };
}

function sku(total: number): Question {
  const code = skuOf(among(total));
  const typed = Math.random() < 0.5 ? code : code.replaceAll('-', '').toLowerCase();
  return { typed, found: (_, skus) => skus[0] === code };
}

/** Statistics and the pending list of the index as the database's own housekeeping leaves them. */
async function settle(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('vacuum analyze products, variants, product_search');
  await client.query('checkpoint');
  await client.end();
  await sleep(500);
}

/** The search over products and over messages as the desk asks it. */
export const search: Measure = {
  name: 'search',
  async run({ quick, say, product: shared }): Promise<Figure[]> {
    const product = await shared();
    const url = await joinPostgres(product.dataDir);
    if (!url) throw new Error('the database of the product was not found');
    const judged = await relevance(product, url, say);
    const total = quick ? 20_000 : 100_000;
    const began = performance.now();
    await stock(url, product, total);
    await settle(url);
    say(`  stocked in ${Math.round((performance.now() - began) / 1_000)} s`);
    const speak = await speaker();
    const kinds: Record<string, () => Question> = {
      'a rare word of two characters': rareWord,
      'a common word of two characters': commonWord,
      'initials of pinyin': () => initials(total, speak),
      'a SKU': () => sku(total),
    };
    const figures: Figure[] = [...judged];
    for (const [what, question] of Object.entries(kinds)) {
      let missed = 0;
      const ask = () => {
        const { typed, found } = question();
        return {
          url: `${product.address}/api/products?q=${encodeURIComponent(typed)}`,
          heard(text: string) {
            const { items } = JSON.parse(text) as { items: { title: string; sku: string }[] };
            if (
              !found(
                items.map(({ title }) => title),
                items.map(({ sku }) => sku),
              )
            )
              missed += 1;
          },
        };
      };
      const load = { headers: { cookie: product.cookie }, connections, ms: quick ? 700 : 2_500 };
      const { latencies } = await drive(ask, load);
      const p95 = percentile(latencies, 0.95);
      figures.push({
        what: `${figures.length === judged.length ? `product search, ${total.toLocaleString('en')} products: ` : '… '}${what}`,
        wanted: 'p95 ≤ 30 ms, found',
        measured: `p50 ${short(median(latencies))} ms, p95 ${short(p95)} ms, ${missed} of ${latencies.length} not found`,
        values: { p95, missed },
        met: p95 <= 30 && missed === 0,
      });
    }
    figures.push(...(await searchMessages(product, url, quick, say)));
    return figures;
  },
};
