import { sql } from 'kysely';
import { isoColumn } from '../../kernel/events.ts';
import { run, type Tx } from '../../kernel/tx.ts';
import { type Enquiry, enquiriesOf } from './enquiry.rules.ts';
import { enquiryFacts } from './page.facts.ts';
import { rulesOn } from './profile.rules.ts';
import type { RowPlace } from './rows.store.ts';
import type { Scoped } from './scope.ts';

/** A buyer's day with enquiries. */
export interface Group {
  readonly at: string;
  readonly id: string;
  readonly shopId: string;
  readonly buyerId: string;
  readonly day: string;
}

/** Buyers' days, newest first; of one person those in which they spoke with the buyer, whoever is credited in the end. */
export const groupsOf = (tx: Tx, scoped: Scoped, place: RowPlace | null, limit: number | null) => {
  const { shops, span, member } = scoped;
  const within = sql`team_id = ${tx.team} and shop_id = any(${[...shops]}::uuid[])
    and day between ${span.from}::date and ${span.to}::date`;
  const spoke = sql`(shop_id, day, buyer_id) in (select shop_id, day, buyer_id from insight_services
    where ${within} and member_id = ${member}::uuid)`;
  const beyond = sql`(g.asked, g.id) < (${place?.[0] ?? null}::timestamptz, ${place?.[1] ?? null}::uuid)`;
  return run<Group>(
    tx,
    sql`select ${sql.raw(isoColumn('g.asked'))} as at, g.id, g.shop_id as "shopId", g.buyer_id as "buyerId", g.day::text as day
        from (select shop_id, buyer_id, day, date_trunc('milliseconds', max(asked_at)) as asked,
            (array_agg(conversation_id order by asked_at desc))[1] as id
          from insight_enquiries where ${within} and ${member === null ? sql`true` : spoke} group by 1, 2, 3) g
        where ${place === null ? sql`true` : beyond} order by g.asked desc, g.id desc limit ${limit}`,
  );
};

export interface Credited extends Group, Pick<Enquiry, 'pieces'> {}

/** The same days with who is credited with what, by the profile's rules of each day. */
export async function piecesOf(
  tx: Tx,
  { profile }: Scoped,
  groups: readonly Group[],
): Promise<Credited[]> {
  const days = Map.groupBy(groups, ({ day }) => day);
  const here = sql`team_id = ${tx.team} and (shop_id, day, buyer_id) in (select * from unnest(
    ${groups.map(({ shopId }) => shopId)}::uuid[], ${groups.map(({ day }) => day)}::date[], ${groups.map(({ buyerId }) => buyerId)}::uuid[]))`;
  const facts = await enquiryFacts(tx, here);
  const dayOf = ({ key }: { key: string }) => key.slice(0, 10);
  const asked = Map.groupBy(facts.asked, dayOf);
  const sales = Map.groupBy(facts.sales, dayOf);
  const found = new Map<string, Enquiry>();
  for (const day of days.keys())
    for (const one of enquiriesOf(
      asked.get(day) ?? [],
      sales.get(day) ?? [],
      facts.services,
      rulesOn(profile, day),
    ))
      found.set(one.key, one);
  return groups.map((group) => ({
    ...group,
    pieces: found.get(`${group.day} ${group.shopId} ${group.buyerId}`)?.pieces ?? [],
  }));
}
