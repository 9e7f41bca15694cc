import { sql } from 'kysely';
import { first, run, type Tx } from '../../kernel/tx.ts';

/** A message of a script that went to a buyer. */
export interface Use {
  readonly messageId: string;
  readonly scriptId: string;
  readonly version: number;
  readonly variant: number;
  readonly part: number;
  readonly useKey: string;
  readonly memberId: string | null;
  readonly conversationId: string;
  readonly shopId: string;
  readonly buyerId: string;
  readonly edited: number;
  readonly at: string;
}

/**
 * Books a use, once per message. Of the messages of one use the first counts: says whether this one does; null when the
 * message was booked before.
 */
export async function bookUse(tx: Tx, use: Use): Promise<boolean | null> {
  const row = await first<{ counts: boolean }>(
    tx,
    sql`insert into script_uses (team_id, message_id, script_id, version, variant, part, use_key, counts, member_id,
          conversation_id, shop_id, buyer_id, edited, at)
        values (${tx.team}, ${use.messageId}, ${use.scriptId}, ${use.version}, ${use.variant}, ${use.part}, ${use.useKey},
          not exists (select from script_uses u where u.team_id = ${tx.team} and u.conversation_id = ${use.conversationId}
            and u.use_key = ${use.useKey}),
          ${use.memberId}, ${use.conversationId}, ${use.shopId}, ${use.buyerId}, ${use.edited}, ${use.at})
        on conflict (team_id, message_id) do nothing returning counts`,
  );
  return row?.counts ?? null;
}

/** Remembers what the script answered: pairs of characters and how often. */
export async function learn(tx: Tx, scriptId: string, grams: readonly string[]): Promise<void> {
  if (grams.length === 0) return;
  await run(
    tx,
    sql`insert into script_learned (team_id, script_id, gram, n)
        select ${tx.team}, ${scriptId}, g, 1 from unnest(${[...grams].sort()}::text[]) as g
        on conflict (team_id, script_id, gram) do update set n = script_learned.n + 1`,
  );
}

export interface Word {
  readonly conversationId: string;
  readonly at: string;
}

/** SCR-04: marks uses that the buyer answered within ten minutes, with the first answer. */
export const markReplied = (tx: Tx, words: readonly Word[]) =>
  run(
    tx,
    sql`update script_uses u set replied_at = x.at from (
          select q.message_id, min(w.at) as at
          from unnest(${words.map(({ conversationId }) => conversationId)}::uuid[], ${words.map(({ at }) => at)}::timestamptz[])
              as w(conversation_id, at)
          join script_uses q on q.team_id = ${tx.team} and q.conversation_id = w.conversation_id and q.replied_at is null
            and w.at > q.at and w.at <= q.at + interval '10 minutes'
          group by q.message_id) x
        where u.team_id = ${tx.team} and u.message_id = x.message_id`,
  );

/** Of these orders those that a use may have to do with. */
export const touchedOrders = async (
  tx: Tx,
  orders: readonly { readonly id: string; readonly buyerId: string | null }[],
): Promise<string[]> =>
  (
    await run<{ id: string }>(
      tx,
      sql`select o.id from unnest(${orders.map(({ id }) => id)}::uuid[], ${orders.map(({ buyerId }) => buyerId)}::uuid[])
            as o(id, buyer_id)
          where exists (select from script_uses u where u.team_id = ${tx.team} and u.buyer_id = o.buyer_id)
            or exists (select from script_uses u where u.team_id = ${tx.team} and u.order_id = o.id)`,
    )
  ).map(({ id }) => id);

export interface OrderNow {
  readonly id: string;
  readonly shopId: string;
  readonly buyerId: string;
  readonly placedAt: string | null;
  readonly paidAt: string | null;
  readonly keptMinor: number;
  readonly currency: string;
  readonly over: boolean;
}

/**
 * SCR-04: what became of the uses before this order, as the order stands now: ordered and paid within 24 hours, and taken
 * back when it was cancelled or refunded. The same order again changes nothing.
 */
export async function reckonOrder(tx: Tx, order: OrderNow): Promise<void> {
  const { id, shopId, buyerId, placedAt, paidAt, keptMinor, currency, over } = order;
  const day = sql`interval '24 hours'`;
  const mine = sql`team_id = ${tx.team} and buyer_id = ${buyerId} and shop_id = ${shopId}`;
  if (placedAt)
    await run(
      tx,
      sql`update script_uses set order_id = ${id}, ordered_at = ${placedAt} where ${mine} and order_id is null
          and at <= ${placedAt}::timestamptz and at >= ${placedAt}::timestamptz - ${day}`,
    );
  if (paidAt)
    await run(
      tx,
      sql`update script_uses set order_id = ${id}, paid_at = ${paidAt} where ${mine} and (order_id is null or order_id = ${id})
          and paid_at is null and at <= ${paidAt}::timestamptz and at >= ${paidAt}::timestamptz - ${day}`,
    );
  await run(
    tx,
    sql`update script_uses set reversed_at = ${over ? sql`coalesce(reversed_at, now())` : sql`null`},
          paid_minor = case when paid_at is null then null else ${keptMinor}::bigint end, currency = ${currency}
        where team_id = ${tx.team} and order_id = ${id}`,
  );
}
