import { createHash } from 'node:crypto';
import { shops } from '@guitai/contract';
import { createClient } from '@guitai/sdk';
import { system } from '../../apps/server/src/kernel/actor.ts';
import { createDb } from '../../apps/server/src/kernel/db.ts';
import { appRole } from '../../apps/server/src/kernel/migrate.ts';
import { mirrorProducts, type ProductRecord } from '../../apps/server/src/modules/catalog/index.ts';
import { bm25 } from '../lib/bm25.ts';
import type { Figure } from '../lib/figure.ts';
import { type Judged, judgedProducts, judgedQueries, type Query } from '../lib/judged.ts';
import type { Product } from '../lib/product.ts';

const recordOf = (one: Judged): ProductRecord => ({
  ...{ externalId: one.id, title: one.title, status: 'on_sale', currency: 'CNY', description: '' },
  ...{ aliases: [], pictures: [], url: null, attributes: {} },
  hash: createHash('sha256').update(JSON.stringify(one)).digest(),
  variants: (one.skus.length > 0 ? one.skus : [one.id]).map((sku, n) => ({
    ...{ externalId: sku, sku, options: one.options[n] ?? {}, priceMinor: 1_000, stock: 5 },
    ...{ available: true, pictureUrl: null, attributes: {} },
  })),
});

async function stockShop(
  product: Product,
  url: string,
  name: string,
  goods: readonly Judged[],
): Promise<string> {
  const desk = createClient({
    baseUrl: product.address,
    fetch: (address, init) => {
      const headers = new Headers(init.headers);
      headers.set('origin', product.address);
      headers.set('cookie', product.cookie);
      return fetch(address, { ...init, headers });
    },
  });
  const made = await desk.call(shops.createShop, {
    ...{ name, kind: 'imported', currency: 'CNY', timezone: 'Asia/Shanghai', locale: 'zh-CN' },
  });
  const db = createDb({ url, max: 1, role: appRole });
  const actor = system(product.team, 'bench');
  await db.write(actor, (tx) => mirrorProducts(actor, tx, made.id, goods.map(recordOf)));
  await db.pool.end();
  return made.id;
}

const gain = (found: readonly string[], fits: ReadonlySet<string>): number => {
  const at = found.slice(0, 10).findIndex((id) => fits.has(id));
  return at < 0 ? 0 : 1 / (at + 1);
};

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** MRR@10 of the product's search and of character BM25 on the same queries over the same fields of two real shops. */
export async function relevance(
  product: Product,
  url: string,
  say: (line: string) => void,
): Promise<Figure[]> {
  const goods = judgedProducts();
  if (goods.length === 0) return [];
  const queries = judgedQueries(goods);
  const of = (shop: Query['shop']) => goods.filter((one) => one.shop === shop);
  const ids = {
    jd: await stockShop(product, url, 'JD', of('jd')),
    retail: await stockShop(product, url, 'Retail', of('retail')),
  };
  const baseline = { jd: bm25(of('jd')), retail: bm25(of('retail')) };
  const rows: { kind: string; ours: number; theirs: number }[] = [];
  for (const { shop, kind, typed, fits } of queries) {
    const address = `${product.address}/api/products?shopId=${ids[shop]}&limit=10&q=${encodeURIComponent(typed)}`;
    const reply = await fetch(address, { headers: { cookie: product.cookie } });
    const { items } = (await reply.json()) as { items: { externalId: string }[] };
    const ours = gain(
      items.map(({ externalId }) => externalId),
      fits,
    );
    if (ours === 0) say(`  not found: ${typed}`);
    rows.push({ kind, ours, theirs: gain(baseline[shop](typed), fits) });
  }
  for (const [kind, some] of Map.groupBy(rows, (row) => row.kind))
    say(
      `  ${kind} (${some.length}): ${mean(some.map((r) => r.ours)).toFixed(3)}, BM25 ${mean(some.map((r) => r.theirs)).toFixed(3)}`,
    );
  const easy = rows.filter(({ kind }) => !/pinyin|error|mistyped/.test(kind));
  const [ours, theirs] = [mean(rows.map((row) => row.ours)), mean(rows.map((row) => row.theirs))];
  const [plain, plainTheirs] = [
    mean(easy.map((row) => row.ours)),
    mean(easy.map((row) => row.theirs)),
  ];
  return [
    {
      what: `relevance on ${queries.length} judged queries over two real shops, MRR@10`,
      wanted: '≥ 0.82 and above character BM25',
      measured: `${ours.toFixed(3)}; character BM25 ${theirs.toFixed(3)}`,
      values: { ours, bm25: theirs, queries: queries.length },
      met: ours >= 0.82 && ours >= theirs,
    },
    {
      what: `… of them the ${easy.length} typed without errors, in the script of the title`,
      wanted: 'at least character BM25',
      measured: `${plain.toFixed(3)}; character BM25 ${plainTheirs.toFixed(3)}`,
      values: { plain, bm25: plainTheirs },
      met: plain >= plainTheirs,
    },
  ];
}
