import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';
import type { Standing } from './quota.rules.ts';
import { optionsText } from './shown.store.ts';

/** A variant as a buyer is told of it. */
export interface VariantNow extends Standing {
  readonly variantId: string;
  readonly productId: string;
  readonly shopId: string;
  readonly title: string;
  readonly options: string;
  readonly currency: string;
  readonly pictureUrl: string | null;
  readonly url: string | null;
}

const columns = sql`v.id as "variantId", p.id as "productId", p.shop_id as "shopId", p.title, ${optionsText} as options, p.currency,
  v.price_minor as "priceMinor", v.stock, p.status = 'on_sale' and v.available as "onSale",
  coalesce(v.picture_url, p.pictures[1]) as "pictureUrl", p.url`;

/** Variants as they are offered now, of these products. */
export const variantsOf = (tx: Tx, productIds: readonly string[]): Promise<VariantNow[]> =>
  run(
    tx,
    sql`select ${columns} from published.variants v join published.products p on p.team_id = v.team_id and p.id = v.product_id
        where v.team_id = ${tx.team} and v.product_id = any(${[...productIds]}::uuid[]) order by v.no, v.id`,
  );
