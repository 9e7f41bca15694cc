import { sql } from 'kysely';
import { first, run, type Tx } from '../../kernel/tx.ts';
import type { PromiseRow } from './tables.ts';

const columns = sql`id, shop_id as "shopId", buyer_id as "buyerId", conversation_id as "conversationId", message_id as "messageId", told_message_id as "toldMessageId",
  order_id as "orderId", product_id as "productId", product_title as "productTitle", sentence, member_id as "memberId", event,
  baseline, state, made_at as "madeAt", due_at as "dueAt", ready_at as "readyAt", settled_at as "settledAt",
  settled_by as "settledBy", reason`;

/** The promise, held until the transaction ends. */
export const lockPromise = (tx: Tx, id: string) =>
  first<PromiseRow>(
    tx,
    sql`select ${columns} from promises where team_id = ${tx.team} and id = ${id} for update`,
  );

export const promiseOfMessage = (tx: Tx, messageId: string) =>
  first<{ id: string }>(
    tx,
    sql`select id from promises where team_id = ${tx.team} and message_id = ${messageId} and state <> 'cancelled'`,
  );

export type PromiseDraft = Omit<
  PromiseRow,
  'state' | 'readyAt' | 'settledAt' | 'settledBy' | 'reason' | 'toldMessageId'
>;

/** False where the message is a promise already. */
export async function insertPromise(tx: Tx, row: PromiseDraft): Promise<boolean> {
  const made = await run(
    tx,
    sql`insert into promises (team_id, id, shop_id, buyer_id, conversation_id, message_id, order_id, product_id, product_title,
          sentence, member_id, event, baseline, made_at, due_at)
        values (${tx.team}, ${row.id}, ${row.shopId}, ${row.buyerId}, ${row.conversationId}, ${row.messageId}, ${row.orderId},
          ${row.productId}, ${row.productTitle}, ${row.sentence}, ${row.memberId}, ${row.event}, ${row.baseline}, ${row.madeAt},
          ${row.dueAt})
        on conflict do nothing returning 1 as one`,
  );
  return made.length > 0;
}

const waiting = sql`state in ('open', 'broken')`;

/** Promises still to be fulfilled about these orders, locked, in one order for everybody. */
export const waitingOfOrders = (tx: Tx, orderIds: readonly string[]) =>
  run<PromiseRow>(
    tx,
    sql`select ${columns} from promises where team_id = ${tx.team} and order_id = any(${[...orderIds]}::uuid[]) and ${waiting}
        order by id for update`,
  );

export const waitingOfProducts = (tx: Tx, productIds: readonly string[]) =>
  run<PromiseRow>(
    tx,
    sql`select ${columns} from promises where team_id = ${tx.team} and product_id = any(${[...productIds]}::uuid[]) and ${waiting}
        order by id for update`,
  );

/** Promises to these buyers that a word fulfils: an answer, or telling that the thing has arrived. */
export const waitingForWords = (tx: Tx, buyerIds: readonly string[]) =>
  run<PromiseRow>(
    tx,
    sql`select ${columns} from promises where team_id = ${tx.team} and buyer_id = any(${[...buyerIds]}::uuid[]) and ${waiting}
          and (event = 'answered' or ready_at is not null) order by id for update`,
  );

/** Ends a promise. */
export const settle = (
  tx: Tx,
  id: string,
  how: {
    readonly state: 'kept' | 'late' | 'cancelled';
    readonly at: Date;
    readonly by: string | null;
    readonly reason: string;
  },
) =>
  run(
    tx,
    sql`update promises set state = ${how.state}, settled_at = ${how.at}, settled_by = ${how.by}, reason = ${how.reason}
        where team_id = ${tx.team} and id = ${id}`,
  );

/** The thing has arrived: from now on there is a time. */
export const startClock = (tx: Tx, id: string, at: Date, dueAt: Date) =>
  run(
    tx,
    sql`update promises set ready_at = ${at}, due_at = ${dueAt}, told = null where team_id = ${tx.team} and id = ${id}`,
  );

/** A later time, told by a message. */
export const putOff = (tx: Tx, id: string, dueAt: Date, messageId: string) =>
  run(
    tx,
    sql`update promises set due_at = ${dueAt}, told = null, told_message_id = ${messageId}, extensions = extensions + 1
        where team_id = ${tx.team} and id = ${id}`,
  );

/** Opens a settled promise again; `state` is what it would be by its time. */
export const reopen = (tx: Tx, id: string, state: 'open' | 'broken') =>
  run(
    tx,
    sql`update promises set state = ${state}, settled_at = null, settled_by = null, reason = ''
        where team_id = ${tx.team} and id = ${id}`,
  );

/** Marks that the time was told of; undefined when it is settled, has another time, or was told before. */
export const noteTold = (tx: Tx, id: string, dueAt: string, what: 'near' | 'broken') =>
  first<PromiseRow>(
    tx,
    sql`update promises set told = ${what}, state = case when ${what} = 'broken' then 'broken' else state end
        where team_id = ${tx.team} and id = ${id} and state = 'open' and due_at = ${dueAt}::timestamptz
          and told is distinct from ${what} and told is distinct from 'broken' returning ${columns}`,
  );
