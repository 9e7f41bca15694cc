import { reviews } from '@guitai/contract';
import { sql } from 'kysely';
import pg from 'pg';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { openedDatabase } from '../../../test/database.ts';
import { type Reviewed, reviewed } from '../../../test/reviewed.ts';
import { formOf, picture } from '../../../test/uploads.ts';
import { system } from '../../kernel/actor.ts';
import { newId } from '../../kernel/ids.ts';

let w: Reviewed;
beforeEach(async () => {
  w = await reviewed();
});

const upload = async () => {
  const bytes = await picture();
  const { payload, headers } = formOf({ name: 'a.png', type: 'image/png', bytes });
  const identity = await w.identity('b-1');
  const reply = await w.built.app.inject({
    ...{ method: 'POST', url: '/api/storefront/review-pictures', payload },
    headers: { ...headers, 'guitai-site': w.site, 'guitai-identity': identity },
  });
  return reply.json() as { id: string };
};

const kept = () =>
  w.rows<{ id: string }>(sql`select id from review_pictures where team_id = ${w.team} order by id`);

/** When sweeps of the team are planned for, the nearest first. */
async function planned(): Promise<number[]> {
  const top = new pg.Client({ connectionString: (await openedDatabase()) ?? '' });
  await top.connect();
  const { rows } = await top.query<{ run_at: Date }>(
    "select run_at from graphile_worker._private_jobs where payload ->> 'team' = $1 order by run_at",
    [w.team],
  );
  await top.end();
  return rows.map((row) => row.run_at.getTime());
}

const sweep = () =>
  w.modules
    .flatMap(({ jobs }) => jobs)
    .find(({ name }) => name === 'reviews.sweep')
    ?.performBare?.(system(w.team, 'test'), w.db, {});

describe('A16 a picture', () => {
  const look = async (id: string, cookie = '') =>
    (
      await w.built.app.inject({
        url: `/api/storefront/review-pictures/${id}`,
        headers: { cookie },
      })
    ).statusCode;

  test('of a shown review is seen by anybody, whoever else works in this browser; one asks its own team alone', async () => {
    const orderId = await w.arrived();
    const { id } = await upload();
    expect(await look(id)).toBe(404);
    await w.chat.call(reviews.postReview, {
      ...{ orderId, lineNo: 1, rating: 5, words: '', pictureIds: [id] },
    });
    const other = await (await reviewed()).as('何雅琴');
    const cookie = [...other.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const asked: unknown[] = [];
    const { read } = w.db;
    const watched = vi.spyOn(w.db, 'read').mockImplementation((actor, work) => {
      asked.push(actor.team);
      return read.call(w.db, actor, work) as never;
    });
    expect([await look(id), await look(newId())]).toEqual([200, 404]);
    expect(asked).toEqual([w.team]);
    watched.mockRestore();
    expect(await look(id, cookie)).toBe(200);
    await w.rows(sql`update reviews set hidden_at = now() where team_id = ${w.team}`);
    expect([await look(id), await look(id, cookie)]).toEqual([404, 404]);
  });
});

describe('A16 pictures nobody is to see any more', () => {
  test('are of one buyer no more than twenty, also when many come at once', async () => {
    await upload();
    await w.rows(
      sql`insert into review_pictures (team_id, id, shop_id, buyer_id, key, thumbnail_key, name, mime, size, at)
          select team_id, gen_random_uuid(), shop_id, buyer_id, key || n, thumbnail_key || n, name, mime, size, at
          from review_pictures, generate_series(1, 18) n where team_id = ${w.team}`,
    );
    const three = await Promise.all([upload(), upload(), upload()]);
    expect(three.filter(({ id }) => id !== undefined)).toHaveLength(1);
    expect(await kept()).toHaveLength(20);
  });

  test('go within a day when an amendment lets them go, and at once with a forgotten buyer', async () => {
    const orderId = await w.arrived();
    const [one, two] = [await upload(), await upload()];
    const said = { rating: 5, words: '' };
    const posted = { orderId, lineNo: 1, ...said, pictureIds: [one.id, two.id] };
    const { id: reviewId } = await w.chat.call(reviews.postReview, posted);
    await w.rows(
      sql`update review_pictures set at = now() - interval '2 days' where team_id = ${w.team}`,
    );
    const before = await planned();
    await w.chat.call(reviews.amendReview, { reviewId, ...said, pictureIds: [two.id] });
    expect((await planned()).length).toBe(before.length + 1);
    await sweep();
    expect(await kept()).toEqual([{ id: two.id }]);
    await w.rows(sql`update reviews set buyer_id = null where team_id = ${w.team}`);
    expect((await planned())[0]).toBeLessThanOrEqual(Date.now());
    await sweep();
    expect(await kept()).toEqual([]);
  });
});
