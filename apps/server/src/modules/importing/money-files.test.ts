import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importing } from '@guitai/contract';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { importedShop } from '../../../test/connected.ts';
import { type AtCounter, atCounter } from '../../../test/counter.ts';
import { type Browser, outcomeOf } from '../../../test/office.ts';
import { system } from '../../kernel/actor.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { run } from '../../kernel/tx.ts';
import { insertConnection } from '../shops/index.ts';
import { importFile } from './index.ts';

let w: AtCounter;
let owner: Browser;
const folder = mkdtempSync(join(tmpdir(), 'guitai-money-files-'));

/** Reads a file into a shop with a mapping of the examples. */
async function bring(shopId: string, mapping: string, content: object = {}) {
  const path = join(folder, `${newId()}.json`);
  writeFileSync(path, JSON.stringify(content));
  const wish = { shopId, mapping, dryRun: false, path, fileName: 'file.json' };
  return importFile(w.db, system(w.team, 'test'), wish);
}

const became = async (...wish: Parameters<typeof bring>) => {
  const result = await bring(...wish);
  return isRefusal(result) ? result.code : result.state;
};

/** A shop filled by files is connected to its platform. */
const connect = (shopId: string) =>
  w.doing((tx) =>
    insertConnection(tx, {
      id: newId(),
      shopId,
      kind: 'woocommerce',
      url: 'https://shop.example',
      secrets: Buffer.from(''),
      options: {},
      capabilities: [],
    }),
  );

const sold = {
  '#W1': {
    order_id: '#W1',
    user_id: 'u-1',
    status: 'delivered',
    items: [{ name: '杯子', product_id: 'p', item_id: 'i', price: 12.5, options: {} }],
    payment_history: [],
  },
};

beforeAll(async () => {
  w = await atCounter();
  owner = await w.as('何雅琴');
});

describe('SHOP-03 orders and balances of a shop have one source', () => {
  test('a shop that takes orders itself takes none from a file, nor balances; its shelf it does', async () => {
    expect(await became(w.shop, 'retail-shop/orders', sold)).toBe('import.orders_live_here');
    expect(await became(w.shop, 'retail-shop/users')).toBe('import.orders_live_here');
    expect(await became(w.shop, 'retail-shop/products')).toBe('done');
  });

  test('a shop with a platform neither, also not by repeating an earlier run', async () => {
    const shopId = await importedShop(owner, '旧店');
    const before = await bring(shopId, 'retail-shop/orders', sold);
    if (isRefusal(before)) throw new Error(before.code);
    expect(before).toMatchObject({ state: 'done', created: 1 });
    await connect(shopId);
    const elsewhere = 'import.orders_live_elsewhere';
    expect(await became(shopId, 'retail-shop/orders', sold)).toBe(elsewhere);
    expect(await became(shopId, 'retail-shop/users')).toBe(elsewhere);
    const again = await owner.attempt(importing.repeatImport, { importId: before.id });
    expect(outcomeOf(again)).toBe(elsewhere);
  });

  test('an order a platform told of is rejected by name where a file stands in for it', async () => {
    const shopId = await importedShop(owner, '断开的店');
    await bring(shopId, 'retail-shop/orders', sold);
    await w.doing((tx) =>
      run(tx, sql`update orders set source = 'connector' where shop_id = ${shopId}`),
    );
    const cheaper = { '#W1': { ...sold['#W1'], status: 'cancelled' } };
    const result = await bring(shopId, 'retail-shop/orders', cheaper);
    if (isRefusal(result)) throw new Error(result.code);
    expect(result).toMatchObject({ state: 'done', changed: 0, rejected: 1 });
    const shown = await owner.call(importing.getImport, { importId: result.id });
    expect(shown.problems.map(({ code }) => code)).toEqual(['not_from_file']);
  });
});
