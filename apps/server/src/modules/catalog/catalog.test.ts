import { catalog } from '@guitai/contract';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Browser, outcomeOf } from '../../../test/office.ts';
import { productRecord, variantRecord } from '../../../test/records.ts';
import { type World, world } from '../../../test/world.ts';
import { system } from '../../kernel/actor.ts';
import { newId } from '../../kernel/ids.ts';
import { run } from '../../kernel/tx.ts';
import {
  mirrorProducts,
  type ProductRecord,
  recordProductView,
  takeStock,
  type VariantRecord,
} from './index.ts';

let w: World;
let agent: Browser;

const actor = () => system(w.team, 'test');

type Part = Partial<Omit<ProductRecord, 'variants'>> & { variants?: Partial<VariantRecord>[] };

function product(externalId: string, title: string, part: Part = {}): ProductRecord {
  const variants = (part.variants ?? [{}]).map((variant, n) =>
    variantRecord({
      externalId: `${externalId}-${n}`,
      sku: `SKU-${externalId}-${n}`,
      priceMinor: 1000 + n,
      stock: 5,
      ...variant,
    }),
  );
  return productRecord({ externalId, title, ...part, variants });
}

const mirror = (...records: ProductRecord[]) =>
  w.db.write(actor(), (tx) => mirrorProducts(actor(), tx, w.shop, records));
const search = (
  q: string,
  more: { available?: boolean; buyerId?: string; limit?: number; cursor?: string } = {},
) => agent.call(catalog.searchProducts, { q, ...more });
const titles = async (q: string) => (await search(q)).items.map((one) => one.title);

beforeAll(async () => {
  w = await world();
  agent = await w.as('林小满');
  await mirror(
    product('100112573665', '美的（Midea）60升超薄双胆扁桶电热水器3300W F6033-UD3(HE)', {
      aliases: ['储水式'],
    }),
    product('100193498790', '美的（Midea）嵌入式洗碗机升级18套', { status: 'off_sale' }),
    product('bowl', '竹制餐盘 28cm', {
      variants: [{ options: { 颜色: '原木' } }, { options: { 颜色: '碳化' }, priceMinor: 2300 }],
    }),
    product('9523456873', 'T-Shirt', {
      variants: [
        { sku: '9612497925', options: { color: 'blue', size: 'M' } },
        { available: false, options: { color: 'red' } },
      ],
    }),
    product('gone', '青瓷茶杯', { variants: [{ stock: 0 }] }),
  );
});

describe('SHOP-09 product search', () => {
  test.each([
    ['热水', '电热水器'],
    ['热水器 60升', '电热水器'],
    ['reshuiqi', '电热水器'],
    ['rsq', '电热水器'],
    ['F6033-UD3', '电热水器'],
    ['储水', '电热水器'],
    ['100112573665', '电热水器'],
    ['美的热水器', '电热水器'],
    ['碳化', '竹制餐盘'],
    ['zzcp', '竹制餐盘'],
    ['blue', 'T-Shirt'],
    ['9612497925', 'T-Shirt'],
    ['t-shirt', 'T-Shirt'],
  ])('%s finds %s first', async (q, title) => {
    expect((await titles(q))[0]).toContain(title);
  });

  test('price and stock are those of this moment', async () => {
    const before = (await search('餐盘')).items[0];
    expect(before).toMatchObject({
      priceMinor: 1000,
      priceMaxMinor: 2300,
      stock: 10,
      variantCount: 2,
      available: true,
    });
    const { variants } = await agent.call(catalog.getProduct, { productId: before?.id ?? '' });
    await w.db.write(actor(), (tx) =>
      takeStock(actor(), tx, w.shop, [{ variantId: variants[0]?.id ?? '', quantity: 5 }]),
    );
    expect((await search('餐盘')).items[0]).toMatchObject({ stock: 5, available: true });
    await w.db.write(actor(), (tx) =>
      takeStock(actor(), tx, w.shop, [{ variantId: variants[1]?.id ?? '', quantity: 5 }]),
    );
    expect((await search('餐盘')).items[0]).toMatchObject({ stock: 0, available: false });
    expect((await search('餐盘', { available: true })).items).toEqual([]);
    const events = await w.db.read(actor(), (tx) =>
      run<{ data: { stock: number } }>(
        tx,
        sql`select data from events where type = 'product.stock_changed' order by seq`,
      ),
    );
    expect(events.map((event) => event.data.stock)).toEqual([0, 0]);
  });

  test('only what may be bought, when asked', async () => {
    expect(await titles('洗碗机')).toHaveLength(1);
    expect((await search('洗碗机', { available: true })).items).toEqual([]);
    expect((await search('青瓷', { available: true })).items).toEqual([]);
    expect((await search('', { available: true })).items.map((one) => one.title)).not.toContain(
      '青瓷茶杯',
    );
  });

  test('what this buyer looked at stands first', async () => {
    const buyerId = newId();
    await w.db.write(actor(), (tx) =>
      run(
        tx,
        sql`insert into buyers (team_id, id, shop_ids, name) values (${w.team}, ${buyerId}, array[${w.shop}]::uuid[], '')`,
      ),
    );
    const [heater] = (await search('热水器')).items;
    await w.db.write(actor(), (tx) => recordProductView(tx, buyerId, heater?.id ?? ''));
    const newest = await search('', { buyerId });
    expect(newest.items[0]).toMatchObject({ id: heater?.id });
    expect(newest.items[0]?.viewedAt).not.toBeNull();
    expect((await search('美的', { buyerId })).items[0]?.id).toBe(heater?.id);
  });

  test('a changed title is found by its new words and no longer by the old', async () => {
    await mirror(product('renamed', '旧款雨伞'));
    expect(await titles('雨伞')).toEqual(['旧款雨伞']);
    await mirror(product('renamed', '新款阳伞'));
    expect(await titles('雨伞')).toEqual([]);
    expect(await titles('yangsan')).toEqual(['新款阳伞']);
  });
});

describe('SRCH-04 special characters never error', () => {
  test.each([
    "'",
    '&',
    ':',
    '%',
    '_',
    '\\',
    '"',
    '{}',
    '[]',
    '(',
    "'); drop table products; --",
    '$1',
    '%L',
    '🙂',
    'ﷺ',
    'a'.repeat(100),
  ])('%j', async (q) => {
    expect(outcomeOf(await agent.attempt(catalog.searchProducts, { q }))).toBe('done');
  });
});

describe('SRCH-05 pages', () => {
  test('of a search and of the newest skip and repeat nothing', async () => {
    await mirror(...Array.from({ length: 45 }, (_, n) => product(`many-${n}`, `蓝牙耳机 ${n} 代`)));
    for (const q of ['耳机', '']) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await search(q, { limit: 20, ...(cursor ? { cursor } : {}) });
        seen.push(...page.items.map((one) => one.id));
        cursor = page.next ?? undefined;
      } while (cursor);
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen.length).toBeGreaterThanOrEqual(45);
    }
    expect(
      outcomeOf(await agent.attempt(catalog.searchProducts, { q: '耳机', cursor: 'WyJ4Il0' })),
    ).toBe('list.cursor_invalid');
  });
});

describe('SEC-06, ACL-02', () => {
  test('another team finds nothing, also not through the index function', async () => {
    const other = await world();
    const theirs = await other.as('林小满');
    expect((await theirs.call(catalog.searchProducts, { q: '热水器' })).items).toEqual([]);
    const [{ id } = { id: '' }] = (await search('热水器')).items;
    expect(outcomeOf(await theirs.attempt(catalog.getProduct, { productId: id }))).toBe(
      'product.not_found',
    );
    const foreign = system(other.team, 'test');
    const plan = JSON.stringify({ terms: [], allOf: [], pairs: [] });
    const rows = await other.db.read(foreign, (tx) =>
      run(tx, sql`select * from catalog_match(${plan}::jsonb, null, false, 100)`),
    );
    expect(rows).toEqual([]);
    const direct = await other.db.read(foreign, (tx) => run(tx, sql`select * from product_search`));
    expect(direct).toEqual([]);
  });

  test('a member of another shop of the team finds nothing', async () => {
    const { searchProducts } = await import('./product.ts');
    const elsewhere = { ...w.actor('林小满'), shops: [newId()] };
    const found = await w.db.read(elsewhere, (tx) =>
      searchProducts(elsewhere, tx, { q: '热水器' }),
    );
    expect(found).toEqual({ items: [], next: null });
    const asked = await w.db.read(elsewhere, (tx) =>
      searchProducts(elsewhere, tx, { q: '热水器', shopId: w.shop }),
    );
    expect(asked).toEqual({ items: [], next: null });
  });
});
