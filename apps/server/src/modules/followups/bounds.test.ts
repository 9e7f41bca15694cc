import { buyers, followups as contract, orders, outreach, scripts } from '@guitai/contract';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { followed } from '../../../test/followed.ts';
import { outcomeOf } from '../../../test/office.ts';
import { clock } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import { quiet } from '../../kernel/log.ts';
import { run } from '../../kernel/tx.ts';
import { roundOfAll } from '../notices/index.ts';
import { followupRounds, makeRound } from './rounds.ts';

const iso = (hours: number) => new Date(clock.now() + hours * 3_600_000).toISOString();

describe('A21 the bounds of follow-ups', () => {
  it('SCR-06 own words that are forbidden do not leave by this way either', async () => {
    const w = await followed();
    const owner = await w.as('何雅琴');
    await owner.call(scripts.addForbiddenWords, { shopId: null, words: ['微信'], level: 'block' });
    const { conversation: conversationId } = await w.asks();
    const plan = { conversationId, plannedAt: iso(1), note: '问问' };
    const { id } = await w.agent.call(contract.planFollowup, plan);
    const say = async (text: string) =>
      outcomeOf(await w.agent.attempt(contract.sendFollowups, { ids: [id], text }));
    expect(await say('加我微 信，更便宜')).toBe('message.words_blocked');
    expect(await say('还在考虑吗')).toBe('done');
  });

  it('who wants no advertising gets nobody’s own words by the way of a service', async () => {
    const w = await followed();
    const { conversation: conversationId, buyer: buyerId } = await w.asks();
    const no = { buyerId, shopId: w.shop, channel: 'all', topic: 'marketing' } as const;
    await w.agent.call(outreach.createOptOut, no);
    const plan = { conversationId, plannedAt: iso(1), note: '问问' };
    const { id } = await w.agent.call(contract.planFollowup, plan);
    const send = async (input: object) =>
      (await w.agent.call(contract.sendFollowups, { ids: [id], ...input })).refused;
    const opted = [{ id, code: 'followup.opted_out' }];
    expect(await send({ text: '全场五折，今晚截止' })).toEqual(opted);
    expect(await send({ text: '全场五折，今晚截止', topic: 'service' })).toEqual(opted);
    expect(await send({ text: '还在考虑吗' })).toEqual(opted);
    expect(await send({ text: '还在考虑吗', topic: 'service' })).toEqual([]);
  });

  it('nor by the lists of those who got their goods, or whose complaint was settled, nor by words the shop set for them', async () => {
    const w = await followed();
    const { buyer: buyerId } = await w.asks();
    await w.lead.call(outreach.createOptOut, {
      ...{ buyerId, shopId: w.shop, channel: 'all', topic: 'marketing' },
    });
    for (const reason of ['received', 'settled'] as const) {
      const id = newId();
      await w.doing((tx) =>
        run(
          tx,
          sql`insert into followups (team_id, id, shop_id, buyer_id, reason, occasion, state, topic, since, made_at)
              values (${tx.team}, ${id}, ${w.shop}, ${buyerId}, ${reason}, ${id}, 'open', 'service', now(), now())`,
        ),
      );
      const send = async (input: object) =>
        (await w.agent.call(contract.sendFollowups, { ids: [id], ...input })).refused;
      const opted = [{ id, code: 'followup.opted_out' }];
      expect(await send({ text: '满200减50，明天结束', topic: 'service' })).toEqual(opted);
      expect(await send({ text: '用着还顺手吗' })).toEqual(opted);
      const words = { 'zh-CN': '老客专享优惠，点这里', 'zh-TW': '老客專享優惠', en: '20% off' };
      const rules = [{ rule: reason, on: true, afterHours: 72, text: words }];
      await w.lead.call(contract.updateFollowupSettings, { shopId: w.shop, rules });
      expect(await send({})).toEqual(opted);
      await w.lead.call(contract.updateFollowupSettings, {
        ...{ shopId: w.shop, rules: [{ rule: reason, on: true, afterHours: 72, text: null }] },
      });
      expect(await send({})).toEqual([]);
    }
  });

  it('a no under the same number keeps off the list too', async () => {
    const w = await followed();
    const [said, other] = [await w.asks(), await w.asks()];
    for (const { buyer: buyerId } of [said, other])
      await w.lead.call(buyers.updateBuyer, { buyerId, phone: '13812345678' });
    const no = { shopId: w.shop, channel: 'all', topic: 'marketing' } as const;
    await w.lead.call(outreach.createOptOut, { buyerId: said.buyer, ...no });
    await w.heard();
    w.later(25);
    await makeRound(w.db, w.team);
    expect(await w.list({ reason: 'asked' })).toEqual([]);
  });

  it('money that went back without a case is asked about too, once', async () => {
    const w = await followed();
    const { buyer: buyerId } = await w.asks();
    const orderId = await w.buys(buyerId);
    const refund = { orderId, amountMinor: 500, reasonCode: 'agreed' } as const;
    await w.lead.call(orders.refundOrder, refund);
    await w.heard();
    await makeRound(w.db, w.team);
    expect(await w.list({ reason: 'settled' })).toEqual([]);
    w.later(73);
    await makeRound(w.db, w.team);
    await makeRound(w.db, w.team);
    expect(await w.list({ reason: 'settled' })).toMatchObject([
      { buyerId, orderId, state: 'open' },
    ]);
  });

  it('the list with buyers’ names leaves as a file only with who may take buyers along', async () => {
    const w = await followed();
    const query = { from: iso(-24), to: iso(1) };
    const file = async (who: '何雅琴' | '周启明' | '林小满' | '方予安') =>
      (
        await (
          await w.as(who)
        ).raw({
          method: 'GET',
          path: `/api${contract.exportFollowups.path}?from=${query.from}&to=${query.to}`,
        })
      ).status;
    expect(
      await Promise.all((['何雅琴', '周启明', '林小满', '方予安'] as const).map(file)),
    ).toEqual([200, 200, 403, 403]);
  });

  it('a team whose round fails keeps no other team waiting', async () => {
    const w = await followed();
    const { buyer: buyerId } = await w.asks();
    await w.heard();
    w.later(25);
    const teams = ['no team at all', w.team];
    expect(await roundOfAll(followupRounds, { db: w.db, log: quiet }, teams)).toEqual([
      'no team at all',
    ]);
    expect(await w.list({ buyerId })).toHaveLength(1);
  });

  it('a buyer waits for so much and no more', async () => {
    const w = await followed();
    await w.stocked(0);
    await w.heard();
    const { conversation: conversationId, buyer } = await w.asks();
    await w.doing((tx) =>
      run(
        tx,
        sql`insert into followups (team_id, id, shop_id, buyer_id, reason, occasion, state, topic, since, variant_id, made_at)
            select ${tx.team}, gen_random_uuid(), ${w.shop}, ${buyer}, 'back', n::text, 'waiting', 'service', now(), gen_random_uuid(), now()
            from generate_series(1, 100) n`,
      ),
    );
    const wish = { conversationId, variantId: w.variant, kind: 'back' } as const;
    expect(outcomeOf(await w.agent.attempt(contract.makeWish, wish))).toBe(
      'followup.wishes_too_many',
    );
  });
});
