import { care, conversations, insight, type ReplyOf } from '@guitai/contract';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { hashOf, lineRecord, productRecord, variantRecord } from '../../../test/records.ts';
import { clientKey, codeOf, type Talk, talk } from '../../../test/talk.ts';
import { system } from '../../kernel/actor.ts';
import { run } from '../../kernel/tx.ts';
import { mirrorProducts } from '../catalog/index.ts';
import { mirrorOrders, type OrderRecord } from '../orders/index.ts';
import { factsTrue, pagesTrue } from './checks.ts';
import type { CreditRule } from './credit.rules.ts';
import { makePages } from './pages.job.ts';
import { dumpFacts } from './progress.store.ts';
import { rebuildInsight } from './rebuild.ts';

type Rows = ReplyOf<typeof insight.listInsightRows>['items'];
type Person = '林小满' | '周启明';

let w: Talk;
let talkId: string;
let range: { from: string; to: string };
const products = new Map<string, string>();
const acting = () => system(w.team, 'test');
const minute = (n: number) => new Date(Date.now() + n * 60_000).toISOString();

const product = (externalId: string, title: string) =>
  productRecord({
    externalId,
    title,
    variants: [variantRecord({ externalId: `${externalId}-1`, priceMinor: 1, stock: 9 })],
  });

const line = (externalId: string, unitMinor: number) =>
  lineRecord({
    ...{ productExternalId: externalId, variantExternalId: `${externalId}-1`, title: '货' },
    ...{ options: {}, unitMinor },
  });

/** 500.00 for a bowl, a pot and a cup, paid; later so much goes back. */
function order(backMinor: number): OrderRecord {
  const moved = (direction: 'payment' | 'refund', amountMinor: number, at: string) => ({
    ...{ direction, kind: 'wechat_pay' as const, sourceKind: '', methodExternalId: null },
    ...{ reference: direction, amountMinor, at },
  });
  const made = {
    ...{ externalId: 'o-1', number: 'o-1', url: null, sourceStatus: '', currency: 'CNY' },
    ...{ status: 'paid' as const, buyerExternalId: 'asker' },
    lines: [line('BOWL-12345', 10_000), line('POT-67890', 30_000), line('CUP-24680', 10_000)],
    ...{ discountMinor: 0, postageMinor: 0, totalMinor: null, address: null, addressRaw: null },
    payments: [
      moved('payment', 50_000, minute(12)),
      ...(backMinor > 0 ? [moved('refund', backMinor, minute(60))] : []),
    ],
    ...{ buyerNote: '', placedAt: minute(10), attributes: {} },
  };
  return { ...made, hash: hashOf(made) } as OrderRecord;
}

const mirror = async (record: OrderRecord) => {
  await w.built.db.write(acting(), (tx) => mirrorOrders(acting(), tx, w.shop, [record]));
  await w.settle();
};

const says = async (person: Person, text: string) => {
  const sent = { conversationId: talkId, clientKey: clientKey(), text };
  await (await w.as(person)).call(conversations.sendMessage, sent);
};

const give = async (by: Person, to: Person) =>
  (await w.as(by)).call(conversations.assignConversation, {
    ...{ conversationId: talkId, memberId: w.member(to), note: '' },
  });

/** The bowl is asked for by its number; the second colleague shows the pot; then the bowl again, both answer. */
async function talkOver(): Promise<void> {
  const { id, say } = await w.asks('BOWL-12345 还有吗');
  talkId = id;
  await w.settle();
  await (await w.as('林小满')).call(conversations.takeConversation, { conversationId: id });
  await says('林小满', '有的');
  await say('有没有配套的壶');
  await give('林小满', '周启明');
  const pot = products.get('POT-67890') ?? '';
  await (await w.as('周启明')).call(care.sendProductCard, { conversationId: id, productId: pot });
  await says('周启明', '这款和碗一套');
  await say('BOWL-12345 有别的颜色吗');
  await w.settle();
  await says('周启明', '有白色');
  await say('多久能到');
  await give('周启明', '林小满');
  await says('林小满', '后天到');
  await w.settle();
}

beforeAll(async () => {
  w = await talk();
  await w.built.db.write(acting(), async (tx) => {
    const records = [product('BOWL-12345', '青瓷碗'), product('POT-67890', '紫砂壶')];
    await mirrorProducts(acting(), tx, w.shop, [...records, product('CUP-24680', '白瓷杯')]);
    for (const { id, key } of await run<{ id: string; key: string }>(
      tx,
      sql`select id, external_id as key from products where team_id = ${w.team}`,
    ))
      products.set(key, id);
  });
  await talkOver();
  await w.built.db.write(acting(), (tx) =>
    run(
      tx,
      sql`insert into buyer_accounts (team_id, id, shop_id, external_id, buyer_id, proof)
          select ${w.team}, gen_random_uuid(), ${w.shop}, 'asker', buyer_id, 'verified' from conversations where id = ${talkId}`,
    ),
  );
  const [day] = await w.rows<{ day: string }>(sql`select day::text as day from insight_sessions`);
  range = { from: day?.day ?? '', to: day?.day ?? '' };
}, 120_000);

const owner = () => w.as('何雅琴');

async function credits(profile = 'house') {
  const { items } = await (await owner()).call(insight.listPeopleFigures, {
    ...{ ...range, profile, metrics: 'asked,order_rate,sales,reversed' },
  });
  return (person: Person) => {
    const own = items.find(({ memberId }) => memberId === w.member(person))?.figures;
    const of = (id: string) => own?.find(({ metric }) => metric === id);
    const money = (id: string) => of(id)?.amounts[0]?.amountMinor ?? 0;
    return [of('asked')?.value, money('sales'), money('reversed')];
  };
}

const rowsOf = async (metric: string, more: object = {}): Promise<Rows> =>
  (await (await owner()).call(insight.listInsightRows, { ...range, metric, ...more })).items;

async function setCredit(credit: CreditRule) {
  const boss = await owner();
  const { profile } = await boss.call(insight.getReport, range);
  const rules = profile.versions[0]?.rules;
  if (!rules) throw new Error('the house has no rules');
  const body = { profileId: 'house', validFrom: '2020-01-01', rules: { ...rules, credit } };
  return boss.call(insight.setProfileRules, body);
}

describe('credit by product', () => {
  it('METRICS-6 the log tells which product a number meant, and who served which product', async () => {
    const told = await w.rows<{ why: string; product: string; seq: number }>(
      sql`select data ->> 'why' as why, data ->> 'productId' as product, (data ->> 'seq')::int as seq
          from events where type = 'product.discussed' order by seq`,
    );
    expect(told.map(({ why, product: id }) => [why, id])).toEqual([
      ['words', products.get('BOWL-12345')],
      ['words', products.get('BOWL-12345')],
    ]);
    const services = await w.rows<{ product: string; member: string; turns: number }>(
      sql`select product_id as product, member_id as member, cardinality(at_ms) as turns from insight_services`,
    );
    const turns = (person: Person, key: string) =>
      services.find((one) => one.member === w.member(person) && one.product === products.get(key))
        ?.turns;
    expect([turns('林小满', 'BOWL-12345'), turns('周启明', 'BOWL-12345')]).toEqual([2, 1]);
    expect([turns('林小满', 'POT-67890'), turns('周启明', 'POT-67890')]).toEqual([undefined, 1]);
  });

  it('METRICS-6 before any order the enquiry is shared between its two products', async () => {
    const rows = await rowsOf('asked');
    expect(
      rows.map(({ productName, memberName, credit }) => [productName, memberName, credit?.share]),
    ).toEqual(
      expect.arrayContaining([
        ['青瓷碗', '林小满', 0.5],
        ['紫砂壶', '周启明', 0.5],
      ]),
    );
    expect(rows).toHaveLength(2);
  });

  it('METRICS-6 REP-01 the money of each product goes to who last served it, of what nobody served to the last in the shop', async () => {
    await mirror(order(0));
    const of = await credits();
    expect(of('林小满')).toEqual([0.4, 20_000, 0]);
    expect(of('周启明')).toEqual([0.6, 30_000, 0]);
    const rows = await rowsOf('sales');
    expect(
      rows
        .map(({ productName, memberName, amountMinor, credit }) => [
          ...[productName, memberName, amountMinor, credit?.by, credit?.rounds, credit?.why],
        ])
        .sort(),
    ).toEqual([
      ['白瓷杯', '林小满', 10_000, 'shop', 2, null],
      ['紫砂壶', '周启明', 30_000, 'product', 1, 'card'],
      ['青瓷碗', '林小满', 10_000, 'product', 2, 'words'],
    ]);
    const { figures } = await (await owner()).call(insight.getReport, range);
    const sales = figures.find(({ metric }) => metric === 'sales')?.amounts[0]?.amountMinor;
    expect(sales).toBe(rows.reduce((sum, { amountMinor }) => sum + (amountMinor ?? 0), 0));
  });

  it('METRICS-6 E2 by person and by product come to the same money, and a person’s products to theirs', async () => {
    const boss = await owner();
    const by = async (way: 'person' | 'product', memberId?: string) =>
      (await boss.call(insight.listBreakdown, { ...range, by: way, ...(memberId && { memberId }) }))
        .items;
    const money = (items: Awaited<ReturnType<typeof by>>) =>
      items.map(({ name, amounts }) => [name, amounts[0]?.amountMinor ?? 0]).sort();
    expect(money(await by('person'))).toEqual([
      ['周启明', 30_000],
      ['林小满', 20_000],
    ]);
    expect(money(await by('product'))).toEqual([
      ['紫砂壶', 30_000],
      ['青瓷碗', 10_000],
    ]);
    expect(money(await by('product', w.member('林小满')))).toEqual([
      ['白瓷杯', 10_000],
      ['青瓷碗', 10_000],
    ]);
  });

  it('METRICS-6 the other choices share the same money otherwise, and say so beside the number', async () => {
    const shares: Record<CreditRule, readonly [number, number]> = {
      last_sku: [20_000, 30_000],
      last_shop: [50_000, 0],
      first: [20_000, 30_000],
      even: [10_000, 40_000],
      rounds: [11_667, 38_333],
    };
    const said = new Set<string>();
    for (const [rule, [lin, zhou]] of Object.entries(shares)) {
      const profile = await setCredit(rule as CreditRule);
      said.add(profile.versions.at(-1)?.creditText ?? '');
      const of = await credits();
      expect([of('林小满')[1], of('周启明')[1]], rule).toEqual([lin, zhou]);
    }
    expect(said.size).toBe(5);
    await setCredit('last_sku');
    expect((await credits('gorgias'))('林小满')).toEqual([1, 50_000, 0]);
  });

  it('REP-03 a later transfer changes nothing', async () => {
    const before = JSON.stringify(await rowsOf('sales'));
    await give('林小满', '周启明');
    await w.settle();
    expect(JSON.stringify(await rowsOf('sales'))).toBe(before);
  });

  it('METRICS-6 what goes back within fifteen days goes back from those who were credited, to the last unit', async () => {
    await mirror(order(12_345));
    const of = await credits();
    const back = [of('林小满')[2], of('周启明')[2]];
    expect(back).toEqual([4_938, 7_407]);
    expect([of('林小满')[1], of('周启明')[1]]).toEqual([20_000 - 4_938, 30_000 - 7_407]);
    const rows = await rowsOf('reversed');
    expect(rows.reduce((sum, { amountMinor }) => sum + (amountMinor ?? 0), 0)).toBe(12_345);
  });

  it('REP-01 the export says product, share and rule; a person sees their own alone', async () => {
    const path = `/api/insight/export?from=${range.from}&to=${range.to}&table=rows&metric=sales`;
    const { body } = await (await owner()).raw({ method: 'GET', path });
    expect(body).toContain('紫砂壶,0.6,last_sku · product,1');
    const agent = await w.as('林小满');
    const own = await agent.call(insight.listInsightRows, { ...range, metric: 'sales' });
    expect(own.items.map(({ productName }) => productName).sort()).toEqual(['白瓷杯', '青瓷碗']);
    const other = { ...range, metric: 'sales', memberId: w.member('周启明') };
    expect(await codeOf(agent.call(insight.listInsightRows, other))).toBe('insight.not_yours');
  });

  it('METRICS-6 a card shown later in the same breath serves its product from then on, not before', async () => {
    const { id: conversationId, say } = await w.asks('BOWL-12345 还有吗');
    await w.settle();
    const [agent, lead] = [await w.as('林小满'), await w.as('周启明')];
    await agent.call(conversations.takeConversation, { conversationId });
    const answer = { conversationId, clientKey: clientKey(), text: '有的' };
    await agent.call(conversations.sendMessage, answer);
    await say('好');
    const to = { conversationId, memberId: w.member('周启明'), note: '' };
    await agent.call(conversations.assignConversation, to);
    await lead.call(conversations.sendMessage, { ...answer, clientKey: clientKey() });
    const pot = products.get('POT-67890') ?? '';
    const ordered = Date.now();
    await lead.call(care.sendProductCard, { conversationId, productId: pot });
    await w.settle();
    const served = await w.rows<{ product: string; at: number }>(
      sql`select product_id as product, at_ms[1]::float8 as at from insight_services
          where conversation_id = ${conversationId} and member_id = ${w.member('周启明')}`,
    );
    const since = (product: string) => served.find((one) => one.product === product)?.at ?? 0;
    expect(since(pot)).toBeGreaterThanOrEqual(ordered);
    expect(since(products.get('BOWL-12345') ?? '')).toBeLessThanOrEqual(ordered);
  });

  it('REP-07 REP-08 a rebuild gives the same facts, and kept pages the same numbers', async () => {
    const before = await w.built.db.read(acting(), dumpFacts);
    const numbers = JSON.stringify(await (await owner()).call(insight.getReport, range));
    expect(before).toContain('insight_services\n{');
    await rebuildInsight(w.built.db, w.team);
    expect(await w.built.db.read(acting(), dumpFacts)).toBe(before);
    await makePages(w.built.db, acting());
    expect(JSON.stringify(await (await owner()).call(insight.getReport, range))).toBe(numbers);
    for (const { ask } of [pagesTrue, factsTrue])
      expect(await w.built.db.read(acting(), ask)).toEqual([]);
  });
});
