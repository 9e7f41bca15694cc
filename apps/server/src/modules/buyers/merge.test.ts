import { access, buyers, conversations, orders, shops } from '@guitai/contract';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Talk, talk } from '../../../test/talk.ts';
import { system } from '../../kernel/actor.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { first, run } from '../../kernel/tx.ts';
import { ensureVerifiedBuyer } from './index.ts';

let t: Talk;
let lead: Awaited<ReturnType<Talk['as']>>;
beforeAll(async () => {
  t = await talk();
  lead = await t.as('周启明');
});

const robot = () => system(t.team, 'test');
let n = 0;

/** A buyer the shop knows. */
async function known(name: string, more: object = {}): Promise<string> {
  n += 1;
  const made = await t.db.write(robot(), (tx) =>
    ensureVerifiedBuyer(robot(), tx, { shopId: t.shop, externalId: `p-${n}`, name }),
  );
  if (isRefusal(made)) throw new Error(made.code);
  const { buyerId } = made;
  if (Object.keys(more).length > 0) await lead.call(buyers.updateBuyer, { buyerId, ...more });
  return buyerId;
}

const merge = (buyerId: string, otherId: string, choose: object = {}) =>
  lead.call(buyers.mergeBuyers, { buyerId, otherId, choose, reason: '同一手机号' });
const profile = (buyerId: string) => lead.call(buyers.getBuyer, { buyerId });

describe('CON-03 two buyers become one', () => {
  it('counts in the preview what the reader’s shops have, and says that there is more elsewhere', async () => {
    const owner = await t.as('何雅琴');
    const [a, b] = [await known('周老师'), await known('周老师 2')];
    const other = await owner.call(shops.createShop, {
      ...{ name: '二店', currency: 'CNY', timezone: 'Asia/Shanghai' },
      ...{ locale: 'zh-CN', kind: 'built-in' },
    });
    const elsewhere = await t.db.write(robot(), (tx) =>
      run(
        tx,
        sql`with known as (update buyers set shop_ids = shop_ids || ${other.id}::uuid where id = ${b})
            insert into buyer_accounts (team_id, id, shop_id, external_id, buyer_id, proof)
            values (${t.team}, uuidv7(), ${other.id}, 'w-1', ${b}, 'verified')`,
      ),
    );
    expect(isRefusal(elsewhere)).toBe(false);
    const preview = async (who: typeof lead) => {
      const { survivor, merged } = await who.call(buyers.previewMerge, { buyerId: a, otherId: b });
      return [survivor, merged].map((one) => [one.accounts, one.elsewhere]);
    };
    expect(await preview(owner)).toEqual([
      [1, false],
      [2, false],
    ]);
    const memberId = t.member('周启明');
    await owner.call(access.changeMemberRole, { memberId, role: 'lead', shopIds: [t.shop] });
    expect(await preview(await t.as('周启明'))).toEqual([
      [1, false],
      [1, true],
    ]);
    await owner.call(access.changeMemberRole, { memberId, role: 'lead', shopIds: null });
    lead = await t.as('周启明');
  });

  it('previews conflicts, takes what was chosen, reads the merged one as the survivor at once', async () => {
    const a = await known('王敏', { level: 'VIP1', remark: '喜欢浅色' });
    const b = await known('王晓敏', { level: 'VIP3', friendliness: 4 });
    await lead.call(buyers.setBuyerTags, { buyerId: b, add: ['老客'] });
    const preview = await lead.call(buyers.previewMerge, { buyerId: a, otherId: b });
    expect(
      Object.fromEntries(preview.fields.map((f) => [f.field, [f.conflict, f.suggested]])),
    ).toEqual({
      name: [true, 'survivor'],
      phone: [false, 'survivor'],
      email: [false, 'survivor'],
      level: [true, 'survivor'],
      friendliness: [false, 'merged'],
      remark: [false, 'survivor'],
    });
    await merge(a, b, { level: 'merged' });
    const one = await profile(b);
    expect(one).toMatchObject({
      id: a,
      name: '王敏',
      level: 'VIP3',
      friendliness: 4,
      remark: '喜欢浅色',
      tags: ['老客'],
    });
    expect(one.accounts).toHaveLength(2);
    const listed = await lead.call(buyers.listBuyers, { limit: 200 });
    expect(listed.items.map(({ id }) => id)).toContain(a);
    expect(listed.items.map(({ id }) => id)).not.toContain(b);
    await lead.call(buyers.updateBuyer, { buyerId: b, remark: '改在这边' });
    expect((await profile(a)).remark).toBe('改在这边');
  });

  it('undone within 30 days, each is what it was; what was changed since stays', async () => {
    const a = await known('李雷', { level: 'V1' });
    const b = await known('李蕾', { level: 'V2', email: 'lei@example.com' });
    const before = await profile(b);
    const { mergeId } = await merge(a, b, { level: 'merged' });
    await lead.call(buyers.updateBuyer, { buyerId: a, name: '李雷（改）' });
    const undone = await lead.call(buyers.undoMerge, { buyerId: a, mergeId });
    expect(undone).toEqual({ mergedId: b, restored: true });
    expect(await profile(a)).toMatchObject({ name: '李雷（改）', level: 'V1', email: null });
    expect(await profile(b)).toEqual(before);
    const history = await lead.call(buyers.listBuyerMerges, { buyerId: a });
    expect(history.items[0]).toMatchObject({ mergedId: b, undoneAt: expect.any(String) });
    await expect(lead.call(buyers.undoMerge, { buyerId: a, mergeId })).rejects.toMatchObject({
      code: 'buyer.merge_not_found',
    });
  });

  it('on the thirtieth day it can still be taken back whole', async () => {
    const a = await known('钱一', { level: 'V1' });
    const b = await known('钱二', { level: 'V9', remark: '送货上楼' });
    const before = await Promise.all([profile(a), profile(b)]);
    const { mergeId } = await merge(a, b, { level: 'merged' });
    await t.db.write(robot(), (tx) =>
      run(
        tx,
        sql`update buyer_merges set at = at - interval '30 days' + interval '10 minutes' where id = ${mergeId}`,
      ),
    );
    const undone = await lead.call(buyers.undoMerge, { buyerId: a, mergeId });
    expect(undone.restored).toBe(true);
    const after = await Promise.all([profile(a), profile(b)]);
    expect(after.map(({ level, remark }) => [level, remark])).toEqual(
      before.map(({ level, remark }) => [level, remark]),
    );
  });

  it('CON-04 after 30 days one can still be unlinked, its history with it; the values stay', async () => {
    const a = await known('赵一', { level: 'V1' });
    const b = await known('赵二', { level: 'V9' });
    const { mergeId } = await merge(a, b, { level: 'merged' });
    await t.db.write(robot(), (tx) =>
      run(tx, sql`update buyer_merges set at = at - interval '31 days' where id = ${mergeId}`),
    );
    const undone = await lead.call(buyers.undoMerge, { buyerId: a, mergeId });
    expect(undone.restored).toBe(false);
    expect((await profile(a)).level).toBe('V9');
    expect(await profile(b)).toMatchObject({ id: b, name: '赵二' });
    expect((await profile(a)).accounts).toHaveLength(1);
  });

  it('a chain of merges reads as its end, and parts link by link', async () => {
    const [a, b, c] = [await known('甲'), await known('乙'), await known('丙')];
    await merge(b, c);
    const second = await merge(a, b);
    expect((await profile(c)).id).toBe(a);
    expect((await profile(a)).accounts).toHaveLength(3);
    await lead.call(buyers.undoMerge, { buyerId: a, mergeId: second.mergeId });
    expect((await profile(c)).id).toBe(b);
    expect((await profile(a)).accounts).toHaveLength(1);
  });

  it('of 64 merges and counter-merges at once, one happens and nobody is part of itself', async () => {
    const [a, b] = [await known('子'), await known('丑')];
    const outcomes = await Promise.allSettled(
      Array.from({ length: 64 }, (_, k) => (k % 2 ? merge(a, b) : merge(b, a))),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await profile(a)).id).toBe((await profile(b)).id);
  });

  it('who is one with somebody blocked is blocked, until they are parted', async () => {
    const [a, b] = [await known('寅'), await known('卯')];
    await lead.call(buyers.setBuyerBlock, { buyerId: b, reason: '恶意退款' });
    const { mergeId } = await merge(a, b);
    expect((await profile(a)).blocked).toBe(true);
    await lead.call(buyers.undoMerge, { buyerId: a, mergeId });
    expect((await profile(a)).blocked).toBe(false);
    expect((await profile(b)).blocked).toBe(true);
  });

  it('an agent may not see the other’s shop, an observer may not merge', async () => {
    const [a, b] = [await known('辰'), await known('巳')];
    const observer = await t.as('方予安');
    await expect(
      observer.call(buyers.mergeBuyers, { buyerId: a, otherId: b, choose: {}, reason: '同一人' }),
    ).rejects.toMatchObject({ code: 'access.denied' });
  });

  it('needs no lock on any of 100,000 messages: it is done while somebody else holds all of them', async () => {
    const a = await known('大买家');
    const chat = await t.asks('你好');
    const b = (
      await t.db.read(robot(), (tx) =>
        first<{ buyer_id: string }>(
          tx,
          sql`select buyer_id from conversations where id = ${chat.id}`,
        ),
      )
    )?.buyer_id as string;
    await t.db.write(robot(), (tx) =>
      run(
        tx,
        sql`insert into messages select (m).* from (
              select jsonb_populate_record(m, jsonb_build_object('id', gen_random_uuid(), 'seq', 1000 + g, 'client_key', gen_random_uuid())) as m
              from messages m cross join generate_series(1, 100000) g
              where m.team_id = ${t.team} and m.conversation_id = ${chat.id} and m.seq = (select min(seq) from messages where conversation_id = ${chat.id})) x`,
      ),
    );
    const agent = await t.as('林小满');
    await agent.call(conversations.takeConversation, { conversationId: chat.id });
    const send = () =>
      agent.call(conversations.sendMessage, {
        conversationId: chat.id,
        clientKey: crypto.randomUUID(),
        text: '稍等',
      });
    await t.db.write(robot(), async (tx) => {
      await run(tx, sql`select 1 from conversations where id = ${chat.id} for update`);
      await run(tx, sql`select 1 from messages where conversation_id = ${chat.id} for update`);
      await merge(a, b);
    });
    await Promise.all([send(), send(), send()]);
    expect((await profile(b)).id).toBe(a);
    await t.settle();
    const found = await lead.call(conversations.listConversations, { view: 'all', buyerId: a });
    expect(found.items.map(({ id }) => id)).toContain(chat.id);
    const page = await lead.call(orders.listBuyerOrders, { buyerId: b });
    expect(page.items).toEqual([]);
  });
});
