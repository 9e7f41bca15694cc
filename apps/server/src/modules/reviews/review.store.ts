import { sql } from 'kysely';
import { first, run, type Tx } from '../../kernel/tx.ts';
import type { Appraisal } from './appraise.rules.ts';
import type { ReviewRow } from './tables.ts';

const columns = sql`id, shop_id as "shopId", source, source_hash as "sourceHash", buyer_id as "buyerId", order_id as "orderId",
  product_id as "productId", product_title as "productTitle", rating, words, tone, bad, posted_at as "postedAt", told_at as "toldAt",
  amended_at as "amendedAt", reply, thanked_at as "thankedAt", flag_reason as "flagReason", hidden_at as "hiddenAt", task_id as "taskId"`;

/** The review, held until the transaction ends. */
export const lockReview = (tx: Tx, id: string) =>
  first<ReviewRow>(
    tx,
    sql`select ${columns} from reviews where team_id = ${tx.team} and id = ${id} for update`,
  );

/** The same by the id its platform gave it; also one whose buyer was forgotten since. */
export const lockExternal = (tx: Tx, shopId: string, externalId: string) =>
  first<ReviewRow & { readonly forgotten: boolean }>(
    tx,
    sql`select ${columns}, external_id <> ${externalId} as forgotten from reviews where team_id = ${tx.team} and shop_id = ${shopId}
          and external_id in (${externalId}, 'forgotten ' || encode(sha256(convert_to(${externalId}, 'UTF8')), 'hex')) for update`,
  );

/** A review as it is first written down. */
export interface NewReview extends Appraisal {
  readonly id: string;
  readonly shopId: string;
  readonly source: ReviewRow['source'];
  readonly externalId: string | null;
  readonly sourceHash: string | null;
  readonly buyerId: string | null;
  readonly author: string;
  readonly anonymous: boolean;
  readonly orderId: string | null;
  readonly lineNo: number | null;
  readonly productId: string | null;
  readonly productTitle: string;
  readonly variant: string;
  readonly imageUrl: string | null;
  readonly rating: number;
  readonly words: string;
  readonly pictureUrls: readonly string[];
  readonly postedAt: Date;
  readonly toldAt: Date;
}

/** Writes a review down; undefined where the line of the order, or the id of the platform, has one already. */
export const insertReview = (tx: Tx, made: NewReview) =>
  first<ReviewRow>(
    tx,
    sql`insert into reviews (team_id, id, shop_id, source, external_id, source_hash, buyer_id, author, anonymous, order_id, line_no,
          product_id, product_title, variant, image_url, rating, words, picture_urls, tone, score, strong, conflict, hits, bad,
          posted_at, told_at)
        values (${tx.team}, ${made.id}, ${made.shopId}, ${made.source}, ${made.externalId}, ${made.sourceHash}, ${made.buyerId},
          ${made.author}, ${made.anonymous}, ${made.orderId}, ${made.lineNo}, ${made.productId}, ${made.productTitle}, ${made.variant},
          ${made.imageUrl}, ${made.rating}, ${made.words}, ${[...made.pictureUrls]}::text[], ${made.tone}, ${made.score}, ${made.strong},
          ${made.conflict}, ${JSON.stringify(made.hits)}::jsonb, ${made.bad}, ${made.postedAt}, ${made.toldAt})
        on conflict do nothing returning ${columns}`,
  );

interface Rewording extends Appraisal {
  readonly rating: number;
  readonly words: string;
  readonly anonymous: boolean | null;
  readonly pictureUrls: readonly string[] | null;
  readonly sourceHash: string | null;
  readonly at: Date;
}

/** The review as it reads now; what it said before stays beside it for the team. */
export const rewrite = (tx: Tx, id: string, to: Rewording) =>
  first<ReviewRow>(
    tx,
    sql`update reviews set earlier = json_build_object('rating', rating, 'words', words), rating = ${to.rating}, words = ${to.words},
          anonymous = coalesce(${to.anonymous}, anonymous), picture_urls = coalesce(${to.pictureUrls && [...to.pictureUrls]}::text[], picture_urls),
          source_hash = ${to.sourceHash}, tone = ${to.tone}, score = ${to.score}, strong = ${to.strong}, conflict = ${to.conflict},
          hits = ${JSON.stringify(to.hits)}::jsonb, bad = ${to.bad}, amended_at = ${to.at}
        where team_id = ${tx.team} and id = ${id} returning ${columns}`,
  );

/** What people do to a review: each a part of its row. */
export const marks = {
  reply: (text: string | null, at: Date | null, by: string | null) =>
    sql`reply = ${text}, replied_at = ${at}, replied_by = ${by}`,
  thanked: (at: Date) => sql`thanked_at = ${at}`,
  flag: (reason: string | null, note: string, at: Date | null, by: string | null) =>
    sql`flag_reason = ${reason}, flag_note = ${note}, flagged_at = ${at}, flagged_by = ${by}`,
  hidden: (at: Date | null, by: string | null) => sql`hidden_at = ${at}, hidden_by = ${by}`,
  task: (id: string) => sql`task_id = ${id}`,
  hash: (hash: string) => sql`source_hash = ${hash}`,
} as const;

export async function mark(
  tx: Tx,
  id: string,
  change: ReturnType<(typeof marks)[keyof typeof marks]>,
): Promise<ReviewRow> {
  const [row] = await run<ReviewRow>(
    tx,
    sql`update reviews set ${change} where team_id = ${tx.team} and id = ${id} returning ${columns}`,
  );
  if (!row) throw new Error('a review vanished under its lock');
  return row;
}
