import { type RawBuilder, sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';
import { wholeShop } from './credit.rules.ts';
import type { Scoped } from './scope.ts';

export interface BreakdownRow {
  readonly id: string | null;
  readonly name: string;
  readonly uses: number;
  readonly edited: number | null;
  readonly asked: number;
  readonly ordered: number;
  readonly paid: number;
  readonly reversed: number;
  readonly amounts: readonly { readonly currency: string; readonly amountMinor: number }[];
}

/** What came of enquiries within the profile's hours; one a buyer and day. */
const outcome = (hours: number) => sql`
  bool_or(e.ordered_at - e.asked_at <= make_interval(hours => ${hours})) as ordered,
  bool_or(e.ordered_at - e.asked_at <= make_interval(hours => ${hours}) and e.paid_at is not null) as paid,
  bool_or(e.ordered_at - e.asked_at <= make_interval(hours => ${hours}) and e.paid_at is not null and not e.reversed) as kept,
  coalesce(sum(m.minor), 0)::bigint as minor, max(m.currency) as currency`;

/** What the orders of an enquiry brought within the hours: of the product asked about, or all of them. */
const money = (scoped: Scoped, team: string | null, hours: number, whole: boolean) => sql`
  left join (select s.conversation_id, s.episode, ${whole ? sql`` : sql`s.product_id,`} max(s.currency) as currency,
      sum(s.paid_minor - s.reversed_minor) as minor
    from insight_sales s where ${inScope(scoped, team, 's')} and s.paid_at is not null
      and s.ordered_at - s.asked_at <= make_interval(hours => ${hours}) group by 1, 2 ${whole ? sql`` : sql`, 3`}) m
    on m.conversation_id = e.conversation_id and m.episode = e.episode ${whole ? sql`` : sql`and m.product_id = e.product_id`}`;

const sums = sql`count(*)::int as asked, count(*) filter (where ordered)::int as ordered, count(*) filter (where paid)::int as paid,
  count(*) filter (where paid and not kept)::int as reversed`;

const inScope = ({ shops, span }: Scoped, team: string | null, t: string) => sql`
  ${sql.ref(`${t}.team_id`)} = ${team} and ${sql.ref(`${t}.shop_id`)} = any(${[...shops]}::uuid[])
  and ${sql.ref(`${t}.day`)} between ${span.from}::date and ${span.to}::date`;

/** Uses of scripts; of one person only theirs. */
const used = (scoped: Scoped, team: string | null) => sql`
  ${inScope(scoped, team, 'u')} and (${scoped.member}::uuid is null or u.member_id = ${scoped.member}::uuid)`;

const amounts = sql`coalesce((select json_agg(json_build_object('currency', m.currency, 'amountMinor', m.minor) order by m.currency)
  from (select currency, sum(minor)::bigint as minor from per p where p.id is not distinct from g.id and minor <> 0 group by currency) m), '[]') as amounts`;

const grouped = (
  per: RawBuilder<unknown>,
  names: RawBuilder<unknown>,
  more: RawBuilder<unknown>,
) => sql`
  with per as materialized (${per}), g as (select id, ${sums} from per group by id)
  select g.id, coalesce(n.name, '') as name, g.asked, g.ordered, g.paid, g.reversed, ${amounts}, ${more}
  from g left join lateral (${names}) n on true order by g.asked desc, g.id limit 500`;

const plain = sql`0 as uses, null::float8 as edited`;

/** Asked, ordered, paid by product asked about; the money is that of the product's part of the orders. */
export const byProduct = (tx: Tx, scoped: Scoped, hours: number) =>
  run<BreakdownRow>(
    tx,
    grouped(
      sql`select e.product_id as id, e.buyer_id, e.day, e.shop_id, ${outcome(hours)} from insight_enquiries e
          ${money(scoped, tx.team, hours, false)}
          where ${inScope(scoped, tx.team, 'e')} and e.product_id <> ${wholeShop}::uuid group by 1, 2, 3, 4`,
      sql`select p.title as name from published.products p where p.team_id = ${tx.team} and p.id = g.id`,
      plain,
    ),
  );

const categoryOf = sql`coalesce(p.attributes ->> 'category', '')`;

/** The same by category of what was asked about. */
export const byCategory = async (
  tx: Tx,
  scoped: Scoped,
  hours: number,
): Promise<BreakdownRow[]> => {
  const rows = await run<BreakdownRow>(
    tx,
    grouped(
      sql`select ${categoryOf} as id, e.buyer_id, e.day, e.shop_id, ${outcome(hours)} from insight_enquiries e
          join published.products p on p.team_id = e.team_id and p.id = e.product_id
          ${money(scoped, tx.team, hours, false)}
          where ${inScope(scoped, tx.team, 'e')} and e.product_id <> ${wholeShop}::uuid group by 1, 2, 3, 4`,
      sql`select g.id as name`,
      plain,
    ),
  );
  return rows.map((row) => ({ ...row, id: null }));
};

/** The same by script that was sent in the enquiry's conversation before the order; what others keep for themselves has no name. */
export const byScript = (tx: Tx, scoped: Scoped, hours: number, reader: string | null) =>
  run<BreakdownRow>(
    tx,
    grouped(
      sql`select e.script_id as id, e.buyer_id, e.day, e.shop_id, ${outcome(hours)} from (
            select distinct on (u.script_id, e.conversation_id, e.episode) u.script_id, e.* from insight_script_uses u
            join insight_enquiries e on e.team_id = u.team_id and e.conversation_id = u.conversation_id
              and e.product_id = ${wholeShop}::uuid and u.at >= e.asked_at and (e.ordered_at is null or u.at <= e.ordered_at)
            where ${used(scoped, tx.team)}) e
          ${money(scoped, tx.team, hours, true)} group by 1, 2, 3, 4`,
      sql`select s.title as name from published.script_names s where s.team_id = ${tx.team} and s.id = g.id
          and (s.scope <> 'own' or s.owner_id = ${reader}::uuid)`,
      sql`(select count(*)::int from insight_script_uses u where u.script_id = g.id and ${used(scoped, tx.team)}) as uses,
          (select avg(u.edited)::float8 from insight_script_uses u where u.script_id = g.id and ${used(scoped, tx.team)}) as edited`,
    ),
  );

/** Names and categories of products. */
export async function productNames(tx: Tx, ids: readonly string[]) {
  const rows = await run<{ id: string; name: string; category: string }>(
    tx,
    sql`select p.id, p.title as name, ${categoryOf} as category from published.products p
        where p.team_id = ${tx.team} and p.id = any(${[...new Set(ids)]}::uuid[])`,
  );
  return new Map(rows.map((row) => [row.id, row]));
}
