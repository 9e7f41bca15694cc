import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';
import type { Taken } from '../catalog/index.ts';

/** Takes whole lines out of an order; the others keep their numbers. */
export async function removeLines(tx: Tx, orderId: string, nos: readonly number[]): Promise<void> {
  if (nos.length === 0) return;
  await run(
    tx,
    sql`delete from order_lines where team_id = ${tx.team} and order_id = ${orderId} and no = any(${[...nos]}::int[])`,
  );
}

/** Puts other variants into lines; quantities and prices are the amounts' business. */
export const replaceVariants = (
  tx: Tx,
  orderId: string,
  lines: readonly (Taken & { readonly no: number })[],
) =>
  run(
    tx,
    sql`update order_lines l set product_id = r."productId", variant_id = r."variantId",
          product_external_id = r."productExternalId", variant_external_id = r."variantExternalId", sku = r.sku,
          title = r.title, options = r.options, picture_url = r."pictureUrl", url = r.url
        from json_to_recordset(${JSON.stringify(lines)}::json) as r(no int, "productId" uuid, "variantId" uuid,
          "productExternalId" text, "variantExternalId" text, sku text, title text, options json, "pictureUrl" text, url text)
        where l.team_id = ${tx.team} and l.order_id = ${orderId} and l.no = r.no`,
  );
