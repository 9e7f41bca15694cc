import { access, channels, offers, orders } from '@guitai/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AtCounter, atCounter } from '../../../test/counter.ts';
import { type Browser, outcomeOf } from '../../../test/office.ts';
import { system } from '../../kernel/actor.ts';
import { newId } from '../../kernel/ids.ts';
import { type Reactions, startReactions } from '../../kernel/reactions.ts';
import { run } from '../../kernel/tx.ts';
import { payOrder } from '../orders/index.ts';
import { offers as offersModule } from './index.ts';
import { lapseTalks } from './lapse.ts';
import { orderWith, templateIn } from './offers.test-help.ts';
import { defaultOffers } from './settings.rules.ts';

describe('SHOP-10 the ladder at work', () => {
  let w: AtCounter;
  let owner: Browser;
  let agent: Browser;
  let running: Reactions;
  beforeAll(async () => {
    w = await atCounter();
    [owner, agent] = [await w.as('何雅琴'), await w.as('林小满')];
    running = startReactions(w.db, offersModule.reactions);
    await owner.call(orders.cancelOrder, { orderId: w.order, reasonCode: 'no_longer_needed' });
  });
  afterAll(() => running.stop());

  const say = (text: string) => w.chat.call(channels.sendChatMessage, { clientKey: newId(), text });
  const sheet = () => agent.call(offers.getOfferSheet, { conversationId: w.conversation });
  const pay = (orderId: string) =>
    w.doing((tx) =>
      payOrder(system(w.team, 'test'), tx, { orderId, kind: 'cash', reference: `p-${orderId}` }),
    );

  test('the situation is read from the last words; a step is offered, taken, paid, and reversed with its order', async () => {
    await templateIn(owner, w.shop, { minMinor: 0, amountMinor: 1_000 });
    await say('能便宜点吗');
    expect(await sheet()).toMatchObject({ situation: 'first_ask', guessed: true, next: 'coupon' });
    const made = await agent.call(offers.makeConcession, {
      conversationId: w.conversation,
      rung: 'coupon',
      situation: 'first_ask',
    });
    expect(made).toMatchObject({
      state: 'done',
      concession: { state: 'offered', costMinor: 1_000 },
    });
    const placed = await orderWith(w, [made.coupon?.id ?? '']);
    await pay(placed.id);
    await running.settled();
    const paid = (await sheet()).bargain;
    expect(paid).toMatchObject({ outcome: 'paid', paidMinor: 22_400 });
    expect(paid?.steps).toMatchObject([{ rung: 'coupon', state: 'accepted', byName: '林小满' }]);
    const results = await owner.call(offers.getOfferResults, { shopId: w.shop });
    expect(results.rungs[1]).toMatchObject({ offered: 1, accepted: 1, paid: 1, costMinor: 1_000 });
    await owner.call(orders.cancelOrder, { orderId: placed.id, reasonCode: 'no_longer_needed' });
    await running.settled();
    expect((await sheet()).bargain).toMatchObject({ outcome: 'reversed', paidMinor: 0 });
    const after = await owner.call(offers.getOfferResults, { shopId: w.shop });
    expect(after.rungs[1]).toMatchObject({ offered: 1, paid: 0, costMinor: 0 });
  });

  test('passing over a cheaper step needs a reason, which stays on record; what was refused can be undone', async () => {
    await w.placed();
    const wish = {
      conversationId: w.conversation,
      rung: 'price',
      situation: 'competitor',
    } as const;
    const refused = await agent.attempt(offers.makeConcession, { ...wish, amountMinor: 1_000 });
    expect(outcomeOf(refused)).toBe('offer.skip_needs_reason');
    const made = await agent.call(offers.makeConcession, {
      ...wish,
      amountMinor: 1_000,
      reason: '买家给了别家截图',
    });
    expect(made).toMatchObject({ state: 'done', concession: { rung: 'price', costMinor: 1_000 } });
    const { bargain } = await sheet();
    expect(bargain?.steps).toMatchObject([
      { rung: 'coupon', state: 'skipped', reason: '买家给了别家截图' },
      { rung: 'price', state: 'offered' },
    ]);
    const concessionId = made.concession?.id ?? '';
    const declined = await agent.call(offers.declineConcession, { concessionId });
    expect(declined).toMatchObject({ state: 'declined', can: ['undeclineConcession'] });
    expect(await agent.call(offers.undeclineConcession, { concessionId })).toMatchObject({
      state: 'offered',
    });
    const more = await agent.attempt(offers.makeConcession, {
      ...wish,
      amountMinor: 99_000,
      reason: 'x',
    });
    expect(outcomeOf(more)).toBe('offer.rung_closed');
  });

  test('at the end of the shop’s budget nothing more is given, and nothing of it is left behind', async () => {
    await owner.call(offers.setOfferSettings, {
      ...defaultOffers,
      ladder: [...defaultOffers.ladder],
      shopId: w.shop,
      dayBudgetMinor: 2_500,
    });
    const before = await owner.call(offers.listCoupons, { shopId: w.shop });
    const wish = {
      conversationId: w.conversation,
      rung: 'coupon',
      situation: 'hesitating',
    } as const;
    const refused = await owner.attempt(offers.makeConcession, wish);
    expect(outcomeOf(refused)).toBe('offer.budget_over');
    const after = await owner.call(offers.listCoupons, { shopId: w.shop });
    expect(after.items).toHaveLength(before.items.length);
    expect(await sheet()).toMatchObject({ dayLeftMinor: 500 });
    await owner.call(offers.setOfferSettings, {
      ...defaultOffers,
      ladder: [...defaultOffers.ladder],
      shopId: w.shop,
    });
  });

  test('beyond the own authority the step waits, and is offered by itself once approved', async () => {
    const big = await templateIn(owner, w.shop, { minMinor: 0, amountMinor: 6_000 });
    const wish = {
      conversationId: w.conversation,
      rung: 'coupon',
      situation: 'hesitating',
      templateId: big.id,
    } as const;
    const asked = await agent.call(offers.makeConcession, { ...wish, approvalNote: '大客户' });
    expect(asked).toMatchObject({ state: 'asked', concession: { state: 'asked' } });
    const lead = await w.as('周启明');
    await lead.call(access.grantApproval, { approvalId: asked.approval?.id ?? '' });
    await running.settled();
    const { bargain } = await sheet();
    const step = bargain?.steps.find((one) => one.id === asked.concession?.id);
    expect(step).toMatchObject({ state: 'offered' });
    expect(step?.couponId).not.toBe(null);
  });

  test('costs and margins are for those who may see them', async () => {
    await owner.call(offers.setVariantCost, { variantId: w.variant, costMinor: 6_000 });
    const denied = await agent.attempt(offers.setVariantCost, {
      variantId: w.variant,
      costMinor: 1,
    });
    expect(outcomeOf(denied)).toBe('access.denied');
    const input = { conversationId: w.conversation, situation: 'competitor' } as const;
    const seen = await owner.call(offers.getOfferSheet, input);
    const hidden = await agent.call(offers.getOfferSheet, input);
    const price = (one: typeof seen) => one.rungs.find((rung) => rung.rung === 'price');
    expect(price(seen)?.marginMinor).toBeTypeOf('number');
    expect(price(hidden)?.marginMinor).toBe(null);
    await owner.call(offers.setPriceFloor, {
      ...{ shopId: w.shop, productId: w.product },
      ...{ percent: null, floorMinor: null, marginPercent: 90 },
    });
    const floor = await owner.call(offers.getOfferSheet, input);
    expect(price(floor)?.floorMinor).toBe(2 * 11_400);
  });

  test('what a floor would mean is shown before it is set: each bound, the highest holds, costs only for those who may', async () => {
    const wish = { shopId: w.shop, percent: 80, marginPercent: 70 };
    const seen = await owner.call(offers.tryPriceFloor, wish);
    expect(seen).toMatchObject({ currency: 'CNY', matched: 1, withoutCost: 0, aboveList: 0 });
    expect(seen.examples).toMatchObject([
      {
        listMinor: 11_700,
        costMinor: 6_000,
        percentMinor: 9_360,
        marginMinor: 10_200,
        floorMinor: 10_200,
      },
    ]);
    const high = await owner.call(offers.tryPriceFloor, { ...wish, marginPercent: 200 });
    expect(high).toMatchObject({ aboveList: 1 });
    const other = await owner.call(offers.tryPriceFloor, { ...wish, category: '厨房' });
    expect(other).toMatchObject({ matched: 0, examples: [] });
    expect(outcomeOf(await agent.attempt(offers.tryPriceFloor, wish))).toBe('access.denied');
  });

  test('a talk in which nothing happened for a week is closed, one that waits for an approval is not', async () => {
    const { bargain } = await sheet();
    const open = () =>
      w.doing(async (tx) => {
        const [row] = await run(
          tx,
          sql`select outcome, closed_at from bargains where team_id = ${tx.team} and id = ${bargain?.id}`,
        );
        return row;
      });
    expect(bargain).toMatchObject({ outcome: 'open', closedAt: null });
    const lapse = () => w.doing((tx) => lapseTalks.perform(system(w.team, 'test'), tx, {}));
    const age = (state: string) =>
      w.doing(async (tx) => {
        await run(
          tx,
          sql`update bargains set opened_at = now() - interval '8 days' where team_id = ${tx.team} and outcome = 'open'`,
        );
        await run(
          tx,
          sql`update concessions set at = now() - interval '8 days', answered_at = null,
            state = case when state in ('offered', 'asked') then ${state} else state end where team_id = ${tx.team}`,
        );
      });
    await lapse();
    expect(await open()).toMatchObject({ outcome: 'open' });
    await age('asked');
    await lapse();
    expect(await open()).toMatchObject({ outcome: 'open' });
    await age('offered');
    await lapse();
    expect(await open()).toMatchObject({ outcome: 'lapsed', closed_at: expect.any(Date) });
  });
});
