import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';
import type { MethodRow } from './money.store.ts';

/** The buyer's means of payment in the order's shop, balances first. */
export const methodsOf = (
  tx: Tx,
  order: { readonly shopId: string; readonly buyerId: string | null },
): Promise<Omit<MethodRow, 'currency'>[]> =>
  run(
    tx,
    sql`select id, kind, coalesce(nullif(label, ''), nullif(source_kind, ''), kind) as label, balance_minor as "balanceMinor"
        from payment_methods where team_id = ${tx.team} and shop_id = ${order.shopId} and buyer_id = ${order.buyerId}
        order by balance_minor is null, kind, id`,
  );
