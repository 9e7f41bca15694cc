import type { reviews, Static } from '@guitai/contract';
import { sql } from 'kysely';
import { pageOf, readCursor } from '../../kernel/cursor.ts';
import { isoColumn } from '../../kernel/events.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { run, type Tx } from '../../kernel/tx.ts';
import { maskName } from '../buyers/index.ts';
import { covered } from './cover.rules.ts';
import { pictureUrl } from './own.store.ts';

type Public = Static<typeof reviews.PublicReview>;

const readShown = (
  tx: Tx,
  { productId, rating, withPictures }: PublicQuery,
  after: readonly [string, string] | null,
  limit: number,
) =>
  run<Public & { place: string; anonymous: boolean }>(
    tx,
    sql`select r.id, r.author, r.anonymous, r.rating, r.words, r.variant,
          coalesce((select json_agg(json_build_object('url', ${pictureUrl}) order by p.no) from review_pictures p
            where p.team_id = r.team_id and p.review_id = r.id), '[]') as pictures,
          ${sql.raw(isoColumn('r.posted_at'))} as "postedAt", r.amended_at is not null as amended,
          case when r.reply is not null then json_build_object('text', r.reply, 'at', ${sql.raw(isoColumn('r.replied_at'))}) end as reply,
          to_char(r.posted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as place
        from reviews r where r.team_id = ${tx.team} and r.product_id = ${productId} and r.hidden_at is null
          and ${rating ? sql`r.rating = ${rating}` : sql`true`}
          and ${withPictures ? sql`exists (select from review_pictures p where p.team_id = r.team_id and p.review_id = r.id)` : sql`true`}
          and ${after ? sql`(r.posted_at, r.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql`true`}
        order by r.posted_at desc, r.id desc limit ${limit}`,
  );

interface PublicQuery {
  readonly productId: string;
  readonly rating?: number | undefined;
  readonly withPictures?: boolean | undefined;
}

/** A product's reviews as anybody may read them, newest first, with names covered. */
export async function publicReviews(
  tx: Tx,
  query: PublicQuery & {
    readonly cursor?: string | undefined;
    readonly limit?: number | undefined;
  },
) {
  const place = readCursor<[string, string]>('product-reviews', ['instant', 'id'], query.cursor);
  if (isRefusal(place)) return place;
  const limit = Math.min(query.limit ?? 10, 50);
  const rows = await readShown(tx, query, place, limit + 1);
  const page = pageOf('product-reviews', rows, limit, (row) => [row.place, row.id]);
  const items: Public[] = page.items.map(({ place: _place, anonymous, author, ...row }) => ({
    ...row,
    author: anonymous || author === '' ? '' : maskName(author),
    words: covered(row.words, author),
    reply: row.reply && { ...row.reply, text: covered(row.reply.text, author) },
  }));
  return { items, next: page.next };
}
