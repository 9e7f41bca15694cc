import { type RawBuilder, sql } from 'kysely';
import { first, run, type Tx } from '../../kernel/tx.ts';
import type { Channel, Topic } from './tables.ts';

/** A buyer's no. */
export interface OptOutRow {
  readonly id: string;
  readonly shopId: string;
  /** Null: the buyer was forgotten, the no was not. */
  readonly buyerId: string | null;
  readonly channel: Channel | 'all';
  readonly topic: Topic | 'all';
  readonly source: Channel | 'person';
  readonly messageId: string | null;
  readonly byMember: string | null;
  readonly at: Date;
  readonly undoneAt: Date | null;
}

/** Writes a no; false when the same stands. */
export async function insertOptOut(tx: Tx, o: OptOutRow): Promise<boolean> {
  const made = await first(
    tx,
    sql`insert into outreach_opt_outs (team_id, id, shop_id, buyer_id, channel, topic, source, message_id, by_member, at)
        values (${tx.team}, ${o.id}, ${o.shopId}, ${o.buyerId}, ${o.channel}, ${o.topic}, ${o.source},
          ${o.messageId}, ${o.byMember}, ${o.at})
        on conflict (team_id, buyer_id, shop_id, channel, topic) where undone_at is null do nothing returning id`,
  );
  return made !== undefined;
}

/** A no with the names people need; the buyer's is masked. */
export interface ListedOptOut extends OptOutRow {
  readonly shopName: string;
  readonly buyerName: string;
  readonly byName: string | null;
}

export const optOutRows = (
  tx: Tx,
  page: {
    shops: readonly string[] | null;
    after: string | null;
    limit: number;
    where: readonly RawBuilder<unknown>[];
  },
): Promise<ListedOptOut[]> => {
  const where = [
    sql`o.team_id = ${tx.team}`,
    ...(page.shops ? [sql`o.shop_id = any(${[...page.shops]}::uuid[])`] : []),
    ...(page.after ? [sql`o.id < ${page.after}`] : []),
    ...page.where,
  ];
  return run(
    tx,
    sql`select o.id, o.shop_id as "shopId", o.buyer_id as "buyerId", o.channel, o.topic, o.source,
          o.message_id as "messageId", o.by_member as "byMember", o.at, o.undone_at as "undoneAt", s.name as "shopName",
          coalesce(mask_name(b.name), '') as "buyerName", m.name as "byName"
        from outreach_opt_outs o
        join published.shops s on s.team_id = o.team_id and s.id = o.shop_id
        left join published.buyer_names b on b.team_id = o.team_id and b.id = o.buyer_id
        left join published.members m on m.team_id = o.team_id and m.id = o.by_member
        where ${sql.join(where, sql` and `)} order by o.id desc limit ${page.limit}`,
  );
};

/** Takes a no back; undefined when it does not stand. */
export const undo = (
  tx: Tx,
  id: string,
  by: string | null,
  at: Date,
): Promise<OptOutRow | undefined> =>
  first(
    tx,
    sql`update outreach_opt_outs set undone_at = ${at}, undone_by = ${by}
        where team_id = ${tx.team} and id = ${id} and undone_at is null
        returning id, shop_id as "shopId", buyer_id as "buyerId", channel, topic, source, message_id as "messageId",
          by_member as "byMember", at, undone_at as "undoneAt"`,
  );

/** The standing no a message was answered with. */
export const standingOf = (tx: Tx, messageId: string): Promise<{ id: string } | undefined> =>
  first(
    tx,
    sql`select id from outreach_opt_outs where team_id = ${tx.team} and message_id = ${messageId} and undone_at is null
        order by id desc limit 1`,
  );
