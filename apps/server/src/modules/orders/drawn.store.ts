import { type RawBuilder, sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';
import { withCan } from '../../kernel/with-can.ts';

/**
 * JSON text of the card of row `o` of `published.order_shown`, with what the reader may do: as it was drawn last, or drawn now where
 * something has changed since. A drawing is kept for the next reader, so this does not stand in a transaction that may only read.
 */
export const shownCard = (
  o: RawBuilder<unknown>,
  allows: RawBuilder<unknown>,
  granted: RawBuilder<unknown>,
): RawBuilder<unknown> =>
  withCan(
    sql`coalesce(${o}.drawn, published.draw_order_card(${o}.team_id, ${o}.id))`,
    allows,
    granted,
  );

/** Kept cards that do not show what they should: something they are made of does not mark them. */
export async function findDrawnFaults(tx: Tx): Promise<string[]> {
  const rows = await run<{ number: string }>(
    tx,
    sql`select o.number from order_drawn d join orders o on o.team_id = d.team_id and o.id = d.order_id
        join published.order_cards c on c.team_id = d.team_id and c.id = d.order_id
        where d.team_id = ${tx.team} and d.until > now() and d.rest <> substr(c.card::text, 2) limit 100`,
  );
  return rows.map((row) => `the kept card of order ${row.number} is out of date`);
}
