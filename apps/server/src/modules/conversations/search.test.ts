import { buyers, conversations } from '@guitai/contract';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { type Browser, outcomeOf } from '../../../test/office.ts';
import { type Asking, clientKey, codeOf, type Talk, talk } from '../../../test/talk.ts';

let t: Talk;
let desk: Browser;
let first: Asking;

beforeAll(async () => {
  t = await talk();
  desk = await t.as('何雅琴');
  first = await t.asks('您好，我想申请退款，订单号 20260318-071 还没发货');
  await first.say('Could you please refund my order? It was never delivered.');
  await first.say('ＡＢＣ－１２３ 的快递单号 SF1234567890123 查不到');
  const second = await t.asks('退货和退款是一回事吗');
  await second.say('算了');
  await t.settle();
});

const search = (q: string, more: object = {}, who: Browser = desk) =>
  who.call(conversations.searchMessages, { q, ...more });
const snippets = async (q: string, more: object = {}, who: Browser = desk) =>
  (await search(q, more, who)).items.map(({ snippet }) => snippet);
const marked = async (q: string) =>
  (await search(q)).items.map(({ snippet, marks }) =>
    marks.map(([from, to]) => snippet.slice(from, to)),
  );

describe('SRCH-01 search over messages', () => {
  it('finds a Chinese term of two characters, newest first, and marks it', async () => {
    expect(await snippets('退款')).toEqual([
      '退货和退款是一回事吗',
      '您好，我想申请退款，订单号 20260318-071 还没发货',
    ]);
    expect(await marked('退款')).toEqual([['退款'], ['退款']]);
  });

  test.each([
    ['refund', 'refund'],
    ['REFUN', 'refun'],
    ['20260318-071', '20260318'],
    ['8071', ''],
    ['071', '071'],
    ['abc-123', 'ＡＢＣ'],
    ['7890123', '7890123'],
    ['查不到 sf12345', 'SF12345'],
    ['款', '款'],
  ])('%s', async (q, mark) => {
    const found = await marked(q);
    if (mark === '') expect(found).toEqual([]);
    else expect(found[0]?.[0]?.toLowerCase()).toBe(mark.toLowerCase());
  });

  it('wants every word, and words of Latin letters from their beginning', async () => {
    expect(await snippets('退款 发货')).toHaveLength(1);
    expect(await snippets('退款 refund')).toEqual([]);
    expect(await snippets('efund')).toEqual([]);
  });

  it('narrows by conversation, author and time', async () => {
    expect(await snippets('退款', { conversationId: first.id })).toHaveLength(1);
    expect(await snippets('退款', { author: 'member' })).toEqual([]);
    expect(await snippets('退款', { until: '2020-01-01T00:00:00.000Z' })).toEqual([]);
    expect(await snippets('退款', { since: '2020-01-01T00:00:00.000Z' })).toHaveLength(2);
  });

  it('finds notes for the team, and says so', async () => {
    const note = { conversationId: first.id, clientKey: clientKey(), text: '仓库说周五补货' };
    await desk.call(conversations.addNote, note);
    await t.settle();
    expect((await search('补货')).items).toMatchObject([
      { kind: 'note', snippet: '仓库说周五补货' },
    ]);
  });

  it('finds nothing of what was recalled', async () => {
    const said = await desk.call(conversations.sendMessage, {
      conversationId: first.id,
      clientKey: clientKey(),
      text: '这句话说错了琉璃',
    });
    await t.settle();
    expect(await snippets('琉璃')).toHaveLength(1);
    const of = { conversationId: first.id, messageId: said.id };
    await desk.call(conversations.recallMessage, of);
    expect(await snippets('琉璃')).toEqual([]);
  });

  it('SRCH-05 pages without gap or repetition, also where the index holds several to a row', async () => {
    const many: Asking[] = [];
    for (let n = 0; n < 5; n += 1) many.push(await t.asks('琥珀 开头'));
    for (let n = 0; n < 40; n += 1) await many[n % 5]?.say(`琥珀 第 ${n} 句`);
    await t.settle();
    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await search('琥珀', { limit: 7, ...(cursor ? { cursor } : {}) });
      seen.push(...page.items.map(({ snippet }) => snippet));
      cursor = page.next;
    } while (cursor);
    const said = Array.from({ length: 40 }, (_, n) => `琥珀 第 ${39 - n} 句`);
    expect(seen.slice(0, 40)).toEqual(said);
    expect(seen).toHaveLength(45);
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
    '(',
    "'; drop table messages; --",
    '$1',
    '🙂',
    'ﷺ',
    'é',
    '\u200b',
    'が',
    'ก้',
    'a'.repeat(100),
  ])('%j', async (q) =>
    expect(outcomeOf(await desk.attempt(conversations.searchMessages, { q }))).toBe('done'),
  );

  it('finds what was said with them', async () => {
    const buyer = await t.asks(`100% 纯棉的 "T恤" & 'A:B' 有吗`);
    await t.settle();
    for (const q of ['100%', '"T恤"', "'A:B'", '纯棉的 "T', 'T恤" &'])
      expect((await search(q)).items[0]?.conversationId, q).toBe(buyer.id);
  });
});

describe('SEC-06, ACL-02 nobody finds what they may not read', () => {
  it('an agent finds own and waiting conversations, and no longer those of a colleague', async () => {
    const agent = await t.as('林小满');
    const asked = await t.asks('珊瑚色还有吗');
    await t.settle();
    expect(await snippets('珊瑚', {}, agent)).toHaveLength(1);
    await desk.call(conversations.takeConversation, { conversationId: asked.id });
    expect(await snippets('珊瑚', {}, agent)).toEqual([]);
    expect(await snippets('珊瑚')).toHaveLength(1);
  });

  it('what a blocked buyer wrote is found by auditors alone', async () => {
    const asked = await t.asks('砗磲一句');
    const [row] = await t.rows<{ buyer_id: string }>(
      sql`select buyer_id from conversations where id = ${asked.id}`,
    );
    await desk.call(buyers.setBuyerBlock, { buyerId: row?.buyer_id ?? '', reason: '恶意骚扰' });
    await t.settle();
    await asked.say('砗磲两句');
    await t.settle();
    const agent = await t.as('林小满');
    expect(await snippets('砗磲', {}, agent)).not.toContain('砗磲两句');
    expect(await snippets('砗磲', {}, await t.as('何雅琴'))).toContain('砗磲两句');
  });

  it('another team finds nothing, also not through the function', async () => {
    const other = await talk();
    expect(await snippets('退款', {}, await other.as('何雅琴'))).toEqual([]);
    const rows = await other.rows(
      sql`select * from message_blocks('{}'::int[], null, 9007199254740991, 9007199254740991, 100)`,
    );
    expect(rows).toEqual([]);
    expect(await other.rows(sql`select * from message_search`)).toEqual([]);
  });

  it('refuses who may not read conversations, and a cursor made by hand', async () => {
    expect(await codeOf(search('退款', { cursor: 'WyJ4Il0' }))).toBe('list.cursor_invalid');
    expect(await codeOf(t.visitor().call(conversations.searchMessages, { q: '退款' }))).not.toBe(
      'done',
    );
  });
});
