import { sql } from 'kysely';
import { type Actor, actorRef } from '../../kernel/actor.ts';
import { newId } from '../../kernel/ids.ts';
import { run, type Tx } from '../../kernel/tx.ts';
import type { Entry, Stand } from './ledger.rules.ts';
import type { PaymentKind } from './words.ts';

/** How money came or went; only payments and refunds have one. */
export interface Means {
  readonly methodKind: PaymentKind;
  readonly sourceKind: string;
  readonly methodId: string | null;
  readonly at: Date | string | null;
}

export interface PlacedEntry extends Entry {
  readonly orderId: string;
  readonly currency: string;
  readonly means: Means | null;
}

/** Adds entries; the table takes nothing else than additions. */
export async function appendEntries(
  actor: Actor,
  tx: Tx,
  entries: readonly PlacedEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  const by = actorRef(actor);
  const rows = entries.map(({ means, orderId, amountMinor, ...entry }) => ({
    ...entry,
    id: newId(),
    order_id: orderId,
    amount_minor: amountMinor,
    method_kind: means?.methodKind ?? null,
    source_kind: means?.sourceKind ?? '',
    method_id: means?.methodId ?? null,
    at: means?.at ?? null,
  }));
  await run(
    tx,
    sql`insert into order_entries (team_id, id, order_id, kind, reference, debit, credit, amount_minor, currency, method_kind,
          source_kind, method_id, at, actor_kind, actor_id)
        select ${tx.team}, r.id, r.order_id, r.kind, r.reference, r.debit, r.credit, r.amount_minor, r.currency, r.method_kind,
          r.source_kind, r.method_id, r.at, ${by.kind}, ${by.id}
        from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, order_id uuid, kind text, reference text,
          debit text, credit text, amount_minor bigint, currency text, method_kind text, source_kind text, method_id uuid,
          at timestamptz)`,
  );
}

/** What the ledgers of some orders stand at. */
export async function readStands(
  tx: Tx,
  orderIds: readonly string[],
): Promise<Map<string, Stand[]>> {
  const rows = await run<Stand & { order_id: string }>(
    tx,
    sql`select order_id, kind, reference, sum(case when kind in ('discount', 'coupon', 'payment') and credit = 'buyer'
            or kind in ('goods', 'postage', 'adjustment') and credit = kind
            or kind in ('refund', 'goodwill', 'compensation', 'price_protection', 'cashback') and credit like 'money%'
            then amount_minor else -amount_minor end)::bigint as "amountMinor"
        from order_entries where team_id = ${tx.team} and order_id = any(${[...orderIds]}::uuid[])
        group by order_id, kind, reference`,
  );
  const stands = new Map<string, Stand[]>();
  for (const { order_id, ...stand } of rows) {
    if (stand.amountMinor === 0) continue;
    stands.set(order_id, [...(stands.get(order_id) ?? []), stand]);
  }
  return stands;
}

/** Faults in ledgers: an order whose row does not carry the sums of its entries, or entries that do not sum to zero. */
export async function findLedgerFaults(tx: Tx): Promise<string[]> {
  const rows = await run<{ number: string }>(
    tx,
    sql`with sums as (
          select order_id,
            sum(case when credit = 'goods' then amount_minor when debit = 'goods' then -amount_minor else 0 end) as goods,
            sum(case when debit in ('discount', 'coupon') then amount_minor when credit in ('discount', 'coupon') then -amount_minor else 0 end) as discount,
            sum(case when credit = 'postage' then amount_minor when debit = 'postage' then -amount_minor else 0 end) as postage,
            sum(case when credit = 'adjustment' then amount_minor when debit = 'adjustment' then -amount_minor else 0 end) as adjustment,
            sum(case when kind <> 'payment' then 0 when credit = 'buyer' then amount_minor else -amount_minor end) as paid,
            sum(case when kind not in ('refund', 'goodwill', 'compensation', 'price_protection', 'cashback') then 0
              when credit like 'money%' then amount_minor else -amount_minor end) as refunded
          from order_entries where team_id = ${tx.team} group by order_id),
        parts as (select order_id, sum(paid_minor) as paid, sum(refunded_minor) as refunded
          from order_payments where team_id = ${tx.team} group by order_id)
        select o.number from orders o left join sums s on s.order_id = o.id left join parts p on p.order_id = o.id
        where o.team_id = ${tx.team} and ((o.goods_minor, o.discount_minor, o.postage_minor, o.adjustment_minor, o.paid_minor, o.refunded_minor)
          is distinct from (coalesce(s.goods, 0), coalesce(s.discount, 0), coalesce(s.postage, 0), coalesce(s.adjustment, 0),
            coalesce(s.paid, 0), coalesce(s.refunded, 0))
          or (o.paid_minor, o.refunded_minor) is distinct from (coalesce(p.paid, 0), coalesce(p.refunded, 0)))
        limit 100`,
  );
  return rows.map((row) => `the ledger of order ${row.number} does not fit the order`);
}
