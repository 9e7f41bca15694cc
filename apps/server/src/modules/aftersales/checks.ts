import { sql } from 'kysely';
import type { Check } from '../../kernel/checks.ts';
import { run } from '../../kernel/tx.ts';

/** What is claimed of a line is exactly what stands in cases that hold it. */
const claimed: Check = {
  name: 'aftersales.claims',
  ask: async (tx) => {
    const rows = await run<{ number: string; line_no: number }>(
      tx,
      sql`with held as (
            select k.order_id, l.line_no, sum(l.quantity)::int as pieces from aftersales_cases k
            join aftersales_lines l on l.team_id = k.team_id and l.case_id = k.id
            where k.team_id = ${tx.team} and k.state not in ('refused', 'withdrawn')
              and not (k.state = 'settled' and k.kind in ('repair', 'resend', 'compensate'))
            group by k.order_id, l.line_no)
          select o.number, c.line_no from aftersales_claims c
          join published.orders o on o.team_id = c.team_id and o.id = c.order_id
          left join held h on h.order_id = c.order_id and h.line_no = c.line_no
          where c.team_id = ${tx.team} and c.claimed <> coalesce(h.pieces, 0) limit 100`,
    );
    return rows.map(
      (row) => `order ${row.number}, line ${row.line_no}: claims do not fit the cases`,
    );
  },
};

/** A case that paid has an act that paid it, once. */
const paidOnce: Check = {
  name: 'aftersales.paid',
  ask: async (tx) => {
    const rows = await run<{ id: string }>(
      tx,
      sql`select min(id::text) as id from aftersales_cases where team_id = ${tx.team} and paid_act_id is not null
          group by paid_act_id having count(*) > 1 limit 100`,
    );
    return rows.map((row) => `case ${row.id} shares its payment with another`);
  },
};

export const checks: readonly Check[] = [claimed, paidOnce];
