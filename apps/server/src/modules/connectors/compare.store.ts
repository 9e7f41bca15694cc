import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';

/** A field in which an order here and on its platform differed. */
export interface Difference {
  readonly externalId: string;
  readonly orderId: string | null;
  readonly number: string;
  readonly field: string;
  readonly ours: string;
  readonly theirs: string;
}

/** What the newest comparison found, in place of what the one before did. */
export async function writeDifferences(
  tx: Tx,
  connectionId: string,
  found: readonly Difference[],
): Promise<void> {
  await run(
    tx,
    sql`delete from connection_differences where team_id = ${tx.team} and connection_id = ${connectionId}`,
  );
  await run(
    tx,
    sql`insert into connection_differences (team_id, connection_id, external_id, field, order_id, number, ours, theirs)
        select ${tx.team}, ${connectionId}, r."externalId", r.field, r."orderId", r.number, r.ours, r.theirs
        from json_to_recordset(${JSON.stringify(found)}::json) as r("externalId" text, field text, "orderId" uuid,
          number text, ours text, theirs text) on conflict do nothing`,
  );
}

export const readDifferences = (tx: Tx, connectionId: string, limit: number) =>
  run<Difference>(
    tx,
    sql`select external_id as "externalId", order_id as "orderId", number, field, ours, theirs from connection_differences
        where team_id = ${tx.team} and connection_id = ${connectionId} order by number, field limit ${limit}`,
  );
