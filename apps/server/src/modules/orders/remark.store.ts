import type { orders, Static } from '@guitai/contract';
import { sql } from 'kysely';
import type { ActorRef } from '../../kernel/actor.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';
import { own } from './tables.ts';
import type { RemarkFlag } from './words.ts';

interface NewRemark {
  readonly id: string;
  readonly orderId: string;
  readonly flag: RemarkFlag;
  readonly text: string;
}

/** Adds a remark and makes its flag that of the order. */
export async function insertRemark(tx: Tx, remark: NewRemark, by: ActorRef): Promise<void> {
  const { id, orderId, flag, text } = remark;
  const row = { team_id: tx.team ?? '', id, order_id: orderId, flag, text };
  await own(tx)
    .insertInto('order_remarks')
    .values({ ...row, actor_kind: by.kind, actor_id: by.id })
    .execute();
  await run(
    tx,
    sql`update orders set flag = ${flag} where team_id = ${tx.team} and id = ${orderId}`,
  );
}

interface RemarkRow {
  readonly id: string;
  /** Time with microseconds, for the place in the list. */
  readonly at: string;
  readonly remark: Static<typeof orders.OrderRemark>;
}

export const readRemark = (tx: Tx, id: string) =>
  first<Omit<RemarkRow, 'at'>>(
    tx,
    sql`select id, remark from published.order_remarks where team_id = ${tx.team} and id = ${id}`,
  );

/** Remarks of an order, newest first. */
export function readRemarks(
  tx: Tx,
  orderId: string,
  after: readonly [string, string] | null,
  limit: number,
) {
  const earlier = after
    ? sql`(r.at, r.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
    : sql`true`;
  return run<RemarkRow>(
    tx,
    sql`select r.id, r.remark, to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
        from published.order_remarks r where r.team_id = ${tx.team} and r.order_id = ${orderId} and ${earlier}
        order by r.at desc, r.id desc limit ${limit}`,
  );
}
