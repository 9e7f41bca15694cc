import { aftersales, notices, reviews, teamwork } from '@guitai/contract';
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { outcomeOf } from '../../../test/office.ts';
import { type Reviewed, reviewed } from '../../../test/reviewed.ts';
import { world } from '../../../test/world.ts';
import { findSumFaults } from './sums.store.ts';

let w: Reviewed;
beforeEach(async () => {
  w = await reviewed();
});

const line = { lineNo: 1, rating: 5, words: '质量很好，很满意' };
const tasks = async (of = w) =>
  of.rows<{ state: string; priority: string }>(
    sql`select state, priority from tasks where team_id = ${of.team} and review_id is not null`,
  );

describe('A16 a buyer reviews what arrived', () => {
  test('once a line, after receipt and within the window; nobody else can', async () => {
    const mine = { orderId: w.order, ...line };
    const attempt = async (input = mine, chat = w.chat) =>
      outcomeOf(await chat.attempt(reviews.postReview, input));
    expect(await attempt()).toBe('review.not_received');
    await w.arrived();
    expect(await attempt({ ...mine, lineNo: 9 })).toBe('review.line_not_found');
    const stranger = await w.newcomer(await w.identity('b-2', '陈立'));
    expect(await attempt(mine, stranger.chat)).toBe('order.not_found');
    expect(await attempt(mine, w.visitor())).toBe('visitor.identity_needed');
    const both = await Promise.all([attempt(), attempt(), attempt()]);
    expect(both.sort()).toEqual(['done', 'review.exists', 'review.exists']);
    const own = await w.chat.call(reviews.listOwnReviews, { orderId: w.order });
    expect(own.items).toMatchObject([
      { lineNo: 1, title: '竹制餐盘', review: { rating: 5 }, can: ['amendReview'] },
    ]);
    const late = await w.arrived(await w.placed(1));
    await w.rows(
      sql`insert into order_statuses (team_id, id, order_id, status, at, actor_kind)
          values (${w.team}, gen_random_uuid(), ${late}, 'received', now() - interval '181 days', 'system')`,
    );
    expect(await attempt({ ...mine, orderId: late })).toBe('review.too_late');
  });

  test('amends it once within the time; the team sees what it said before', async () => {
    await w.arrived();
    const { id: reviewId } = await w.chat.call(reviews.postReview, { orderId: w.order, ...line });
    const owner = await w.as('何雅琴');
    const change = { reviewId, rating: 2, words: '用了两天就裂了，很失望' };
    const other = await w.newcomer(await w.identity('b-3', '赵宁'));
    expect(outcomeOf(await other.chat.attempt(reviews.amendReview, change))).toBe(
      'review.not_found',
    );
    const amended = await w.chat.call(reviews.amendReview, change);
    expect(amended.amendedAt).not.toBeNull();
    expect(outcomeOf(await w.chat.attempt(reviews.amendReview, change))).toBe(
      'review.amended_already',
    );
    const seen = await owner.call(reviews.getReview, { reviewId });
    expect(seen).toMatchObject({
      rating: 2,
      bad: true,
      earlier: { rating: 5, words: line.words },
      hint: { tone: 'negative', conflict: false },
    });
    expect(seen.hint.hits.map(({ word }) => word)).toContain('失望');
    expect(await tasks()).toMatchObject([{ state: 'open', priority: 'high' }]);
    const second = await w.says(5);
    await w.rows(
      sql`update reviews set posted_at = now() - interval '31 days' where team_id = ${w.team} and id = ${second}`,
    );
    expect(
      outcomeOf(await w.chat.attempt(reviews.amendReview, { ...change, reviewId: second })),
    ).toBe('review.amend_over');
  });
});

describe('A16 a bad review becomes a task', () => {
  test('one, with a notice; answering settles it, taking the answer back is seen', async () => {
    const good = await w.says(5, '很喜欢');
    const bad = await w.says(1, '收到就是碎的');
    const strong = await w.says(4, '垃圾，骗人的');
    expect(await tasks()).toHaveLength(2);
    const lead = await w.as('周启明');
    const { items } = await lead.call(notices.listNotices, { kind: 'review_bad' });
    expect(items.map(({ path }) => path).sort()).toEqual(
      [`/marketing/reviews/${bad}`, `/marketing/reviews/${strong}`].sort(),
    );
    const figures = await lead.call(reviews.getReviewFigures, {});
    expect(figures).toMatchObject({ count: 3, stars: [1, 0, 0, 1, 1], unanswered: 3, bad: 2 });
    const agent = await w.as('林小满');
    const replied = await agent.call(reviews.replyToReview, {
      reviewId: bad,
      text: '很抱歉，今天给您补发。',
    });
    expect(replied.reply).toMatchObject({ text: '很抱歉，今天给您补发。', byName: '林小满' });
    const { items: left } = await agent.call(teamwork.listTasks, { view: 'team' });
    expect(left.filter(({ links }) => links.reviewId).map(({ links }) => links.reviewId)).toEqual([
      strong,
    ]);
    await agent.call(reviews.withdrawReviewReply, { reviewId: bad });
    const list = await agent.call(reviews.listReviews, { tab: 'bad' });
    expect(list.items.map(({ id }) => id)).toEqual([strong, bad]);
    expect(list.items.find(({ id }) => id === strong)?.hint).toMatchObject({
      conflict: true,
      strong: true,
    });
    expect(list.items.map(({ id }) => id)).not.toContain(good);
  });

  test('under the settings of the shop', async () => {
    const lead = await w.as('周启明');
    const {
      can: _can,
      shopId,
      ...now
    } = await lead.call(reviews.getReviewSettings, {
      shopId: w.shop,
    });
    const set = { ...now, shopId, badAt: 0, badWords: false };
    const agent = await w.as('林小满');
    expect(outcomeOf(await agent.attempt(reviews.setReviewSettings, set))).toBe('access.denied');
    await lead.call(reviews.setReviewSettings, set);
    await w.says(1, '垃圾');
    expect(await tasks()).toEqual([]);
    await lead.call(reviews.setReviewSettings, { ...set, open: false });
    const orderId = await w.arrived(await w.placed(1));
    expect(outcomeOf(await w.chat.attempt(reviews.postReview, { orderId, ...line }))).toBe(
      'review.closed',
    );
  });
});

describe('A16 the list', () => {
  test('is filtered, searched and paged; others neither see nor touch it', async () => {
    const ids = [await w.says(5, '颜色好看'), await w.says(3), await w.says(2, '太慢了，催了三次')];
    const owner = await w.as('何雅琴');
    const found = async (query: object) =>
      (await owner.call(reviews.listReviews, query)).items.map(({ id }) => ids.indexOf(id));
    expect(await found({})).toEqual([2, 1, 0]);
    expect(await found({ rating: 3 })).toEqual([1]);
    expect(await found({ tone: 'positive' })).toEqual([0]);
    expect(await found({ q: '催了' })).toEqual([2]);
    expect(await found({ buyerId: w.buyer, tab: 'unanswered' })).toEqual([2, 1, 0]);
    expect(await found({ productId: w.product, until: new Date(0).toISOString() })).toEqual([]);
    const first = await owner.call(reviews.listReviews, { limit: 2 });
    const rest = await owner.call(reviews.listReviews, { limit: 2, cursor: first.next ?? '' });
    expect(rest.items.map(({ id }) => ids.indexOf(id))).toEqual([0]);
    expect(rest.next).toBeNull();
    const products = await owner.call(reviews.listReviewedProducts, {});
    expect(products.items).toMatchObject([
      { productId: w.product, count: 3, stars: [0, 1, 1, 0, 1] },
    ]);
    expect(products.items[0]?.average).toBeCloseTo(10 / 3);

    const reviewId = ids[0] ?? '';
    const elsewhere = await (await world()).as('何雅琴');
    const narrow = await w.as('林小满');
    await w.rows(
      sql`update members set shop_ids = '{}' where team_id = ${w.team} and id = ${w.member('林小满')}`,
    );
    for (const who of [elsewhere, narrow]) {
      expect((await who.call(reviews.listReviews, {})).items).toEqual([]);
      for (const endpoint of [reviews.getReview, reviews.unflagReview] as const)
        expect(outcomeOf(await who.attempt(endpoint, { reviewId }))).toBe('review.not_found');
      const say = { reviewId, text: '谢谢' };
      expect(outcomeOf(await who.attempt(reviews.replyToReview, say))).toBe('review.not_found');
      expect(outcomeOf(await who.attempt(reviews.thankForReview, say))).toBe('review.not_found');
    }
    const observer = await w.as('方予安');
    expect((await observer.call(reviews.getReview, { reviewId })).can).toEqual([]);
    expect(
      outcomeOf(await observer.attempt(reviews.flagReview, { reviewId, reason: 'spam' })),
    ).toBe('access.denied');
  });
});

describe('A16 the stars of a product are kept', () => {
  test('through everything that happens to reviews, and a recount finds them right', async () => {
    const lead = await w.as('周启明');
    const ids = [await w.says(5), await w.says(1, '差'), await w.says(4)];
    const [worst = ''] = ids.slice(1);
    await w.chat.call(reviews.amendReview, { reviewId: ids[2] ?? '', rating: 3, words: '' });
    await lead.call(reviews.flagReview, { reviewId: worst, reason: 'abuse' });
    await lead.call(reviews.hideReview, { reviewId: worst });
    const stars = async () =>
      (
        await w.rows<{ stars: number[] }>(
          sql`select stars from review_sums where team_id = ${w.team}`,
        )
      )[0]?.stars;
    expect(await stars()).toEqual([0, 0, 1, 0, 1]);
    expect(await w.doing(findSumFaults)).toEqual([]);
    await lead.call(reviews.showReview, { reviewId: worst });
    expect(await stars()).toEqual([1, 0, 1, 0, 1]);
    await Promise.all([1, 2, 3, 4, 5, 5].map((rating) => w.says(rating)));
    expect(await stars()).toEqual([2, 1, 2, 1, 3]);
    expect(await w.doing(findSumFaults)).toEqual([]);
    await w.rows(sql`update reviews set rating = 2 where team_id = ${w.team} and id = ${worst}`);
    expect(await w.doing(findSumFaults)).toHaveLength(1);
  });
});

describe('A18 a review is the proof for its cash-back', () => {
  test('without a picture or a link; a hidden one proves nothing', async () => {
    const orderId = await w.arrived(await w.placed(1));
    const owner = await w.as('何雅琴');
    const pay = async () =>
      outcomeOf(await owner.attempt(aftersales.payReviewCashback, { orderId }));
    expect(await pay()).toBe('case.proof_needed');
    const { id: reviewId } = await w.chat.call(reviews.postReview, { orderId, ...line });
    await owner.call(reviews.flagReview, { reviewId, reason: 'spam' });
    await owner.call(reviews.hideReview, { reviewId });
    expect(await pay()).toBe('case.proof_needed');
    await owner.call(reviews.showReview, { reviewId });
    expect(await pay()).toBe('done');
    expect(await pay()).toBe('case.once_per_order');
    const acts = await w.rows<{ params: { proof: { reviewId: string } } }>(
      sql`select params from order_acts where team_id = ${w.team} and order_id = ${orderId} and kind = 'cashback_paid'`,
    );
    expect(acts[0]?.params.proof.reviewId).toBe(reviewId);
  });
});
