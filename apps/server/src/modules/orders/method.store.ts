import { sql } from 'kysely';
import { newId } from '../../kernel/ids.ts';
import { run, type Tx } from '../../kernel/tx.ts';
import type { MethodRecord } from './mirror.records.ts';
import type { PaymentKind } from './words.ts';

/** A means of payment as a payment made with it needs it. */
export interface KnownMethod {
  readonly id: string;
  readonly kind: PaymentKind;
  readonly sourceKind: string;
}

/** Means of payment by `buyer id/external id`. */
export async function knownMethods(
  tx: Tx,
  shopId: string,
  externalIds: readonly string[],
): Promise<Map<string, KnownMethod>> {
  if (externalIds.length === 0) return new Map();
  const rows = await run<KnownMethod & { key: string }>(
    tx,
    sql`select id, kind, source_kind as "sourceKind", buyer_id::text || '/' || external_id as key from payment_methods
        where team_id = ${tx.team} and shop_id = ${shopId} and external_id = any(${[...new Set(externalIds)]}::text[])`,
  );
  return new Map(rows.map((row) => [row.key, row]));
}

type Owned = MethodRecord & { readonly buyerId: string };

/** A balance stands as its source told it, so the source may tell it anew; one that was moved here is ours from then on. */
const untouched = sql`payment_methods.balance_minor is not distinct from payment_methods.told_balance_minor`;

/**
 * Inserts or overwrites means of payment; balances are the source's until they are moved here, with what they are balances of.
 * Gone ones stay for the payments made with them.
 */
export async function writeMethods(
  tx: Tx,
  shopId: string,
  methods: readonly Owned[],
): Promise<void> {
  if (methods.length === 0) return;
  const rows = methods.map((method) => ({ ...method, id: newId() }));
  await run(
    tx,
    sql`insert into payment_methods (team_id, id, shop_id, buyer_id, external_id, kind, source_kind, label, balance_minor,
          told_balance_minor, currency, attributes)
        select ${tx.team}, r.id, ${shopId}, r."buyerId", r."externalId", r.kind, r."sourceKind", r.label, r."balanceMinor",
          r."balanceMinor", r.currency, r.attributes
        from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, "buyerId" uuid, "externalId" text, kind text,
          "sourceKind" text, label text, "balanceMinor" bigint, currency text, attributes jsonb)
        on conflict (team_id, shop_id, buyer_id, external_id) do update set source_kind = excluded.source_kind,
          label = excluded.label,
          kind = case when ${untouched} then excluded.kind else payment_methods.kind end,
          currency = case when ${untouched} then excluded.currency else payment_methods.currency end,
          balance_minor = case when ${untouched} then excluded.balance_minor else payment_methods.balance_minor end,
          told_balance_minor = case when ${untouched} then excluded.balance_minor end, attributes = excluded.attributes, mirrored_at = now()`,
  );
}
