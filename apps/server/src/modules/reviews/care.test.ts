import { access, channels, orders, reviews, sample, scripts, storefront } from '@guitai/contract';
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { outcomeOf } from '../../../test/office.ts';
import { digest, setClock } from '../../../test/outreach.ts';
import { type Reviewed, reviewed } from '../../../test/reviewed.ts';
import { formOf, picture } from '../../../test/uploads.ts';
import { world } from '../../../test/world.ts';
import { system } from '../../kernel/actor.ts';
import { newId } from '../../kernel/ids.ts';
import { startReactions } from '../../kernel/reactions.ts';
import { mirrorBuyers } from '../buyers/index.ts';
import { decideDue } from '../outreach/index.ts';
import { recheckReviews, takeReviews } from './index.ts';
import { findSumFaults } from './sums.store.ts';

let w: Reviewed;
beforeEach(async () => {
  w = await reviewed();
});

const texts = async () => (await w.chat.call(channels.getChat)).messages.map(({ text }) => text);

describe('A16 what the team says', () => {
  test('SCR-06 forbidden words stand neither under a review nor in thanks', async () => {
    const reviewId = await w.says(5, '很好');
    const owner = await w.as('何雅琴');
    await owner.call(scripts.addForbiddenWords, { shopId: null, words: ['最好'], level: 'block' });
    await owner.call(scripts.addForbiddenWords, { shopId: null, words: ['保证'], level: 'warn' });
    const reply = async (text: string, sure = false) =>
      outcomeOf(await owner.attempt(reviews.replyToReview, { reviewId, text, sure }));
    expect(await reply('我们是最 好 的')).toBe('message.words_blocked');
    expect(await reply('保证满意')).toBe('message.words_warned');
    expect(await reply('保证满意', true)).toBe('done');
    const thanks = { reviewId, text: '最好的客人' };
    expect(outcomeOf(await owner.attempt(reviews.thankForReview, thanks))).toBe(
      'message.words_blocked',
    );
    expect(await texts()).not.toContain('最好的客人');
  });

  test('thanks reach the chat once, in the words that fit', async () => {
    const reviewId = await w.says(1, '太差了');
    const agent = await w.as('林小满');
    const all = await Promise.all(
      [1, 2, 3].map(async () =>
        outcomeOf(await agent.attempt(reviews.thankForReview, { reviewId })),
      ),
    );
    expect(all.sort()).toEqual(['done', 'review.thanked_already', 'review.thanked_already']);
    expect((await texts()).filter((text) => text.startsWith('谢谢您如实告诉我们'))).toHaveLength(1);
    const seen = await agent.call(reviews.getReview, { reviewId });
    expect(seen.can).not.toContain('thankForReview');
    expect(seen.conversationId).toBe(w.conversation);
  });

  test('an invitation goes once, and not to who has reviewed meanwhile', async () => {
    const [one, two] = [await w.arrived(await w.placed(1)), await w.arrived(await w.placed(1))];
    const agent = await w.as('林小满');
    expect(outcomeOf(await agent.attempt(reviews.inviteReview, { orderId: w.order }))).toBe(
      'review.not_received',
    );
    const waiting = await agent.call(reviews.listReviewableOrders, {});
    expect(waiting.items.map(({ orderId }) => orderId)).toEqual([two, one]);
    setClock(Date.parse(`${new Date().toISOString().slice(0, 10)}T04:00:00Z`));
    for (const orderId of [one, two]) await agent.call(reviews.inviteReview, { orderId });
    expect(outcomeOf(await agent.attempt(reviews.inviteReview, { orderId: one }))).toBe(
      'review.invited_already',
    );
    await w.rows(
      sql`insert into reviews (team_id, id, shop_id, source, buyer_id, order_id, rating, tone, score, strong, conflict, bad, posted_at, told_at)
          values (${w.team}, ${newId()}, ${w.shop}, 'own', ${w.buyer}, ${two}, 5, 'neutral', 0, false, false, false, now(), now())`,
    );
    await decideDue(w.db, w.team, { reviews: recheckReviews }, 10, digest());
    const sent = await w.rows<{ order_id: string; state: string; reason: string | null }>(
      sql`select order_id, state, reason from outreach_messages where team_id = ${w.team} order by id`,
    );
    expect(sent).toMatchObject([
      { order_id: one, state: 'sent' },
      { order_id: two, state: 'skipped', reason: 'reviewed' },
    ]);
  });
});

describe('A16 flags', () => {
  test('hide only with the right to, on record, and back again', async () => {
    const reviewId = await w.says(5, '加微信返现');
    const agent = await w.as('林小满');
    const lead = await w.as('周启明');
    expect(outcomeOf(await lead.attempt(reviews.hideReview, { reviewId }))).toBe(
      'review.not_flagged',
    );
    await agent.call(reviews.flagReview, { reviewId, reason: 'spam', note: '引流' });
    expect(outcomeOf(await agent.attempt(reviews.hideReview, { reviewId }))).toBe('access.denied');
    const shelf = async () =>
      (await w.chat.call(storefront.listStorefrontReviews, { productId: w.product })).items.length;
    expect(await shelf()).toBe(1);
    await lead.call(reviews.hideReview, { reviewId });
    expect(await shelf()).toBe(0);
    expect(outcomeOf(await agent.attempt(reviews.unflagReview, { reviewId }))).toBe(
      'access.denied',
    );
    await lead.call(reviews.showReview, { reviewId });
    await agent.call(reviews.unflagReview, { reviewId });
    expect(await shelf()).toBe(1);
    const kept = await w.rows<{ action: string }>(
      sql`select action from audit_entries where team_id = ${w.team} and subject_kind = 'review' and outcome = 'done' order by seq`,
    );
    expect(kept.map(({ action }) => action)).toEqual([
      'review.flagged',
      'review.hidden',
      'review.shown',
      'review.unflagged',
    ]);
  });
});

const someone = {
  ...{ externalId: 'b-9', name: '赵宁', phone: null, country: 'CN', email: null, level: null },
  ...{ locale: null, addresses: [], attributes: {}, hash: Buffer.from('b-9') },
};

const told = (more: object = {}) => ({
  externalId: 'tm-1',
  productExternalId: 'plate',
  rating: 2,
  words: '有裂缝，很失望',
  author: '王**',
  postedAt: new Date().toISOString(),
  ...more,
});

describe('A16 a platform tells of reviews', () => {
  test('the same again changes nothing, another wording is an amendment, history calls nobody', async () => {
    const owner = await w.as('何雅琴');
    const order = await owner.call(orders.getOrder, { orderId: await w.arrived() });
    const { secret } = await owner.call(access.createApiKey, {
      name: '同步',
      permissions: ['reviews.mirror'],
      shopIds: [w.shop],
      expiresAt: null,
    });
    const send = async (list: object[], key = secret) => {
      const reply = await w.app.inject({
        method: 'POST',
        url: `/api/shops/${w.shop}/reviews`,
        headers: { authorization: `Bearer ${key}` },
        payload: { reviews: list },
      });
      return (
        reply.json().items?.map(({ result }: { result: string }) => result) ?? reply.json().code
      );
    };
    const first = told({ orderNumber: order.number });
    expect(await send([first])).toEqual(['created']);
    expect(await send([first, first])).toEqual(['unchanged', 'unchanged']);
    const better = { ...first, rating: 5, words: '客服补发了，满意' };
    expect(await send([better])).toEqual(['changed']);
    const old = told({ externalId: 'tm-2', rating: 1, postedAt: '2025-01-05T08:00:00Z' });
    expect(await send([{ ...old, reply: { text: '已退款' } }])).toEqual(['created']);
    const { items } = await owner.call(reviews.listReviews, {});
    expect(items).toMatchObject([
      { orderId: w.order, buyerId: w.buyer, rating: 5, earlier: { rating: 2 }, source: 'api' },
      { orderId: null, author: '王**', rating: 1, reply: { text: '已退款', byName: '' } },
    ]);
    const open = await w.rows<{ state: string }>(
      sql`select state from tasks where team_id = ${w.team} and review_id is not null`,
    );
    expect(open).toEqual([{ state: 'done' }]);
    const mine = { orderId: w.order, lineNo: 1, rating: 5, words: '' };
    expect(outcomeOf(await w.chat.attempt(reviews.postReview, mine))).toBe('review.exists');
    expect(await w.doing(findSumFaults)).toEqual([]);
    const elsewhere = await world();
    const foreign = await (await elsewhere.as('何雅琴')).attempt(reviews.mirrorReviews, {
      shopId: w.shop,
      reviews: [old],
    });
    expect(outcomeOf(foreign)).toBe('shop.not_found');
  });
});

describe('A16 pictures', () => {
  const upload = async (identity: string) => {
    const bytes = await picture();
    const { payload, headers } = formOf({ name: 'a.png', type: 'image/png', bytes });
    const reply = await w.built.app.inject({
      method: 'POST',
      url: '/api/storefront/review-pictures',
      headers: { ...headers, 'guitai-site': w.site, 'guitai-identity': identity },
      payload,
    });
    return reply.json() as { id: string; url: string };
  };
  const look = async (url: string, headers: Record<string, string> = {}) =>
    (
      await w.built.app.inject({
        method: 'GET',
        url,
        headers: { 'guitai-site': w.site, ...headers },
      })
    ).statusCode;

  test('are the buyer’s until they stand in a review, everybody’s then, and gone when nobody takes them', async () => {
    const mine = await w.identity('b-1');
    const [kept, loose] = [await upload(mine), await upload(mine)];
    expect(await look(kept.url)).toBe(404);
    expect(await look(kept.url, { 'guitai-identity': mine })).toBe(200);
    const other = await w.newcomer(await w.identity('b-2', '陈立'));
    const orderId = await w.arrived();
    const said = { orderId, lineNo: 1, rating: 5, words: '', pictureIds: [kept.id] };
    await other.chat.attempt(reviews.postReview, said);
    const own = await w.chat.call(reviews.postReview, said);
    expect(own.pictures).toEqual([kept]);
    expect(await look(kept.url)).toBe(200);
    const taken = { ...said, orderId: await w.arrived(await w.placed(1)) };
    expect(outcomeOf(await w.chat.attempt(reviews.postReview, taken))).toBe(
      'review.picture_foreign',
    );
    await w.rows(
      sql`update review_pictures set at = now() - interval '2 days' where team_id = ${w.team}`,
    );
    const runner = w.modules
      .flatMap(({ jobs }) => jobs)
      .find(({ name }) => name === 'reviews.sweep');
    await runner?.performBare?.(
      { kind: 'system', team: w.team, why: 'test', locale: 'en' },
      w.db,
      {},
    );
    expect(await look(loose.url, { 'guitai-identity': mine })).toBe(404);
    expect(await look(kept.url)).toBe(200);
  });
});

describe('A16 who is forgotten', () => {
  test('leaves stars and words, and nothing that leads back', async () => {
    const acting = system(w.team, 'test');
    const said = { ...told({ rating: 5, words: '很好用' }), buyerExternalId: 'b-9' };
    const [kept] = await w.doing(async (tx) => {
      await mirrorBuyers(acting, tx, w.shop, [someone]);
      return takeReviews(acting, tx, w.shop, [said], 'import');
    });
    const reviewId = kept?.reviewId ?? '';
    await w.rows(
      sql`delete from buyers where team_id = ${w.team} and id = (select buyer_id from reviews where id = ${reviewId})`,
    );
    const owner = await w.as('何雅琴');
    expect(await owner.call(reviews.getReview, { reviewId })).toMatchObject({
      ...{
        rating: 5,
        words: '很好用',
        author: '',
        buyerId: null,
        orderId: null,
        orderNumber: null,
      },
      conversationId: null,
    });
    expect(await w.doing(findSumFaults)).toEqual([]);
  });

  test('a sample shop brings its reviews and takes them along', async () => {
    const owner = await w.as('何雅琴');
    await owner.call(sample.loadSampleShop, {});
    const { items } = await owner.call(reviews.listReviews, { limit: 100 });
    expect(items.length).toBeGreaterThan(10);
    expect(items.every(({ productId, buyerId, orderId }) => productId && buyerId && orderId)).toBe(
      true,
    );
    expect((await owner.call(reviews.listReviews, { tab: 'bad' })).items).toHaveLength(2);
    expect(await w.doing(findSumFaults)).toEqual([]);
    await owner.call(sample.removeSampleShop, {});
    expect((await owner.call(reviews.listReviews, {})).items).toEqual([]);
  });
});

describe('A5 a rule answers a review', () => {
  test('the trigger “reviewed” is planned once for the order', async () => {
    const following = w.modules
      .flatMap(({ reactions }) => reactions)
      .filter(({ name }) => name === 'automation.reviews');
    await w.rows(
      sql`insert into automation_rules (team_id, id, shop_id, name, position, state, since, trigger, definition, updated_at)
          values (${w.team}, ${newId()}, ${w.shop}, '谢', 50, 'on', now() - interval '1 day', 'order.reviewed',
            ${JSON.stringify({ trigger: 'order.reviewed', delayMinutes: 0, schedule: null, conditions: { match: 'all', of: [] }, actions: [], stopOnMatch: false, repeatMinutes: null })}::jsonb, now())`,
    );
    await w.says(5);
    const running = startReactions(w.db, following, undefined, w.team);
    const runs = () =>
      w.rows<{ n: number }>(
        sql`select count(*)::int as n from automation_runs where team_id = ${w.team} and order_id is not null`,
      );
    while ((await runs())[0]?.n === 0) await new Promise((done) => setTimeout(done, 20));
    await running.stop();
    expect(await runs()).toEqual([{ n: 1 }]);
  });
});
