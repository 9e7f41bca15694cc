import { importing, reviews } from '@guitai/contract';
import { parse } from 'csv-parse/sync';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { outcomeOf } from '../../../test/office.ts';
import { world } from '../../../test/world.ts';
import { newId } from '../../kernel/ids.ts';
import { run } from '../../kernel/tx.ts';
import { type ImportDesk, importDesk } from './importing.test-help.ts';

let w: ImportDesk['w'];
let lead: ImportDesk['lead'];
let agent: ImportDesk['agent'];
let actor: ImportDesk['actor'];
let upload: ImportDesk['upload'];
let work: ImportDesk['work'];
let bring: ImportDesk['bring'];
let count: ImportDesk['count'];

const products: importing.ImportMappingShape['document'] = {
  kind: 'products',
  title: '商品表',
  format: 'csv',
  currency: 'CNY',
  fields: {
    externalId: '编号',
    title: '名称',
    variants: {
      list: [
        {
          externalId: '编号',
          sku: 'SKU',
          price: { path: '价格', remove: ['¥', ','] },
          stock: '库存',
          options: { fields: { 颜色: '颜色' } },
        },
      ],
    },
  },
};

const sheet = [
  '编号,名称,SKU,价格,库存,颜色,产地',
  '1,竹制餐盘,CP-1,"¥1,234.50",5,原木,安吉',
  '2,,CP-2,8,1,,',
  '3,茶杯,CP-3,8.005,1,,',
  '4,茶壶,CP-4,1e3,1,,',
  '5,茶盘,CP-5,9,两,,',
  '6,"=HYPERLINK(""http://x"")",CP-6,-1,1,,',
  '1,另一个,CP-1,3,1,,',
  '1,竹制餐盘,CP-1,"¥1,234.50",5,原木,安吉',
].join('\r\n');

beforeAll(async () => {
  ({ w, lead, agent, actor, upload, work, bring, count } = await importDesk());
  await lead.call(importing.saveMapping, { name: 'sheet', document: products });
});

describe('a file through the API', () => {
  test('a dry run checks everything and keeps nothing', async () => {
    const tried = await bring('sheet', '商品.csv', sheet, { dryRun: 'true' });
    expect(tried).toMatchObject({
      state: 'done',
      dryRun: true,
      read: 8,
      created: 1,
      rejected: 6,
      mapping: 'sheet',
      byName: '周启明',
    });
    expect(await count('products')).toBe(0);
    expect(tried.problems.map(({ line, field, code }) => [line, field, code])).toEqual([
      [3, 'title', 'missing'],
      [4, 'variants/0/price', 'not_money'],
      [5, 'variants/0/price', 'not_money'],
      [6, 'variants/0/stock', 'not_integer'],
      [7, 'variants/0/price', 'not_money'],
      [8, 'externalId', 'repeated'],
    ]);
    expect(tried.problems[0]?.text).toBe('缺失');
    expect(tried.can).toEqual(['repeatImport', 'downloadRejects']);
  });

  test('repeated for real it brings in what is right, and rejects the rest with line and reason', async () => {
    const [tried] = (await lead.call(importing.listImports, { shopId: w.shop })).items;
    const planned = await lead.call(importing.repeatImport, {
      importId: tried?.id ?? '',
      dryRun: false,
    });
    expect(planned).toMatchObject({ state: 'waiting', dryRun: false });
    const done = await work(planned.id);
    expect(done).toMatchObject({
      state: 'done',
      created: 1,
      rejected: 6,
      readBytes: Buffer.byteLength(sheet),
    });
    const [kept] = await w.db.read(actor(), (tx) =>
      run(
        tx,
        sql`select p.title, p.attributes, v.price_minor, v.stock, v.options from products p join variants v on v.product_id = p.id`,
      ),
    );
    expect(kept).toEqual({
      title: '竹制餐盘',
      attributes: { 产地: '安吉' },
      price_minor: 123450,
      stock: 5,
      options: { 颜色: '原木' },
    });
    const file = await lead.raw({ method: 'GET', path: `/api/imports/${done.id}/rejects` });
    expect(file.headers['content-disposition']).toContain('attachment');
    const rows: string[][] = parse(file.body, { bom: true });
    expect(rows).toHaveLength(7);
    expect(rows[0]).toEqual(['record', 'line', 'key', 'field', 'code', 'reason', 'source']);
    expect(rows[5]?.[6]).toContain('HYPERLINK');
    expect(rows.flat().filter((cell) => /^[=+\-@]/.test(cell))).toEqual([]);
  });

  test('the same file again changes nothing; a changed row changes one', async () => {
    const events = await count('events');
    expect(await bring('sheet', '商品.csv', sheet)).toMatchObject({
      created: 0,
      changed: 0,
      unchanged: 1,
    });
    const told = await w.db.read(actor(), (tx) =>
      run<{ type: string }>(tx, sql`select type from events where seq > ${events}`),
    );
    expect(told.filter((event) => event.type !== 'import.progressed')).toEqual([]);
    expect(await bring('sheet', '商品.csv', sheet.replaceAll(',5,原木', ',4,原木'))).toMatchObject({
      created: 0,
      changed: 1,
    });
  });

  test('the same request key starts one run', async () => {
    const key = newId();
    const all = await Promise.all(
      Array.from({ length: 5 }, () =>
        upload(lead, { shopId: w.shop, mapping: 'sheet' }, 'a.csv', sheet, key),
      ),
    );
    expect(new Set(all.map((one) => one.body.id)).size).toBe(1);
  });

  test.each([
    ['a shop of another team', { shopId: newId(), mapping: 'sheet' }, 404, 'shop.not_found'],
    ['an unknown mapping', { mapping: 'nowhere' }, 404, 'import.mapping_not_found'],
    ['an unknown field', { mapping: 'sheet', colour: 'red' }, 400, 'request.invalid'],
    ['a mapping name that is a path', { mapping: '../../etc/passwd' }, 400, 'request.invalid'],
  ])('%s is refused', async (_, fields, status, code) => {
    const reply = await upload(lead, { shopId: w.shop, ...fields }, 'a.csv', sheet);
    expect([reply.status, reply.body.code]).toEqual([status, code]);
  });

  test('an empty file, no file, and no permission are refused', async () => {
    expect((await upload(lead, { shopId: w.shop, mapping: 'sheet' }, 'a.csv', '')).body.code).toBe(
      'import.file_missing',
    );
    expect(
      outcomeOf(await lead.attempt(importing.createImport, { shopId: w.shop, mapping: 'sheet' })),
    ).toBe('import.file_missing');
    expect((await upload(agent, { shopId: w.shop, mapping: 'sheet' }, 'a.csv', sheet)).status).toBe(
      403,
    );
    const other = await (await world()).as('何雅琴');
    const [mine] = (await lead.call(importing.listImports, {})).items;
    expect(outcomeOf(await other.attempt(importing.getImport, { importId: mine?.id ?? '' }))).toBe(
      'import.not_found',
    );
  });

  test('what cannot be read stops with the place where, and what came before stays', async () => {
    const broken = '[{"id":"a","t":"好"},{"id":"b","t":"也好"},{"id":';
    await lead.call(importing.saveMapping, {
      name: 'texts',
      document: {
        kind: 'knowledge',
        title: 't',
        fields: { externalId: 'id', title: 't', body: 't' },
      },
    });
    const done = await bring('texts', 'a.json', broken);
    expect(done).toMatchObject({ state: 'failed', created: 2 });
    expect(done.failure).toMatch(/文件从 offset \d+ 起无法解析/);
  });

  test('A16 reviews of a platform come in once, with the answer; bad stars are rejected', async () => {
    await lead.call(importing.saveMapping, {
      name: 'reviews',
      document: {
        kind: 'reviews',
        title: '评价',
        format: 'csv',
        fields: {
          externalId: '编号',
          rating: '星级',
          words: '内容',
          author: '昵称',
          postedAt: '时间',
          reply: '回复',
        },
      },
    });
    const table = [
      '编号,星级,内容,昵称,时间,回复',
      'r-1,5,很好用,王**,2026-01-05T08:00:00Z,谢谢您',
      'r-2,1,太差了,李**,2026-01-06T08:00:00Z,',
      'r-3,9,不可能,陈**,2026-01-06T08:00:00Z,',
    ].join('\n');
    expect(await bring('reviews', 'r.csv', table)).toMatchObject({ created: 2, rejected: 1 });
    expect(await bring('reviews', 'r.csv', table)).toMatchObject({ created: 0, unchanged: 2 });
    const { items } = await lead.call(reviews.listReviews, { shopId: w.shop });
    expect(items).toMatchObject([
      { author: '李**', rating: 1, bad: true, source: 'import', taskId: null, reply: null },
      { author: '王**', rating: 5, bad: false, reply: { text: '谢谢您' } },
    ]);
  });
});

describe('mappings', () => {
  test('those of the examples come with the product, and every one of them is sound', async () => {
    const { items } = await lead.call(importing.listMappings, {});
    expect(items.filter((one) => one.builtin).map((one) => one.name)).toEqual(
      expect.arrayContaining(['jd-shop/orders', 'retail-shop/orders']),
    );
    const { faultOf } = await import('./mapping.ts');
    for (const { name, document } of items) expect(faultOf(document), name).toBeNull();
    expect(
      outcomeOf(
        await lead.attempt(importing.saveMapping, { name: 'jd-shop/orders', document: products }),
      ),
    ).toBe('import.mapping_builtin');
  });

  test.each([
    ['no object', 5],
    ['no kind', { title: 't', fields: {} }],
    ['an unknown kind', { kind: 'members', title: 't', fields: {} }],
    ['a missing field', { kind: 'products', title: 't', fields: { title: 'a' } }],
    [
      'a field that is none of ours',
      { kind: 'buyers', title: 't', fields: { externalId: 'a', role: 'b' } },
    ],
    [
      'a word that is none of ours',
      {
        kind: 'orders',
        title: 't',
        fields: { externalId: 'a', status: { path: 's', words: { x: 'refunded' } } },
      },
    ],
    [
      'a list without each',
      { kind: 'orders', title: 't', fields: { externalId: 'a', status: 's', lines: 'items' } },
    ],
    [
      'an unknown key',
      { kind: 'buyers', title: 't', fields: { externalId: { path: 'a', eval: 'x' } } },
    ],
    [
      'an endless nest',
      {
        kind: 'buyers',
        title: 't',
        fields: {
          externalId: {
            first: [
              {
                first: [
                  { first: [{ first: [{ first: [{ first: [{ first: [{ first: ['a'] }] }] }] }] }] },
                ],
              },
            ],
          },
        },
      },
    ],
    [
      'a strange zone',
      { kind: 'buyers', title: 't', timezone: 'Mars/Olympus', fields: { externalId: 'a' } },
    ],
  ])('%s is refused with the place', async (_, document) => {
    const outcome = await lead.attempt(importing.saveMapping, { name: 'bad', document });
    expect(outcomeOf(outcome)).toBe('import.mapping_invalid');
  });

  test('one of the team can be removed; its runs keep it', async () => {
    await lead.call(importing.saveMapping, { name: 'gone', document: products });
    await lead.call(importing.removeMapping, { name: 'gone' });
    expect(outcomeOf(await lead.attempt(importing.removeMapping, { name: 'gone' }))).toBe(
      'import.mapping_not_found',
    );
  });
});
