import { type RawBuilder, sql } from 'kysely';
import { isoColumn } from '../../kernel/events.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';
import { inShops, type Shops } from './buyer.store.ts';
import type { Person } from './merge.rules.ts';

export interface PersonRow extends Person {
  readonly id: string;
  readonly blocked: boolean;
  readonly part: boolean;
}

/**
 * Buyers, locked in one order, as far as they stand in the shops. `part`: it is part of another already. Locked first and read
 * then: what a statement finds beside a row it waited for is older than the row.
 */
export async function lockPersons(
  tx: Tx,
  ids: readonly string[],
  shops: Shops,
): Promise<PersonRow[]> {
  await run(
    tx,
    sql`select 1 from buyers where team_id = ${tx.team} and id = any(${[...ids]}::uuid[]) order by id for update`,
  );
  return readPersons(tx, ids, shops);
}

interface Weight {
  readonly accounts: number;
  readonly orders: number;
  readonly conversations: number;
  /** More hangs on the buyer in other shops. */
  readonly elsewhere: boolean;
}

const things = {
  accounts: sql`buyer_accounts`,
  orders: sql`published.orders`,
  conversations: sql`published.conversation_states`,
};

/** Accounts, orders and conversations of buyer `b`: those that fit. */
const hanging = (table: RawBuilder<unknown>, fits: RawBuilder<unknown>) =>
  sql`from ${table} h where h.team_id = b.team_id and h.buyer_id = b.id and ${fits}`;

/** How many of each in these shops, and whether there are more in others. */
function weightIn(shops: Shops) {
  const inside = shops === null ? sql`true` : sql`h.shop_id = any(${[...shops]}::uuid[])`;
  const counts = Object.entries(things).map(
    ([name, table]) => sql`(select count(*)::int ${hanging(table, inside)}) as ${sql.ref(name)}`,
  );
  const others = Object.values(things).map(
    (table) => sql`exists (select ${hanging(table, sql`not (${inside})`)})`,
  );
  return sql`${sql.join(counts)}, (${sql.join(others, sql` or `)}) as elsewhere`;
}

/** Buyers with how much hangs on each in these shops. */
export const readPersons = (tx: Tx, ids: readonly string[], shops: Shops) =>
  run<PersonRow & Weight>(
    tx,
    sql`select b.id, b.name, b.phone, b.phone_country, b.phone_valid, b.email, b.level, b.friendliness, b.remark, b.tags, b.shop_ids,
          exists (select from blocklistings l where l.team_id = b.team_id and l.buyer_id = b.id) as blocked,
          exists (select from buyer_merges m where m.team_id = b.team_id and m.merged_id = b.id and m.undone_at is null) as part,
          ${weightIn(shops)}
        from buyers b where b.team_id = ${tx.team} and b.id = any(${[...ids]}::uuid[]) and ${inShops(shops)}`,
  );

/** Where a buyer is read: the end of its chain of merges, or itself. */
export const rootOf = async (tx: Tx, id: string): Promise<string> =>
  (await first<{ root: string }>(tx, sql`select root_buyer(${tx.team}::uuid, ${id}::uuid) as root`))
    ?.root ?? id;

export interface NewMerge {
  readonly id: string;
  readonly survivor: string;
  readonly merged: string;
  readonly before: object;
  readonly after: object;
  readonly reason: string;
  readonly by: string | null;
  readonly at: Date;
}

export async function insertMerge(tx: Tx, m: NewMerge): Promise<void> {
  await run(
    tx,
    sql`insert into buyer_merges (team_id, id, survivor_id, merged_id, root_id, before, after, reason, by_member, at)
        values (${tx.team}, ${m.id}, ${m.survivor}, ${m.merged}, ${m.survivor}, ${JSON.stringify(m.before)}::jsonb,
          ${JSON.stringify(m.after)}::jsonb, ${m.reason}, ${m.by}, ${m.at})`,
  );
  await run(
    tx,
    sql`update buyer_merges set root_id = ${m.survivor} where team_id = ${tx.team} and root_id = ${m.merged} and undone_at is null`,
  );
}

export interface MergeRow {
  readonly id: string;
  readonly survivor_id: string;
  readonly merged_id: string;
  readonly before: Person & { blocked: boolean };
  readonly after: Person & { blocked: boolean };
  readonly at: Date;
}

export const lockMerge = (tx: Tx, id: string) =>
  first<MergeRow>(
    tx,
    sql`select id, survivor_id, merged_id, before, after, at from buyer_merges
        where team_id = ${tx.team} and id = ${id} and undone_at is null for update`,
  );

/** Ends a merge; those who came along with the merged one go along with it again. */
export async function endMerge(
  tx: Tx,
  merge: MergeRow,
  by: string | null,
  at: Date,
): Promise<void> {
  await run(
    tx,
    sql`update buyer_merges set undone_at = ${at}, undone_by = ${by} where team_id = ${tx.team} and id = ${merge.id}`,
  );
  await run(
    tx,
    sql`with recursive along as (
          select id, merged_id from buyer_merges
            where team_id = ${tx.team} and survivor_id = ${merge.merged_id} and undone_at is null
          union all
          select m.id, m.merged_id from buyer_merges m join along a on m.survivor_id = a.merged_id
            where m.team_id = ${tx.team} and m.undone_at is null)
        update buyer_merges m set root_id = ${merge.merged_id} from along
        where m.team_id = ${tx.team} and m.id = along.id`,
  );
}

/** Merges into a buyer and into those who are part of it, newest first. */
export const mergesOf = (tx: Tx, root: string, since: Date) =>
  run<{
    id: string;
    mergedId: string;
    mergedName: string;
    reason: string;
    byName: string | null;
    at: string;
    undoneAt: string | null;
    restores: boolean;
  }>(
    tx,
    sql`select m.id, m.merged_id as "mergedId", b.name as "mergedName", m.reason, p.name as "byName", ${sql.raw(isoColumn('m.at'))} as at,
          ${sql.raw(isoColumn('m.undone_at'))} as "undoneAt", m.undone_at is null and m.at > ${since} as restores
        from buyer_merges m join buyers b on b.team_id = m.team_id and b.id = m.merged_id
        left join published.members p on p.team_id = m.team_id and p.id = m.by_member
        where m.team_id = ${tx.team} and (m.survivor_id = ${root} or (m.root_id = ${root} and m.undone_at is null))
        order by m.at desc, m.id desc limit 50`,
  );

/** A buyer's blocklisting for another: who is one with somebody blocked is blocked. */
export const copyBlock = (tx: Tx, from: string, to: string) =>
  run(
    tx,
    sql`insert into blocklistings (team_id, buyer_id, reason, by_member, at)
        select team_id, ${to}, reason, by_member, at from blocklistings where team_id = ${tx.team} and buyer_id = ${from}
        on conflict do nothing`,
  );

/** Takes a copied blocklisting away again, unless somebody has blocked anew since. */
export const dropCopiedBlock = (tx: Tx, from: string, to: string) =>
  run(
    tx,
    sql`delete from blocklistings l using blocklistings o where l.team_id = ${tx.team} and l.buyer_id = ${to}
          and o.team_id = l.team_id and o.buyer_id = ${from} and o.at = l.at and o.reason = l.reason`,
  );
