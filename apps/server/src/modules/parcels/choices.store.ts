import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';

/** What the carriers of a shop's newest parcels are called, the most used first. */
export const usedCarriers = (
  tx: Tx,
  shopId: string,
): Promise<{ carrier: string; name: string }[]> =>
  run(
    tx,
    sql`select carrier, carrier_name as name from (
          select carrier, carrier_name from published.parcel_rows
          where team_id = ${tx.team} and shop_id = ${shopId} and (carrier <> '' or carrier_name <> '')
          order by id desc limit 500) newest
        group by 1, 2 order by count(*) desc, 1, 2 limit 12`,
  );
