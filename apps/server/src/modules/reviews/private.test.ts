import { reviews, storefront } from '@guitai/contract';
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Reviewed, reviewed } from '../../../test/reviewed.ts';
import { system } from '../../kernel/actor.ts';
import { mirrorBuyers } from '../buyers/index.ts';
import { takeReviews } from './index.ts';
import { findSumFaults } from './sums.store.ts';

let w: Reviewed;
beforeEach(async () => {
  w = await reviewed();
});

const someone = {
  ...{ externalId: 'b-9', name: '赵宁', phone: null, country: 'CN', email: null, level: null },
  ...{ locale: null, addresses: [], attributes: {}, hash: Buffer.from('b-9') },
};

const told = {
  ...{ externalId: 'tm-1', productExternalId: 'plate', rating: 2, words: '有裂缝' },
  ...{ author: '赵宁', buyerExternalId: 'b-9', postedAt: new Date().toISOString() },
};

const take = (list: readonly object[]) =>
  w.doing((tx) =>
    takeReviews(system(w.team, 'test'), tx, w.shop, list as (typeof told)[], 'import'),
  );

describe('A16 who is forgotten stays forgotten', () => {
  test('what the platform tells again brings neither name nor a second review back', async () => {
    const acting = system(w.team, 'test');
    await w.doing((tx) => mirrorBuyers(acting, tx, w.shop, [someone]));
    const [first] = await take([told]);
    const reviewId = first?.reviewId ?? '';
    await w.rows(
      sql`delete from buyers where team_id = ${w.team} and id = (select buyer_id from reviews where id = ${reviewId})`,
    );
    expect(await take([{ ...told, rating: 5 }])).toEqual([{ reviewId, result: 'unchanged' }]);
    const owner = await w.as('何雅琴');
    const { items } = await owner.call(reviews.listReviews, {});
    expect(items).toMatchObject([{ id: reviewId, author: '', rating: 2 }]);
    expect(await w.doing(findSumFaults)).toEqual([]);
  });
});

describe('A16 two tell of the same at once', () => {
  test('one is the review, the other finds it', async () => {
    const both = await Promise.all([take([told]), take([told]), take([told])]);
    expect(
      both
        .flat()
        .map(({ result }) => result)
        .sort(),
    ).toEqual(['created', 'unchanged', 'unchanged']);
  });
});

describe('A16 in public', () => {
  test('numbers, addresses and the buyer’s name stand covered, in the words and in the reply', async () => {
    const orderId = await w.arrived();
    const said = {
      orderId,
      lineNo: 1,
      rating: 5,
      words: '找我 138 1234 5678 或 li@example.com',
      anonymous: true,
    };
    const { id: reviewId } = await w.chat.call(reviews.postReview, said);
    const agent = await w.as('林小满');
    await agent.call(reviews.replyToReview, { reviewId, text: '王晓敏您好，已打 13812345678' });
    const { items } = await w.chat.call(storefront.listStorefrontReviews, { productId: w.product });
    const seen = JSON.stringify(items);
    for (const secret of ['1234 5678', 'li@', '12345678', '晓敏'])
      expect(seen).not.toContain(secret);
    expect((await agent.call(reviews.getReview, { reviewId })).words).toContain('138 1234 5678');
  });
});
