import type { offers } from '@guitai/contract';
import { sql } from 'kysely';
import { type Actor, actorRef } from '../../kernel/actor.ts';
import { isoColumn } from '../../kernel/events.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';
import type { LaterBounds } from '../access/index.ts';
import type { TemplateRow } from './template.store.ts';

export type CouponRow = Omit<offers.CouponShape, 'can'> & {
  readonly postageMinor: number;
  readonly conversationId: string | null;
  readonly messageId: string | null;
  /** Of the authority it was given with; null: none. */
  readonly bounds: LaterBounds | null;
  /** The order it was counted on when it was given. */
  readonly countedOrderId: string | null;
};

const iso = (column: string) => sql.raw(isoColumn(column));

const columns = sql`c.id, c.template_id as "templateId", c.template_version as "templateVersion", c.shop_id as "shopId",
  c.buyer_id as "buyerId", coalesce(b.name, '') as "buyerName", c.name, c.state, c.currency, c.terms, c.worth_minor as "worthMinor",
  c.order_id as "orderId", (select o.number from published.orders o where o.team_id = c.team_id and o.id = c.order_id) as "orderNumber",
  c.used_minor as "usedMinor", c.postage_minor as "postageMinor", ${iso('c.valid_from')} as "validFrom",
  ${iso('c.valid_until')} as "validUntil", ${iso('c.issued_at')} as "issuedAt", coalesce(m.name, '') as "issuedByName",
  ${iso('c.used_at')} as "usedAt", ${iso('c.returned_at')} as "returnedAt", c.conversation_id as "conversationId",
  c.message_id as "messageId", c.bounds, c.counted_order_id as "countedOrderId"`;

const from = sql`coupons c left join published.buyer_names b on b.team_id = c.team_id and b.id = c.buyer_id
  left join published.members m on m.team_id = c.team_id and m.id = c.actor_id`;

export interface CouponQuery {
  readonly shops: readonly string[] | null;
  readonly shopId?: string | undefined;
  readonly buyerId?: string | undefined;
  readonly templateId?: string | undefined;
  readonly state?: CouponRow['state'] | undefined;
  readonly after: readonly [string, string] | null;
  readonly limit: number;
}

export function readCoupons(tx: Tx, query: CouponQuery) {
  const { shops, shopId, buyerId, templateId, state, after, limit } = query;
  const wanted = [
    sql`c.team_id = ${tx.team}`,
    ...(shops ? [sql`c.shop_id = any(${[...shops]}::uuid[])`] : []),
    ...(shopId ? [sql`c.shop_id = ${shopId}`] : []),
    ...(buyerId ? [sql`c.buyer_id = ${buyerId}`] : []),
    ...(templateId ? [sql`c.template_id = ${templateId}`] : []),
    ...(state ? [sql`c.state = ${state}`] : []),
    ...(after ? [sql`(c.issued_at, c.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`] : []),
  ];
  return run<CouponRow & { place: string }>(
    tx,
    sql`select ${columns}, to_char(c.issued_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as place
        from ${from} where ${sql.join(wanted, sql` and `)} order by c.issued_at desc, c.id desc limit ${limit}`,
  );
}

export const readCoupon = (tx: Tx, id: string) =>
  first<CouponRow>(
    tx,
    sql`select ${columns} from ${from} where c.team_id = ${tx.team} and c.id = ${id}`,
  );

/** Locks coupons, always in the same order; those that are there. */
export async function lockCoupons(tx: Tx, ids: readonly string[]): Promise<CouponRow[]> {
  await run(
    tx,
    sql`select 1 from coupons where team_id = ${tx.team} and id = any(${[...new Set(ids)]}::uuid[]) order by id for update`,
  );
  return run<CouponRow>(
    tx,
    sql`select ${columns} from ${from} where c.team_id = ${tx.team} and c.id = any(${[...ids]}::uuid[]) order by c.id`,
  );
}

/** The coupons an order uses, locked. */
export async function lockOfOrder(tx: Tx, orderId: string): Promise<CouponRow[]> {
  const rows = await run<{ id: string }>(
    tx,
    sql`select id from coupons where team_id = ${tx.team} and order_id = ${orderId}`,
  );
  return rows.length === 0
    ? []
    : lockCoupons(
        tx,
        rows.map((row) => row.id),
      );
}

export interface Issue {
  readonly id: string;
  readonly buyerId: string;
  readonly validFrom: string;
  readonly validUntil: string | null;
  readonly conversationId: string | null;
  readonly approvalId: string | null;
  readonly bounds: LaterBounds | null;
  readonly countedOrderId: string | null;
  /** What it is given for; the same is answered once. */
  readonly cause: string | null;
  readonly at: Date;
}

/**
 * Gives one out, in one statement with its counters: how many, what they may cost, how many this buyer has. False where
 * any of them is at its end; the transaction must then be given up.
 */
export async function insertCoupon(actor: Actor, tx: Tx, template: TemplateRow, issue: Issue) {
  const by = actorRef(actor);
  const rows = await run(
    tx,
    sql`with h as (insert into coupon_holders as c (team_id, template_id, buyer_id, n)
            values (${tx.team}, ${template.id}, ${issue.buyerId}, 1)
            on conflict (team_id, template_id, buyer_id) do update set n = c.n + 1
              where coalesce(c.n < ${template.perBuyer}::int, true) returning 1),
          t as (update coupon_templates set issued_count = issued_count + 1, committed_minor = committed_minor + worth_minor
            where team_id = ${tx.team} and id = ${template.id} and version = ${template.version} and stopped_at is null
              and coalesce(issued_count < max_count, true)
              and coalesce(committed_minor + worth_minor <= budget_minor, true) and exists (select from h) returning *)
        insert into coupons (team_id, id, template_id, template_version, shop_id, buyer_id, name, currency, terms, worth_minor,
            valid_from, valid_until, conversation_id, approval_id, bounds, counted_order_id, cause, actor_kind, actor_id, issued_at)
          select t.team_id, ${issue.id}::uuid, t.id, t.version, t.shop_id, ${issue.buyerId}::uuid, t.name, t.currency, t.terms,
            t.worth_minor, ${issue.validFrom}::timestamptz, ${issue.validUntil}::timestamptz, ${issue.conversationId}::uuid,
            ${issue.approvalId}::uuid, ${issue.bounds && JSON.stringify(issue.bounds)}::jsonb, ${issue.countedOrderId}::uuid, ${issue.cause}::text, ${by.kind}::text, ${by.id}::uuid, ${issue.at}::timestamptz from t returning 1`,
  );
  return rows.length > 0;
}

/** How many of a kind a buyer has had and kept. */
export async function heldBy(tx: Tx, templateId: string, buyerId: string): Promise<number> {
  const row = await first<{ n: number }>(
    tx,
    sql`select n from coupon_holders where team_id = ${tx.team} and template_id = ${templateId} and buyer_id = ${buyerId}`,
  );
  return row?.n ?? 0;
}

export const writeMessage = (tx: Tx, id: string, conversationId: string, messageId: string) =>
  run(
    tx,
    sql`update coupons set conversation_id = ${conversationId}, message_id = ${messageId}
        where team_id = ${tx.team} and id = ${id}`,
  );
