import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bornFolder } from '../../test/born.ts';
import { dataFolder, runCommand } from '../../test/program.ts';

const ann = {
  user_id: 'ann_1',
  name: { first_name: 'Ann', last_name: 'Wu' },
  address: { address1: '1 River Road', city: 'Denver', country: 'USA', state: 'CO', zip: '80201' },
  email: 'ann@example.com',
  payment_methods: {},
  orders: [],
};

async function guitai(words: string[], dataDir: string): Promise<{ code: unknown; said: string }> {
  const run = runCommand(words, { GUITAI_DATA_DIR: dataDir });
  return { code: await run.ended, said: run.said() };
}

test('SHOP-03 a file comes in by the command line; the same file twice changes nothing; errors go to a file', async () => {
  const dataDir = await bornFolder();
  const folder = dataFolder();
  const file = join(folder, 'users.json');
  writeFileSync(file, JSON.stringify({ ann_1: ann, broken_2: { ...ann, user_id: '' } }));
  const words = [
    'import',
    file,
    '--mapping',
    'retail-shop/users',
    '--rejects',
    join(folder, 'r.csv'),
  ];

  expect((await guitai(words, dataDir)).said).toContain('There is no team yet');
  expect((await guitai(['team', '河边', '林一', 'lin@example.com', '小店'], dataDir)).code).toBe(0);

  const trial = await guitai([...words, '--dry-run'], dataDir);
  expect(trial.said).toContain('nothing was kept');
  const first = await guitai(words, dataDir);
  expect(first.said).toContain('2 records: 1 new, 0 changed, 0 as before, 1 rejected');
  expect(first.code).toBe(2);
  expect(readFileSync(join(folder, 'r.csv'), 'utf8')).toContain('broken_2');
  const second = await guitai(words, dataDir);
  expect(second.said).toContain('0 new, 0 changed, 1 as before, 1 rejected');
  expect((await guitai(['verify'], dataDir)).code).toBe(0);
}, 120_000);

test('what cannot be is refused in one sentence', async () => {
  const dataDir = await bornFolder();
  await guitai(['team', '河边', '林一', 'lin@example.com', '小店'], dataDir);
  const file = join(dataFolder(), 'a.json');
  writeFileSync(file, '{}');
  const nowhere = await guitai(['import', file, '--mapping', 'nobody/knows'], dataDir);
  expect(nowhere).toMatchObject({ code: 1, said: expect.stringContaining('There is no mapping') });
  const gone = await guitai(['import', '/no/file', '--mapping', 'retail-shop/users'], dataDir);
  expect(gone).toMatchObject({
    code: 1,
    said: expect.stringContaining('There is no file /no/file'),
  });
  const shop = ['import', file, '--mapping', 'retail-shop/users', '--shop', '别家'];
  expect((await guitai(shop, dataDir)).said).toContain('Say which shop with --shop: 小店');
}, 120_000);
