import type { followups } from '@guitai/contract';
import { type RawBuilder, sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';

export interface Span {
  readonly shops: readonly string[] | null;
  readonly shopId?: string;
  readonly from: string;
  readonly to: string;
}

/** Contacts made in a time. */
export const contactsIn = (tx: Tx, { shops, shopId, from, to }: Span): RawBuilder<unknown> =>
  sql`select * from followups where team_id = ${tx.team} and contacted_at >= ${from}::timestamptz and contacted_at < ${to}::timestamptz
        ${shops ? sql`and shop_id = any(${[...shops]}::uuid[])` : sql``} ${shopId ? sql`and shop_id = ${shopId}` : sql``}`;

/** How far contacts came, by reason or by person; an order given back no longer counts. */
export const funnels = (
  tx: Tx,
  span: Span,
  by: RawBuilder<unknown>,
  name: RawBuilder<unknown>,
): Promise<followups.FollowupFunnelShape[]> =>
  run(
    tx,
    sql`select g.key, ${name} as name, g.contacted, g.replied, g.ordered, g.paid, g.reversed,
          coalesce((select json_agg(json_build_object('currency', a.currency, 'amountMinor', a.amount) order by a.currency)
            from (select c.currency, sum(c.paid_minor)::bigint as amount from (${contactsIn(tx, span)}) c
              where c.paid_at is not null and not c.reversed and coalesce((${by})::text, '') = g.key group by 1) a), '[]') as amounts
        from (select coalesce((${by})::text, '') as key, count(*)::int as contacted, count(c.replied_at)::int as replied,
            count(*) filter (where c.ordered_at is not null and not c.reversed)::int as ordered,
            count(*) filter (where c.paid_at is not null and not c.reversed)::int as paid,
            count(*) filter (where c.reversed)::int as reversed
          from (${contactsIn(tx, span)}) c group by 1) g
        order by g.contacted desc, g.key`,
  );
