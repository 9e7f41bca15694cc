import { audit, buyers, orders } from '@guitai/contract';
import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Browser, outcomeOf } from '../../../test/office.ts';
import { hashOf } from '../../../test/records.ts';
import { type World, world } from '../../../test/world.ts';
import { system } from '../../kernel/actor.ts';
import { newId } from '../../kernel/ids.ts';
import { run } from '../../kernel/tx.ts';
import {
  type BuyerRecord,
  claimContact,
  createVisitorBuyer,
  ensureVerifiedBuyer,
  mirrorBuyers,
} from './index.ts';
import { maskEmail, maskName, maskPhone, maskStreet } from './mask.rules.ts';

let w: World;
let agent: Browser;
let lead: Browser;
let observer: Browser;
let known: string;

const address = {
  name: '王晓敏',
  phone: '13812344614',
  country: '中国',
  province: '浙江省',
  city: '杭州市',
  district: '余杭区',
  street: '文一西路969号3幢',
  postcode: '311121',
};

const record = (externalId: string, part: Partial<BuyerRecord> = {}): BuyerRecord => {
  const made = {
    externalId,
    name: externalId,
    phone: null,
    country: 'CN',
    email: null,
    level: null,
    locale: null,
    addresses: [],
    attributes: {},
    ...part,
  };
  return { ...made, hash: hashOf(made) };
};

const actor = () => system(w.team, 'test');
const mirror = (...records: BuyerRecord[]) =>
  w.db.write(actor(), (tx) => mirrorBuyers(actor(), tx, w.shop, records));
const visitor = (contact: { name?: string; phone?: string; email?: string }) =>
  w.db.write(actor(), (tx) => createVisitorBuyer(actor(), tx, { shopId: w.shop, ...contact }));
const find = (q: string) => agent.call(buyers.listBuyers, { q });

beforeAll(async () => {
  w = await world();
  [agent, lead, observer] = await Promise.all([w.as('林小满'), w.as('周启明'), w.as('方予安')]);
  await mirror(
    record('b-1', {
      name: '王晓敏',
      phone: '138 1234 4614',
      email: 'Xiaomin@Example.com',
      level: 'VIP2',
      addresses: [{ ...address, raw: null }],
      attributes: { 性别: '女', 手机: '13812344614' },
    }),
    record('b-2', { name: '李工', phone: '11213348266' }),
  );
  known = (await find('王晓敏')).items[0]?.id ?? '';
});

describe('CON-05 the profile', () => {
  test('is read covered, changed field by field, and every change is on record', async () => {
    const before = await agent.call(buyers.getBuyer, { buyerId: known });
    expect(before).toMatchObject({
      name: '王晓敏',
      level: 'VIP2',
      verified: true,
      phoneValid: true,
      version: 1,
    });
    expect(before.accounts).toMatchObject([{ externalId: 'b-1', proof: 'verified' }]);
    expect(before.can).toContain('updateBuyer');
    await agent.call(buyers.updateBuyer, { buyerId: known, friendliness: 4 });
    const after = await agent.call(buyers.updateBuyer, { buyerId: known, remark: '只收顺丰' });
    expect(after).toMatchObject({ friendliness: 4, remark: '只收顺丰', version: 3 });
    const owner = await w.as('何雅琴');
    const entries = await owner.call(audit.listAuditEntries, { action: 'buyer.changed' });
    expect(entries.items[0]).toMatchObject({
      subject: { id: known },
      after: { remark: '只收顺丰' },
      before: { remark: '' },
    });
  });

  test('two colleagues tagging at once keep both tags', async () => {
    await Promise.all(
      ['老客', '顺丰', '送礼'].map((tag) =>
        agent.call(buyers.setBuyerTags, { buyerId: known, add: [tag] }),
      ),
    );
    const { tags } = await agent.call(buyers.setBuyerTags, {
      buyerId: known,
      add: ['老客'],
      remove: ['顺丰'],
    });
    expect([...tags].sort()).toEqual(['老客', '送礼'].sort());
    const many = Array.from({ length: 50 }, (_, n) => `t${n}`);
    expect(outcomeOf(await agent.attempt(buyers.setBuyerTags, { buyerId: known, add: many }))).toBe(
      'buyer.too_many_tags',
    );
  });

  test('blocklisting says who, when and why, once; only a lead may', async () => {
    const { id } = (await find('李工')).items[0] ?? { id: '' };
    expect(
      outcomeOf(await agent.attempt(buyers.setBuyerBlock, { buyerId: id, reason: '辱骂客服' })),
    ).toBe('access.denied');
    const blocked = await lead.call(buyers.setBuyerBlock, { buyerId: id, reason: '辱骂客服' });
    expect(blocked).toMatchObject({
      blocked: true,
      blocklisting: { reason: '辱骂客服', byName: '周启明' },
    });
    expect(blocked.can).toContain('removeBuyerBlock');
    expect(
      outcomeOf(await lead.attempt(buyers.setBuyerBlock, { buyerId: id, reason: '再次' })),
    ).toBe('buyer.already_blocked');
    expect(
      (await agent.call(buyers.listBuyers, { blocked: true })).items.map((one) => one.id),
    ).toEqual([id]);
    expect(await lead.call(buyers.removeBuyerBlock, { buyerId: id })).toMatchObject({
      blocked: false,
      blocklisting: null,
    });
    expect(outcomeOf(await lead.attempt(buyers.removeBuyerBlock, { buyerId: id }))).toBe(
      'buyer.not_blocked',
    );
  });

  test('what a member wrote survives the next file; what the file says wins where it is the source', async () => {
    await mirror(
      record('b-1', {
        name: '王晓敏',
        phone: '13812344614',
        email: 'xiaomin@example.com',
        level: 'VIP3',
        addresses: [{ ...address, raw: null }],
      }),
    );
    const after = await agent.call(buyers.getBuyer, { buyerId: known });
    expect(after).toMatchObject({ level: 'VIP3', remark: '只收顺丰', friendliness: 4 });
    expect(after.tags).toContain('老客');
  });

  test('an observer changes nothing; a stranger in another shop sees nothing', async () => {
    expect(
      outcomeOf(await observer.attempt(buyers.updateBuyer, { buyerId: known, remark: 'x' })),
    ).toBe('access.denied');
    expect(outcomeOf(await agent.attempt(buyers.getBuyer, { buyerId: newId() }))).toBe(
      'buyer.not_found',
    );
    const other = await world();
    const theirs = await other.as('林小满');
    expect(outcomeOf(await theirs.attempt(buyers.getBuyer, { buyerId: known }))).toBe(
      'buyer.not_found',
    );
    expect((await theirs.call(buyers.listBuyers, { q: '王晓敏' })).items).toEqual([]);
  });

  test.each(['123', 'abc', '138****4614'])('%s is no phone number', async (phone) => {
    expect(outcomeOf(await agent.attempt(buyers.updateBuyer, { buyerId: known, phone }))).toBe(
      'buyer.phone_invalid',
    );
  });
});

describe('CON-08 a phone number finds its buyer', () => {
  test.each(['13812344614', '+8613812344614', '138-1234-4614', '4614'])('written %s', async (q) => {
    expect((await find(q)).items.map((one) => one.id)).toEqual([known]);
  });

  test('also an invented one, an e-mail in capitals, and the account of the shop', async () => {
    expect((await find('11213348266')).items).toHaveLength(1);
    expect((await find('XIAOMIN@example.COM')).items.map((one) => one.id)).toEqual([known]);
    expect((await find('b-1')).items.map((one) => one.id)).toEqual([known]);
    expect((await find("' or 1=1 --")).items).toEqual([]);
  });
});

describe('CON-02 claiming is not being', () => {
  test('a claimed phone and e-mail show and merge nothing', async () => {
    const { buyerId } = await visitor({
      name: '王晓敏',
      phone: '13812344614',
      email: 'xiaomin@example.com',
    });
    expect(buyerId).not.toBe(known);
    const claimed = await agent.call(buyers.getBuyer, { buyerId });
    expect(claimed).toMatchObject({
      verified: false,
      level: null,
      addresses: [],
      accounts: [],
      remark: '',
    });
    expect((await agent.call(orders.listBuyerOrders, { buyerId })).items).toEqual([]);
    const real = await agent.call(buyers.getBuyer, { buyerId: known });
    expect(real.accounts).toHaveLength(1);
    await w.db.write(actor(), (tx) =>
      claimContact(actor(), tx, known, { email: 'thief@example.com', name: '贼' }),
    );
    expect(await agent.call(buyers.getBuyer, { buyerId: known })).toMatchObject({
      name: '王晓敏',
      email: 'x***@example.com',
    });
  });

  test('SHOP-03 candidates are for a colleague to confirm; the word can be taken back', async () => {
    const { buyerId } = await visitor({ phone: '13812344614' });
    const { items } = await agent.call(buyers.listBuyerCandidates, { buyerId });
    expect(items.map(({ buyer, why }) => [buyer.id, why])).toEqual([[known, ['phone']]]);
    const matched = await agent.call(buyers.confirmBuyerMatch, {
      buyerId,
      matchedBuyerId: known,
      reason: '报出了订单号',
    });
    expect(matched.match).toMatchObject({ buyerId: known, name: '王晓敏', byName: '林小满' });
    const again = { buyerId, matchedBuyerId: known, reason: '再次' };
    expect(outcomeOf(await agent.attempt(buyers.confirmBuyerMatch, again))).toBe(
      'buyer.match_impossible',
    );
    const { buyerId: second } = await visitor({});
    const chain = { buyerId: second, matchedBuyerId: buyerId, reason: '连起来' };
    expect(outcomeOf(await agent.attempt(buyers.confirmBuyerMatch, chain))).toBe(
      'buyer.match_impossible',
    );
    expect((await agent.call(buyers.removeBuyerMatch, { buyerId })).match).toBeNull();
  });

  test('a hundred first words with one signed identity make one buyer', async () => {
    const who = { shopId: w.shop, externalId: 'signed-1', name: '陈小姐' };
    const all = await Promise.all(
      Array.from({ length: 100 }, () =>
        w.db.write(actor(), (tx) => ensureVerifiedBuyer(actor(), tx, who)),
      ),
    );
    expect(new Set(all.map((one) => one.buyerId)).size).toBe(1);
    expect(all.filter((one) => one.created)).toHaveLength(1);
  });
});

describe('ACL-05 personal data is covered until revealed', () => {
  const personal = ['13812344614', '8613812344614', 'xiaomin@', '文一西路969'];

  test('no reply and no event carries it', async () => {
    const replies = [
      await agent.call(buyers.getBuyer, { buyerId: known }),
      await agent.call(buyers.listBuyers, {}),
      await lead.call(buyers.setBuyerTags, { buyerId: known, add: ['x'] }),
    ];
    const events = await w.db.read(actor(), (tx) => run(tx, sql`select data from events`));
    for (const secret of personal) expect(JSON.stringify([replies, events])).not.toContain(secret);
    expect(replies[0]).toMatchObject({ phone: '138****4614', email: 'x***@example.com' });
    expect(JSON.stringify(replies[0])).toContain('文一西****');
  });

  test('a reveal needs a reason, is on record with it, and leaves nothing beside a request key', async () => {
    const short = await agent.attempt(buyers.revealBuyerField, {
      buyerId: known,
      field: 'phone',
      reason: '',
    });
    expect(outcomeOf(short)).toBe('request.invalid');
    const shown = await agent.call(
      buyers.revealBuyerField,
      { buyerId: known, field: 'phone', reason: '快递员要联系' },
      { idempotencyKey: 'reveal-key-1' },
    );
    expect(shown).toEqual({ field: 'phone', value: '+8613812344614', left: 59 });
    const { value } = await agent.call(buyers.revealBuyerField, {
      buyerId: known,
      field: 'address',
      reason: '核对收货地址',
    });
    expect(value).toContain('文一西路969号3幢');
    const owner = await w.as('何雅琴');
    const { items } = await owner.call(audit.listAuditEntries, { action: 'buyer.field_revealed' });
    expect(items.map(({ reason, after }) => [reason, after])).toEqual([
      ['核对收货地址', { field: 'address' }],
      ['快递员要联系', { field: 'phone' }],
    ]);
    const kept = await w.db.read(actor(), (tx) => run(tx, sql`select reply from idempotency_keys`));
    expect(JSON.stringify(kept)).not.toContain('13812344614');
    expect(
      outcomeOf(
        await observer.attempt(buyers.revealBuyerField, {
          buyerId: known,
          field: 'phone',
          reason: '好奇',
        }),
      ),
    ).toBe('access.denied');
  });

  test('sixty an hour for each reader, however many at once; what is refused is on record', async () => {
    const reveal = () =>
      lead.attempt(buyers.revealBuyerField, { buyerId: known, field: 'phone', reason: '盘点' });
    const outcomes = (await Promise.all(Array.from({ length: 75 }, reveal))).map(outcomeOf);
    expect(outcomes.filter((one) => one === 'done')).toHaveLength(60);
    expect(outcomes.filter((one) => one === 'buyer.reveal_budget_spent')).toHaveLength(15);
    const owner = await w.as('何雅琴');
    const { items } = await owner.call(audit.listAuditEntries, {
      action: 'buyer.field_revealed',
      limit: 200,
    });
    expect(items.filter((one) => one.outcome === 'refused')).toHaveLength(15);
    // An hour after the first of the sixty there is room for one again.
    await w.db.write(actor(), (tx) =>
      run(
        tx,
        sql`update reveal_budgets set times[1] = now() - interval '61 minutes' where reader_id = ${w.member('周启明')}`,
      ),
    );
    expect(outcomeOf(await reveal())).toBe('done');
    expect(outcomeOf(await reveal())).toBe('buyer.reveal_budget_spent');
  });

  test('the database and the program cover alike', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.stringMatching(/^\+?[\d -]{0,16}$/),
      fc.emailAddress(),
    );
    const texts = fc.sample(text, 300).filter((one) => !/[\0\ud800-\udfff]/.test(one));
    const rows = await w.db.read(actor(), (tx) =>
      run<{ phone: string; email: string; name: string; street: string }>(
        tx,
        sql`select mask_phone(t) as phone, mask_email(t) as email, mask_name(t) as name, mask_street(t) as street
            from unnest(${texts}::text[]) with ordinality u(t, n) order by n`,
      ),
    );
    for (const [n, row] of rows.entries()) {
      const one = texts[n] ?? '';
      expect(row, one).toEqual({
        phone: maskPhone(one),
        email: maskEmail(one),
        name: maskName(one),
        street: maskStreet(one),
      });
    }
  });

  test('facts of a source are covered wherever they stand', async () => {
    const facts = {
      手机: '13812344614',
      n: 1,
      收件人信息: { 姓名: '王晓敏', 备注: ['文一西路969号'] },
      text: '请打13812344614找我，单号316123105676',
      ok: true,
    };
    const [row] = await w.db.read(actor(), (tx) =>
      run<{ m: unknown }>(tx, sql`select mask_facts(${JSON.stringify(facts)}::jsonb) as m`),
    );
    expect(row?.m).toEqual({
      手机: '138****4614',
      n: 1,
      收件人信息: { 姓名: '王****', 备注: ['文一****'] },
      text: '请打138****4614找我，单号316123105676',
      ok: true,
    });
  });
});

test('SRCH-05 pages by cursor skip and repeat nobody', async () => {
  await mirror(...Array.from({ length: 45 }, (_, n) => record(`page-${n}`)));
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await agent.call(buyers.listBuyers, {
      limit: 20,
      q: 'page-',
      ...(cursor ? { cursor } : {}),
    });
    seen.push(...page.items.map((one) => one.name));
    cursor = page.next ?? undefined;
  } while (cursor);
  expect(seen).toHaveLength(45);
  expect(new Set(seen).size).toBe(45);
  expect(outcomeOf(await agent.attempt(buyers.listBuyers, { cursor: 'x' }))).toBe(
    'list.cursor_invalid',
  );
});
