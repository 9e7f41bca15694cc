import { insight } from '@guitai/contract';
import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { hashOf } from '../../../test/records.ts';
import { later, type Talk, talk } from '../../../test/talk.ts';
import { system } from '../../kernel/actor.ts';
import { newId } from '../../kernel/ids.ts';
import { run } from '../../kernel/tx.ts';
import { createVisitorBuyer } from '../buyers/index.ts';
import { mirrorProducts, type ProductRecord } from '../catalog/index.ts';
import { type PastMessage, writePast } from '../conversations/index.ts';
import { mirrorOrders, type OrderRecord } from '../orders/index.ts';
import { closeMonths } from './statement.ts';

let w: Talk;
const acting = () => system(w.team, 'test');
const range = { from: '2026-08-01', to: '2026-08-31' };

type Payment = OrderRecord['payments'][number];
const moved = (direction: Payment['direction'], amountMinor: number, at: string): Payment => ({
  ...{ direction, kind: 'wechat_pay', sourceKind: '', methodExternalId: null },
  ...{ reference: `${direction}-${amountMinor}`, amountMinor, at },
});

/** An order of a buyer known to the shop by `externalId`. */
function order(externalId: string, placedAt: string, payments: readonly Payment[]): OrderRecord {
  const made = {
    ...{ externalId, number: externalId, url: null, sourceStatus: '', currency: 'CNY' },
    status: payments.length > 0 ? ('paid' as const) : ('placed' as const),
    buyerExternalId: externalId.split('-')[0] ?? '',
    lines: [
      {
        ...{ productExternalId: 'x', variantExternalId: 'x-1', sku: 'S', title: '碗', options: {} },
        ...{
          pictureUrl: null,
          url: null,
          quantity: 1,
          unitMinor: 10_000,
          discountMinor: 0,
          attributes: {},
        },
      },
    ],
    ...{ discountMinor: 0, postageMinor: 0, totalMinor: null, payments, address: null },
    ...{ addressRaw: null, buyerNote: '', placedAt, attributes: {} },
  };
  return { ...made, hash: hashOf(made) } as OrderRecord;
}

const mirror = async (records: readonly OrderRecord[]) => {
  await w.built.db.write(acting(), (tx) => mirrorOrders(acting(), tx, w.shop, [...records]));
  await w.settle();
};

/** A buyer asks at an instant, and these persons answer minutes after. */
async function asked(name: string, at: string, by: readonly ('林小满' | '周启明')[]) {
  await w.built.db.write(acting(), async (tx) => {
    const made = await createVisitorBuyer(acting(), tx, { shopId: w.shop, name });
    await run(
      tx,
      sql`insert into buyer_accounts (team_id, id, shop_id, external_id, buyer_id, proof)
          values (${w.team}, gen_random_uuid(), ${w.shop}, ${name}, ${made.buyerId}, 'verified')`,
    );
    const start = Date.parse(at);
    const buyer = { kind: 'buyer' as const, id: made.buyerId, name };
    const messages: PastMessage[] = [
      { author: buyer, kind: 'text', text: '这个碗有货吗', card: null, at: new Date(start) },
      ...by.map((person, n) => ({
        author: { kind: 'member' as const, id: w.member(person), name: person },
        ...{
          kind: 'text' as const,
          text: '有的',
          card: null,
          at: new Date(start + (n + 1) * 60_000),
        },
      })),
    ];
    const place = { shopId: w.shop, shopName: '竹', channelId: w.channel, buyerName: name };
    const standing = { buyerId: made.buyerId, assigneeId: w.member('林小满'), snoozedUntil: null };
    await writePast(acting(), tx, { ...place, ...standing, state: 'resolved', messages });
  });
}

const figures = async () => {
  const report = await (await w.as('何雅琴')).call(insight.getReport, range);
  const of = (id: string) => report.figures.find(({ metric }) => metric === id);
  return {
    asked: of('asked')?.value,
    ordered: of('order_rate')?.value,
    paid: of('pay_rate')?.value,
    sales: of('sales')?.amounts[0]?.amountMinor ?? 0,
    back: of('reversed')?.amounts[0]?.amountMinor ?? 0,
  };
};

beforeAll(async () => {
  w = await talk();
  await asked('a', '2026-08-03T03:00:00Z', ['林小满', '周启明']);
  await asked('b', '2026-08-04T03:00:00Z', ['林小满']);
  await asked('c', '2026-08-05T03:00:00Z', ['周启明']);
  await asked('d', '2026-08-06T03:00:00Z', []);
  await w.settle();
}, 60_000);

it('REP-09 counts who asked, ordered within the hours and paid; who nobody answered is no enquiry', async () => {
  expect(await figures()).toMatchObject({ asked: 3, ordered: 0, paid: 0, sales: 0 });
  const paid = (at: string) => [moved('payment', 10_000, at)];
  await mirror([
    order('a-1', '2026-08-03T04:00:00Z', paid('2026-08-03T04:05:00Z')),
    order('b-1', '2026-08-04T04:00:00Z', []),
    // Thirty hours after asking: not within the twenty-four of the house.
    order('c-1', '2026-08-06T09:00:00Z', paid('2026-08-06T09:05:00Z')),
  ]);
  const now = await figures();
  expect(now.ordered).toBeCloseTo(2 / 3, 12);
  expect(now).toMatchObject({ asked: 3, paid: 1 / 3, sales: 10_000 });
});

it('REP-03 REP-09 credits the last person who had answered before the order, by person as in the report', async () => {
  const { items } = await (await w.as('何雅琴')).call(insight.listBreakdown, {
    ...range,
    by: 'person',
  });
  const of = (person: '林小满' | '周启明') => items.find(({ id }) => id === w.member(person));
  expect(of('周启明')).toMatchObject({
    asked: 2,
    ordered: 1,
    paid: 1,
    amounts: [{ currency: 'CNY', amountMinor: 10_000 }],
  });
  expect(of('林小满')).toMatchObject({ asked: 1, ordered: 1, paid: 0, amounts: [] });
  const people = await (await w.as('何雅琴')).call(insight.listPeopleFigures, {
    ...range,
    metrics: 'asked,pay_rate,sales',
  });
  const line = people.items.find(({ memberId }) => memberId === w.member('周启明'));
  expect(line?.figures.map(({ value, amounts }) => value ?? amounts[0]?.amountMinor)).toEqual([
    2, 0.5, 10_000,
  ]);
  const own = await (await w.as('林小满')).call(insight.listBreakdown, { ...range, by: 'person' });
  expect(own.items.map(({ id }) => id)).toEqual([w.member('林小满')]);
});

it('METRICS a refund within fifteen days takes the sale back; a closed month keeps its row and gets another', async () => {
  const close = () => later(0, () => w.built.db.write(acting(), closeMonths));
  const inSeptember = async <T>(work: () => Promise<T>) =>
    later(Date.parse('2026-09-10T00:00:00Z') - Date.now(), work);
  await inSeptember(close);
  const rows = async () =>
    (
      await (await w.as('何雅琴')).call(insight.listStatements, { month: '2026-08-01' })
    ).items.filter(({ memberId }) => memberId === w.member('周启明'));
  const first = await rows();
  expect(first).toMatchObject([
    { version: 1, paid: 1, reversed: 0, amounts: [{ amountMinor: 10_000 }] },
  ]);
  await mirror([
    order('a-1', '2026-08-03T04:00:00Z', [
      moved('payment', 10_000, '2026-08-03T04:05:00Z'),
      moved('refund', 10_000, '2026-08-12T00:00:00Z'),
    ]),
  ]);
  expect(await figures()).toMatchObject({ paid: 0, sales: 0, back: 10_000 });
  await inSeptember(close);
  const second = await rows();
  expect(second[0]).toEqual(first[0]);
  expect(second[1]).toMatchObject({ version: 2, paid: 1, reversed: 1, amounts: [] });
  await inSeptember(close);
  expect(await rows()).toHaveLength(2);
  const rules = (await (await w.as('何雅琴')).call(insight.getReport, range)).profile.versions[0]
    ?.rules;
  if (!rules) throw new Error('the house has no rules');
  const set = (credit: 'first' | 'last_sku') =>
    w.as('何雅琴').then((owner) =>
      owner.call(insight.setProfileRules, {
        ...{ profileId: 'house', validFrom: '2026-01-01', rules: { ...rules, credit } },
      }),
    );
  await set('first');
  await inSeptember(close);
  expect(await rows()).toEqual(second);
  await set('last_sku');
  const own = await (await w.as('林小满')).call(insight.listStatements, {});
  expect(new Set(own.items.map(({ memberId }) => memberId))).toEqual(new Set([w.member('林小满')]));
});

it('METRICS a refund after the fifteen days leaves the sale', async () => {
  await mirror([
    order('b-1', '2026-08-04T04:00:00Z', [
      moved('payment', 10_000, '2026-08-04T04:05:00Z'),
      moved('refund', 10_000, '2026-08-25T00:00:00Z'),
    ]),
  ]);
  expect(await figures()).toMatchObject({ sales: 10_000, back: 10_000 });
});

it('E2 by category: a buyer who asks about two of a kind is one enquiry there, and its money is that of the goods of that kind', async () => {
  const product = (externalId: string, category: string): ProductRecord => {
    const made = {
      ...{ externalId, title: externalId, status: 'on_sale' as const, currency: 'CNY' },
      ...{ description: '', aliases: [], pictures: [], url: null, attributes: { category } },
      variants: [],
    };
    return { ...made, hash: hashOf(made) };
  };
  const owner = await w.as('何雅琴');
  const by = async (way: 'product' | 'category') =>
    (await owner.call(insight.listBreakdown, { ...range, by: way })).items;
  expect(await by('category')).toEqual([]);
  await w.built.db.write(acting(), async (tx) => {
    const records = [product('壶', '茶具'), product('盏', '茶具'), product('碟', '餐具')];
    await mirrorProducts(acting(), tx, w.shop, records);
    await run(
      tx,
      sql`insert into insight_enquiries (team_id, conversation_id, episode, shop_id, buyer_id, day, product_id, member_id, asked_at,
            order_id, ordered_at, paid_at, value_minor, paid_minor, reversed_minor, reversed, currency)
          select e.team_id, e.conversation_id, e.episode, e.shop_id, e.buyer_id, e.day, p.id, e.member_id, e.asked_at,
            ${newId()}::uuid, e.asked_at, e.asked_at, 10000, 10000, 0, false, 'CNY'
          from (select * from insight_enquiries where team_id = ${w.team} limit 1) e, products p where p.team_id = ${w.team}
            and p.external_id in ('壶', '盏', '碟')`,
    );
    await run(
      tx,
      sql`insert into insight_sales (team_id, conversation_id, episode, shop_id, buyer_id, day, order_id, product_id, asked_at, ordered_at,
            paid_at, value_minor, paid_minor, reversed_minor, reversed, currency)
          select team_id, conversation_id, episode, shop_id, buyer_id, day, order_id, product_id, asked_at, ordered_at, paid_at,
            value_minor / 2, paid_minor / 2, 0, false, currency
          from insight_enquiries where team_id = ${w.team} and product_id <> '00000000-0000-0000-0000-000000000000'`,
    );
  });
  expect(await by('product')).toHaveLength(3);
  expect(
    (await by('category')).map(({ id, name, asked: n, paid, amounts }) => [
      id,
      name,
      n,
      paid,
      amounts,
    ]),
  ).toEqual(
    expect.arrayContaining(
      ['茶具', '餐具'].map((name) => [
        null,
        name,
        1,
        1,
        [{ currency: 'CNY', amountMinor: name === '茶具' ? 10_000 : 5_000 }],
      ]),
    ),
  );
});
