import type { ReplyOf, reviews } from '@guitai/contract';
import { sql } from 'kysely';
import { isoColumn } from '../../kernel/events.ts';
import { run, type Tx } from '../../kernel/tx.ts';

type Shown = ReplyOf<typeof reviews.postReview>;

/** The buyer's own review of a line. */
export interface OwnReview extends Shown {
  readonly source: string;
  readonly lineNo: number;
}

/** Address of a picture, for whoever may see it. */
export const pictureUrl = sql.raw(`'/api/storefront/review-pictures/' || p.id`);

const columns = sql`r.id, r.source, r.line_no as "lineNo", r.rating, r.words, r.anonymous, ${sql.raw(isoColumn('r.posted_at'))} as "postedAt",
  ${sql.raw(isoColumn('r.amended_at'))} as "amendedAt", r.hidden_at is not null as hidden,
  case when r.reply is not null then json_build_object('text', r.reply, 'at', ${sql.raw(isoColumn('r.replied_at'))}) end as reply,
  coalesce((select json_agg(json_build_object('id', p.id, 'url', ${pictureUrl}) order by p.no) from review_pictures p
    where p.team_id = r.team_id and p.review_id = r.id), '[]') as pictures`;

/** What the buyer is shown of the own review. */
export async function showOwn(tx: Tx, id: string): Promise<Shown> {
  const [row] = await run<OwnReview>(
    tx,
    sql`select ${columns} from reviews r where r.team_id = ${tx.team} and r.id = ${id}`,
  );
  if (!row) throw new Error('a review vanished');
  const { source: _source, lineNo: _line, ...shown } = row;
  return shown;
}

/** Reviews of an order by the line they are about. */
export async function readOwnLines(
  tx: Tx,
  orderId: string,
): Promise<ReadonlyMap<number, OwnReview>> {
  const rows = await run<OwnReview>(
    tx,
    sql`select ${columns} from reviews r where r.team_id = ${tx.team} and r.order_id = ${orderId} and r.line_no is not null`,
  );
  return new Map(rows.map((row) => [row.lineNo, row]));
}
