import type { promises } from '@guitai/contract';
import { sql } from 'kysely';
import { isoColumn } from '../../kernel/events.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';

/** A promise as it is shown, without what its reader may do. */
export type Shown = Omit<promises.TeamPromiseShape, 'can'>;

/** Which promises are wanted; `shops` null: of every shop. */
export interface Filter {
  readonly shops: readonly string[] | null;
  readonly tab?: 'open' | 'broken' | 'settled';
  readonly soon?: boolean;
  readonly shopId?: string;
  readonly memberId?: string;
  readonly buyerId?: string;
  readonly orderId?: string;
  readonly id?: string;
}

const iso = (column: string) => sql.raw(isoColumn(column));

const memberName = (column: string) =>
  sql.raw(
    `coalesce((select m.name from published.members m where m.team_id = p.team_id and m.id = ${column}), '')`,
  );

const shown = sql`p.id, p.shop_id as "shopId", s.name as "shopName", p.buyer_id as "buyerId",
  coalesce((select b.name from published.buyer_names b where b.team_id = p.team_id and b.id = p.buyer_id), '') as "buyerName",
  p.conversation_id as "conversationId", p.message_id as "messageId", p.order_id as "orderId",
  (select o.number from published.orders o where o.team_id = p.team_id and o.id = p.order_id) as "orderNumber",
  p.product_id as "productId", p.product_title as "productTitle", p.sentence, p.member_id as "memberId",
  ${memberName('p.member_id')} as "memberName", p.event, p.state, ${iso('p.made_at')} as "madeAt", ${iso('p.due_at')} as "dueAt",
  ${iso('p.ready_at')} as "readyAt", p.extensions, coalesce(p.told = 'near' and p.state = 'open', false) as soon,
  ${iso('p.settled_at')} as "settledAt", ${memberName('p.settled_by')} as "settledByName", p.reason`;

const seen = ({ shops }: Pick<Filter, 'shops'>) =>
  shops === null ? sql`true` : sql`p.shop_id = any(${[...shops]}::uuid[])`;

const given = (column: string, value: string | undefined) =>
  value === undefined ? sql`true` : sql`${sql.ref(column)} = ${value}`;

const tabs = {
  open: sql`p.state = 'open'`,
  broken: sql`p.state = 'broken'`,
  settled: sql`p.settled_at is not null`,
} as const;

const wanted = (filter: Filter) => {
  if (filter.id !== undefined) return sql`p.id = ${filter.id}`;
  if (filter.soon) return sql`(p.state = 'broken' or p.state = 'open' and p.told = 'near')`;
  return tabs[filter.tab ?? 'open'];
};

/** Open ones by their time, those without one last; settled ones the latest first. */
export function readPromises(
  tx: Tx,
  filter: Filter,
  after: readonly [string, string] | null,
  limit: number,
): Promise<(Shown & { readonly place: string })[]> {
  const settled = filter.tab === 'settled';
  const key = sql.raw(settled ? 'p.settled_at' : `coalesce(p.due_at, 'infinity')`);
  const way = sql.raw(settled ? 'desc' : 'asc');
  const place = sql`coalesce(to_char(nullif(${key}, 'infinity') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'infinity')`;
  const page = after
    ? sql`(${key}, p.id) ${sql.raw(settled ? '<' : '>')} (${after[0]}::timestamptz, ${after[1]}::uuid)`
    : sql`true`;
  return run(
    tx,
    sql`select ${shown}, p.place from (select p.*, ${key} as sort, ${place} as place from promises p
          where p.team_id = ${tx.team} and ${wanted(filter)} and ${seen(filter)} and ${given('p.shop_id', filter.shopId)}
            and ${given('p.member_id', filter.memberId)} and ${given('p.buyer_id', filter.buyerId)}
            and ${given('p.order_id', filter.orderId)} and ${page}
          order by ${key} ${way}, p.id ${way} limit ${limit}) p
        join published.shops s on s.team_id = p.team_id and s.id = p.shop_id
        order by p.sort ${way}, p.id ${way}`,
  );
}

export async function countPromises(
  tx: Tx,
  filter: Filter,
): Promise<{ open: number; broken: number }> {
  const row = await first<{ open: number; broken: number }>(
    tx,
    sql`select count(*) filter (where p.state = 'open')::int as open, count(*) filter (where p.state = 'broken')::int as broken
        from promises p where p.team_id = ${tx.team} and p.state in ('open', 'broken') and ${seen(filter)}
          and ${given('p.shop_id', filter.shopId)} and ${given('p.member_id', filter.memberId)}
          and ${given('p.buyer_id', filter.buyerId)}`,
  );
  return row ?? { open: 0, broken: 0 };
}

type Rate = promises.PromiseRateShape;

/** How promises made in a time were kept: `per` a person of a shop, or a shop. */
export function readRates(
  tx: Tx,
  per: 'member' | 'shop',
  filter: {
    readonly shops: readonly string[] | null;
    readonly shopId?: string;
    readonly from?: string;
    readonly until?: string;
  },
): Promise<Rate[]> {
  const member = per === 'member' ? sql`p.member_id` : sql`null::uuid`;
  return run(
    tx,
    sql`select g."memberId", coalesce((select m.name from published.members m where m.team_id = ${tx.team} and m.id = g."memberId"), '') as "memberName",
          g."shopId", s.name as "shopName", g.made, g.kept, g.late, g.broken, g.cancelled, g.open,
          g.kept::float8 / nullif(g.kept + g.late + g.broken, 0) as rate
        from (select ${member} as "memberId", p.shop_id as "shopId", count(*)::int as made,
            count(*) filter (where p.state = 'kept')::int as kept, count(*) filter (where p.state = 'late')::int as late,
            count(*) filter (where p.state = 'broken')::int as broken, count(*) filter (where p.state = 'cancelled')::int as cancelled,
            count(*) filter (where p.state = 'open')::int as open
          from promises p where p.team_id = ${tx.team} and ${seen(filter)} and ${given('p.shop_id', filter.shopId)}
            and p.made_at >= coalesce(${filter.from ?? null}::timestamptz, '-infinity')
            and p.made_at < coalesce(${filter.until ?? null}::timestamptz, 'infinity')
          group by 1, 2) g
        join published.shops s on s.team_id = ${tx.team} and s.id = g."shopId"
        order by g.made desc, s.name, g."memberId"`,
  );
}
