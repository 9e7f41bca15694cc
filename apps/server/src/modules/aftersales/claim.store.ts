import { sql } from 'kysely';
import { first, run, type Tx } from '../../kernel/tx.ts';

/** Pieces of a line of an order. */
export interface Pieces {
  readonly lineNo: number;
  readonly quantity: number;
}

/**
 * Takes pieces of a line for a case: one conditional statement, so that of many cases at once only as many have them as
 * there are pieces. False when too few are free.
 */
export async function claimPieces(
  tx: Tx,
  orderId: string,
  { lineNo, quantity }: Pieces,
  pieces: number,
): Promise<boolean> {
  if (quantity > pieces) return false;
  const row = await first(
    tx,
    sql`insert into aftersales_claims as c (team_id, order_id, line_no, claimed, pieces)
        values (${tx.team}, ${orderId}, ${lineNo}, ${quantity}, ${pieces})
        on conflict (team_id, order_id, line_no) do update
          set claimed = c.claimed + excluded.claimed, pieces = excluded.pieces
          where c.claimed + excluded.claimed <= excluded.pieces
        returning claimed`,
  );
  return row !== undefined;
}

/** Gives pieces free again. */
export const freePieces = (tx: Tx, orderId: string, pieces: readonly Pieces[]) =>
  run(
    tx,
    sql`update aftersales_claims c set claimed = c.claimed - r.quantity
        from json_to_recordset(${JSON.stringify(pieces)}::json) as r("lineNo" int, quantity int)
        where c.team_id = ${tx.team} and c.order_id = ${orderId} and c.line_no = r."lineNo"`,
  );

/** Pieces that stand in a case, by line. */
export async function claimedPieces(tx: Tx, orderId: string): Promise<ReadonlyMap<number, number>> {
  const rows = await run<{ line_no: number; claimed: number }>(
    tx,
    sql`select line_no, claimed from aftersales_claims where team_id = ${tx.team} and order_id = ${orderId}`,
  );
  return new Map(rows.map((row) => [row.line_no, row.claimed]));
}

/** Does something that is allowed once per order; false when it was done before. */
export async function claimOnce(
  tx: Tx,
  orderId: string,
  rule: string,
  byId: string,
): Promise<boolean> {
  const row = await first(
    tx,
    sql`insert into aftersales_once (team_id, order_id, rule, by_id) values (${tx.team}, ${orderId}, ${rule}, ${byId})
        on conflict do nothing returning rule`,
  );
  return row !== undefined;
}

/** What was claimed by a case that came to nothing is free again. */
export const freeOnce = (tx: Tx, orderId: string, byId: string) =>
  run(
    tx,
    sql`delete from aftersales_once where team_id = ${tx.team} and order_id = ${orderId} and by_id = ${byId}`,
  );

/** Rules of an order that were claimed before. */
export async function claimedRules(tx: Tx, orderId: string): Promise<ReadonlySet<string>> {
  const rows = await run<{ rule: string }>(
    tx,
    sql`select rule from aftersales_once where team_id = ${tx.team} and order_id = ${orderId}`,
  );
  return new Set(rows.map((row) => row.rule));
}
