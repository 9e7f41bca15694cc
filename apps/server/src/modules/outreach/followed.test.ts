import { access, buyers, channels, outreach, shops } from '@guitai/contract';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { analyze, readsOf } from '../../../test/blocks.ts';
import { digest, type Sending, sending, setContact } from '../../../test/outreach.ts';
import { system } from '../../kernel/actor.ts';
import { newId } from '../../kernel/ids.ts';
import { run } from '../../kernel/tx.ts';
import type { Contact } from './contact.rules.ts';
import { refusalsOf } from './refused.store.ts';

const phone = '+8613812345678';

async function atNoon(): Promise<Sending> {
  const s = await sending();
  s.at('2026-03-18T12:00');
  return s;
}

/** Somebody who has said no to marketing under the number. */
async function whoSaidNo(s: Sending): Promise<string> {
  const { id } = await s.buyer();
  await setContact(s, id, { phone, email: 'Li@Example.com' });
  const agent = await s.as('林小满');
  const no = { buyerId: id, shopId: s.shop, channel: 'all', topic: 'marketing' } as const;
  await agent.call(outreach.createOptOut, no);
  return id;
}

/** How many noes the lists of other modules see for somebody. */
const noesOf = async (s: Sending, buyerId: string) =>
  (
    await s.rows(
      sql`select distinct channel, topic from published.outreach_nos where team_id = ${s.team} and buyer_id = ${buyerId}`,
    )
  ).length;

const marketed = async (s: Sending, buyerId: string) => {
  await s.plan(buyerId, { topic: 'marketing' });
  await s.due();
  const [row] = await s.listed({ buyerId });
  return row && (row.reason ? `${row.state} ${row.reason}` : row.state);
};

describe('CMP-04 a no follows the number and the address', () => {
  it('another buyer under the same number or address stays opted out, however it is written', async () => {
    const s = await atNoon();
    await whoSaidNo(s);
    const { id: byPhone } = await s.buyer();
    await setContact(s, byPhone, { phone: '138 1234 5678' });
    expect(await marketed(s, byPhone)).toBe('skipped opted_out');
    const { id: byMail } = await s.buyer();
    await setContact(s, byMail, { email: ' li@example.COM' });
    expect(await marketed(s, byMail)).toBe('skipped opted_out');
    const { id: other } = await s.buyer();
    await setContact(s, other, { phone: '+8613900000000' });
    expect(await marketed(s, other)).toBe('sent');
  });

  it('over two steps whoever is the same person stays opted out, in the lists too; a third step is another’s', async () => {
    const s = await atNoon();
    const [{ id: between }, { id: second }, { id: third }] = [
      await s.buyer(),
      await s.buyer(),
      await s.buyer(),
    ];
    await setContact(s, between, { phone, email: 'between@example.com' });
    await setContact(s, second, { phone: '+8613700000001', email: 'between@example.com' });
    await setContact(s, third, { phone: '+8613700000001' });
    await whoSaidNo(s);
    expect(await marketed(s, second)).toBe('skipped opted_out');
    expect(await noesOf(s, second)).toBe(1);
    const agent = await s.as('林小满');
    const { items } = await agent.call(outreach.listOptOuts, { buyerId: second, standing: true });
    expect(items).toHaveLength(1);
    expect(await noesOf(s, third)).toBe(0);
    expect(await marketed(s, third)).toBe('sent');
    await agent.call(outreach.undoOptOut, { optOutId: items[0]?.id ?? '' });
    expect([await noesOf(s, second), await marketed(s, second)]).toEqual([0, 'sent']);
  });

  it('who is merged with somebody under the number is opted out with them, until they are parted', async () => {
    const s = await atNoon();
    const [{ id: under }, { id: other }] = [await s.buyer(), await s.buyer()];
    await setContact(s, under, { phone });
    await setContact(s, other, { phone: '+8613700000002' });
    await whoSaidNo(s);
    expect(await marketed(s, other)).toBe('sent');
    const owner = await s.as('何雅琴');
    const merged = { buyerId: under, otherId: other, choose: {}, reason: '同一人' };
    const { mergeId } = await owner.call(buyers.mergeBuyers, merged);
    await s.settle();
    expect([await noesOf(s, other), await marketed(s, other)]).toEqual([1, 'skipped opted_out']);
    await owner.call(buyers.undoMerge, { buyerId: under, mergeId });
    await s.settle();
    expect([await noesOf(s, other), await noesOf(s, under)]).toEqual([0, 1]);
  });

  it('a number or an address of many, a counter’s, passes no no on', async () => {
    const s = await atNoon();
    const { id: between } = await s.buyer();
    await setContact(s, between, { phone, email: 'counter@example.com' });
    const others: string[] = [];
    for (let n = 0; n < 5; n += 1) {
      const { id } = await s.buyer();
      await setContact(s, id, { email: 'counter@example.com' });
      others.push(id);
    }
    await whoSaidNo(s);
    expect(await marketed(s, between)).toBe('skipped opted_out');
    expect(await noesOf(s, others[0] ?? '')).toBe(0);
    expect(await marketed(s, others[0] ?? '')).toBe('sent');
  });

  it('is found by index, however many buyers there are and however many share a number', async () => {
    const s = await atNoon();
    const said = await whoSaidNo(s);
    await s.write((tx) =>
      run(
        tx,
        sql`insert into buyers (team_id, id, shop_ids, name, phone, phone_valid, email)
            select ${tx.team}, gen_random_uuid(), array[${s.shop}]::uuid[], '', '+8613' || (600000000 + n / 2), true,
              case when n % 3 = 0 then 'counter@example.com' end from generate_series(1, 30000) n`,
      ),
    );
    await analyze('buyers', 'outreach_opt_outs', 'outreach_opt_out_contacts');
    const acting = system(s.team, 'test');
    const some = await s.rows<Contact>(
      sql`select id, phone, email from buyers where team_id = ${s.team} and (name = '' or id = ${said}) order by email is null, id limit 5`,
    );
    const reads = await readsOf(s.built.db, acting, (tx) => refusalsOf(tx, some, digest()));
    const most = 100;
    expect(reads.filter(({ blocks }) => blocks > most).map(({ plan }) => plan)).toEqual([]);
  });

  it('it is seen at the other buyer, and taken back there it holds for nobody', async () => {
    const s = await atNoon();
    const first = await whoSaidNo(s);
    const { id } = await s.buyer();
    await setContact(s, id, { phone });
    const agent = await s.as('林小满');
    const { items } = await agent.call(outreach.listOptOuts, { buyerId: id, standing: true });
    expect(items).toMatchObject([{ buyerId: first, channel: 'all', topic: 'marketing' }]);
    await agent.call(outreach.undoOptOut, { optOutId: items[0]?.id ?? '' });
    expect(await marketed(s, id)).toBe('sent');
    expect(await marketed(s, first)).toBe('sent');
  });

  it('forgotten, the number stays barred and nothing else of the buyer is kept', async () => {
    const s = await atNoon();
    const id = newId();
    const named = (buyer: string) =>
      s.write((tx) =>
        run(
          tx,
          sql`insert into buyers (team_id, id, shop_ids, name, phone, phone_valid)
              values (${tx.team}, ${buyer}, array[${s.shop}]::uuid[], '李', ${phone}, true)`,
        ),
      );
    await named(id);
    const agent = await s.as('林小满');
    const no = { buyerId: id, shopId: s.shop, channel: 'sms', topic: 'all' } as const;
    await agent.call(outreach.createOptOut, no);
    await s.write((tx) => run(tx, sql`delete from buyers where id = ${id}`));
    const again = newId();
    await named(again);
    await s.plan(again, { channels: ['sms'] });
    await s.due();
    expect(await s.listed({ buyerId: again })).toMatchObject([{ reason: 'opted_out' }]);
    const { items } = await agent.call(outreach.listOptOuts, {});
    expect(items).toMatchObject([{ buyerId: null, buyerName: '', can: ['undoOptOut'] }]);
    await agent.call(outreach.undoOptOut, { optOutId: items[0]?.id ?? '' });
    await s.plan(again, { channels: ['sms'] });
    await s.due();
    expect((await s.listed({ buyerId: again }))[0]).toMatchObject({ reason: 'no_gateway' });
  });

  it('a new number of somebody who said no is barred as well; another shop is not', async () => {
    const s = await atNoon();
    const id = await whoSaidNo(s);
    const agent = await s.as('林小满');
    await (await s.as('何雅琴')).call(buyers.updateBuyer, { buyerId: id, phone: '13700000000' });
    await s.settle();
    const { id: later } = await s.buyer();
    await setContact(s, later, { phone: '+8613700000000' });
    expect(await marketed(s, later)).toBe('skipped opted_out');
    const { items } = await agent.call(outreach.listOptOuts, { buyerId: later });
    expect(items.every(({ shopId }) => shopId === s.shop)).toBe(true);
  });

  it('of a buyer of another shop it tells nothing, not even who shares the number', async () => {
    const s = await atNoon();
    const owner = await s.as('何雅琴');
    const place = { currency: 'CNY', timezone: 'Asia/Shanghai', locale: 'zh-CN' } as const;
    const other = { ...place, name: '二店', kind: 'built-in', colour: '#114488' } as const;
    const { id: shopId } = await owner.call(shops.createShop, other);
    const said = await whoSaidNo(s);
    const { id: elsewhere } = await s.buyer();
    await setContact(s, elsewhere, { phone });
    await s.write((tx) =>
      run(
        tx,
        sql`update buyers set shop_ids = array[${shopId}]::uuid[] where team_id = ${tx.team} and id = ${elsewhere}`,
      ),
    );
    const memberId = s.member('周启明');
    await owner.call(access.changeMemberRole, { memberId, role: 'lead', shopIds: [s.shop] });
    const lead = await s.as('周启明');
    const of = async (buyerId: string) =>
      (await lead.call(outreach.listOptOuts, { buyerId })).items.length;
    expect([await of(said), await of(elsewhere)]).toEqual([1, 0]);
  });
});

describe('CMP-02 what the buyer has read has arrived', () => {
  it('read up to a message: it is delivered and read, the one after it is not', async () => {
    const s = await atNoon();
    const asking = await s.asks();
    const [of] = await s.rows<{ id: string }>(
      sql`select buyer_id as id from conversations where id = ${asking.id}`,
    );
    const first = await s.plan(of?.id ?? '', { text: '一' });
    await s.due();
    const chat = await asking.buyer.call(channels.getChat);
    const second = await s.plan(of?.id ?? '', { text: '二' });
    await s.due();
    const seq = chat.messages.find(({ text }) => text === '一')?.seq ?? 0;
    await asking.buyer.call(channels.markChatRead, { conversationId: asking.id, seq });
    await s.settle();
    const rows = new Map((await s.listed()).map((row) => [row.id, row]));
    expect(rows.get(first.id)).toMatchObject({ state: 'delivered' });
    expect(rows.get(first.id)?.readAt).not.toBeNull();
    expect(rows.get(second.id)).toMatchObject({ state: 'sent', readAt: null });
    expect((await s.eventTypes()).filter((type) => type === 'outreach.delivered')).toHaveLength(1);
  });
});
