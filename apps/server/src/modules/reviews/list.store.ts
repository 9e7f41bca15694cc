import type { reviews } from '@guitai/contract';
import { sql } from 'kysely';
import { isoColumn } from '../../kernel/events.ts';
import { run, type Tx } from '../../kernel/tx.ts';
import { pictureUrl } from './own.store.ts';

/** A review as it is shown, without what its reader may do. */
export type Shown = Omit<reviews.ReviewShape, 'can'>;

/** Which reviews are wanted; `shops` null: of every shop. */
export interface Filter {
  readonly shops: readonly string[] | null;
  readonly id?: string;
  readonly tab?: reviews.ReviewTabWord;
  readonly rating?: number;
  readonly tone?: reviews.ReviewToneWord;
  readonly conflict?: boolean;
  readonly q?: string;
  readonly shopId?: string;
  readonly productId?: string;
  readonly buyerId?: string;
  readonly orderId?: string;
  readonly from?: string;
  readonly until?: string;
}

const iso = (column: string) => sql.raw(isoColumn(column));

const nameOf = (column: string) =>
  sql.raw(
    `coalesce((select m.name from published.members m where m.team_id = r.team_id and m.id = ${column}), '')`,
  );

const deed = (at: string, by: string, more = sql``) =>
  sql`case when ${sql.raw(at)} is not null then json_build_object('at', ${iso(at)}, 'byName', ${nameOf(by)}${more}) end`;

const pictures = sql`(select coalesce(json_agg(v.one order by v.no), '[]') from (
    select json_build_object('id', p.id, 'url', ${pictureUrl}) as one, p.no from review_pictures p
      where p.team_id = r.team_id and p.review_id = r.id
    union all select json_build_object('id', null, 'url', u.url), 100 + u.n from unnest(r.picture_urls) with ordinality as u(url, n)) v)`;

const talk = sql`(select c.id from published.conversation_states c where c.team_id = r.team_id and c.buyer_id = r.buyer_id
    and c.shop_id = r.shop_id and c.state <> 'spam' order by c.opened_at desc limit 1)`;

const shown = sql`r.id, r.shop_id as "shopId", s.name as "shopName", r.source, r.product_id as "productId", r.product_title as "productTitle",
  r.variant, coalesce(r.image_url, (select p.pictures[1] from published.products p where p.team_id = r.team_id and p.id = r.product_id)) as "imageUrl",
  r.order_id as "orderId", (select o.number from published.orders o where o.team_id = r.team_id and o.id = r.order_id) as "orderNumber",
  r.buyer_id as "buyerId",
  coalesce((select b.name from published.buyer_names b where b.team_id = r.team_id and b.id = r.buyer_id), r.author) as author,
  r.anonymous, ${talk} as "conversationId", r.rating, r.words, ${pictures} as pictures,
  json_build_object('tone', r.tone, 'score', r.score, 'strong', r.strong, 'conflict', r.conflict, 'hits', r.hits) as hint, r.bad,
  ${iso('r.posted_at')} as "postedAt", ${iso('r.amended_at')} as "amendedAt", r.earlier,
  ${deed('r.replied_at', 'r.replied_by', sql`, 'text', r.reply`)} as reply, ${iso('r.thanked_at')} as "thankedAt",
  ${deed('r.flagged_at', 'r.flagged_by', sql`, 'reason', r.flag_reason, 'note', r.flag_note`)} as flag,
  ${deed('r.hidden_at', 'r.hidden_by')} as hidden, r.task_id as "taskId"`;

const tabs = {
  all: sql`true`,
  unanswered: sql`r.reply is null and r.hidden_at is null`,
  bad: sql`r.bad and r.reply is null and r.hidden_at is null`,
  flagged: sql`r.flagged_at is not null and r.hidden_at is null`,
  hidden: sql`r.hidden_at is not null`,
} as const;

const seen = (shops: Filter['shops']) =>
  shops === null ? sql`true` : sql`r.shop_id = any(${[...shops]}::uuid[])`;

/** A buyer who is one with others has their reviews, too. */
const ofBuyer = (tx: Tx, buyerId: string) =>
  sql`r.buyer_id = any(array(select ${buyerId}::uuid union all
    select same_id from published.buyer_same b where b.team_id = ${tx.team} and b.buyer_id = ${buyerId}))`;

const said = (q: string) =>
  sql`(position(lower(${q}) in lower(r.words || chr(10) || coalesce(r.reply, '') || chr(10) || r.product_title || chr(10) || r.author)) > 0
    or exists (select from published.orders o where o.team_id = r.team_id and o.id = r.order_id and o.number = ${q}))`;

function wanted(tx: Tx, filter: Filter) {
  const { id, tab = 'all', q = '', shopId, productId, buyerId, orderId, from, until } = filter;
  const { rating, tone, conflict } = filter;
  const parts = [
    sql`r.team_id = ${tx.team}`,
    seen(filter.shops),
    ...(id ? [sql`r.id = ${id}`] : [tabs[tab]]),
    ...(shopId ? [sql`r.shop_id = ${shopId}`] : []),
    ...(productId ? [sql`r.product_id = ${productId}`] : []),
    ...(buyerId ? [ofBuyer(tx, buyerId)] : []),
    ...(orderId ? [sql`r.order_id = ${orderId}`] : []),
    ...(from ? [sql`r.posted_at >= ${from}::timestamptz`] : []),
    ...(until ? [sql`r.posted_at < ${until}::timestamptz`] : []),
    ...(rating ? [sql`r.rating = ${rating}`] : []),
    ...(tone ? [sql`r.tone = ${tone}`] : []),
    ...(conflict ? [sql`r.conflict`] : []),
    ...(q.trim() ? [said(q.trim())] : []),
  ];
  return sql.join(parts, sql` and `);
}

/** Reviews, the newest first; the page is cut before anything is looked up beside it. */
export const readReviews = (
  tx: Tx,
  filter: Filter,
  after: readonly [string, string] | null,
  limit: number,
): Promise<(Shown & { readonly place: string })[]> =>
  run(
    tx,
    sql`select ${shown}, to_char(r.posted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as place
        from (select r.* from reviews r where ${wanted(tx, filter)}
            and ${after ? sql`(r.posted_at, r.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql`true`}
          order by r.posted_at desc, r.id desc limit ${limit}) r
        join published.shops s on s.team_id = r.team_id and s.id = r.shop_id
        order by r.posted_at desc, r.id desc`,
  );

export interface Figures {
  readonly stars: number[];
  readonly unanswered: number;
  readonly bad: number;
  readonly flagged: number;
  readonly hidden: number;
}

/** How many reviews are among those wanted, by stars and by what waits; hidden ones have no stars. */
export async function readFigures(tx: Tx, filter: Filter): Promise<Figures> {
  const star = (n: number) =>
    sql`count(*) filter (where r.rating = ${sql.lit(n)} and r.hidden_at is null)`;
  const count = (tab: keyof typeof tabs) => sql`(count(*) filter (where ${tabs[tab]}))::int`;
  const [row] = await run<Figures>(
    tx,
    sql`select array[${star(1)}, ${star(2)}, ${star(3)}, ${star(4)}, ${star(5)}]::int[] as stars,
          ${count('unanswered')} as unanswered, ${count('bad')} as bad, ${count('flagged')} as flagged, ${count('hidden')} as hidden
        from reviews r where ${wanted(tx, filter)}`,
  );
  return row ?? { stars: [0, 0, 0, 0, 0], unanswered: 0, bad: 0, flagged: 0, hidden: 0 };
}
