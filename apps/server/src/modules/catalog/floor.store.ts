import { sql } from 'kysely';
import { newId } from '../../kernel/ids.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';
import { type FloorGround, floorOf } from './floor.rules.ts';

/** What a piece of a variant is offered for, costs, and must not be sold below. */
export interface Floor {
  readonly variantId: string;
  readonly productId: string;
  readonly title: string;
  readonly category: string;
  readonly currency: string;
  readonly listMinor: number;
  /** For those who may see costs. */
  readonly costMinor: number | null;
  readonly floorMinor: number | null;
}

type Row = FloorGround & Omit<Floor, 'floorMinor'>;

/** The floors of variants of a shop, by variant; the nearest one set holds: variant, product, category, shop. */
export async function floorsOf(
  tx: Tx,
  shopId: string,
  variantIds: readonly string[],
): Promise<Map<string, Floor>> {
  const rows = await run<Row>(
    tx,
    sql`select v.id as "variantId", p.id as "productId", p.title, coalesce(p.attributes ->> 'category', '') as category, p.currency,
          v.price_minor as "listMinor", c.cost_minor as "costMinor",
          f.percent, f.floor_minor as "floorMinor", f.margin_percent as "marginPercent"
        from variants v join products p on p.team_id = v.team_id and p.id = v.product_id
        left join published.variant_costs c on c.team_id = v.team_id and c.id = v.id
        left join lateral (select * from price_floors f where f.team_id = v.team_id and f.shop_id = v.shop_id
            and (f.variant_id = v.id or f.product_id = p.id or f.category = p.attributes ->> 'category'
              or num_nonnulls(f.variant_id, f.product_id, f.category) = 0)
          order by f.variant_id is null, f.product_id is null, f.category is null limit 1) f on true
        where v.team_id = ${tx.team} and v.shop_id = ${shopId} and v.id = any(${[...new Set(variantIds)]}::uuid[])`,
  );
  return new Map(
    rows.map(({ percent, floorMinor, marginPercent, ...row }) => {
      const ground = { ...row, percent, floorMinor, marginPercent };
      return [row.variantId, { ...row, floorMinor: floorOf(ground) }];
    }),
  );
}

/** What a floor is for; at most one of the three, none: the whole shop. */
export interface FloorFor {
  readonly shopId: string;
  readonly category: string | null;
  readonly productId: string | null;
  readonly variantId: string | null;
}

export type FloorRow = FloorFor & { readonly id: string; readonly title: string } & Pick<
    FloorGround,
    'percent' | 'floorMinor' | 'marginPercent'
  >;

const columns = sql`f.id, f.shop_id as "shopId", f.category, f.product_id as "productId", f.variant_id as "variantId", f.percent,
  f.floor_minor as "floorMinor", f.margin_percent as "marginPercent", coalesce(p.title || coalesce(' ' || nullif(v.sku, ''), ''), '') as title`;

const from = sql`price_floors f left join variants v on v.team_id = f.team_id and v.id = f.variant_id
  left join products p on p.team_id = f.team_id and p.id = coalesce(f.product_id, v.product_id)`;

export const readFloors = (tx: Tx, shopId: string): Promise<FloorRow[]> =>
  run(
    tx,
    sql`select ${columns} from ${from} where f.team_id = ${tx.team} and f.shop_id = ${shopId}
        order by num_nonnulls(f.variant_id, f.product_id, f.category), f.category, p.title, f.id limit 1000`,
  );

export const readFloor = (tx: Tx, id: string): Promise<FloorRow | undefined> =>
  first(tx, sql`select ${columns} from ${from} where f.team_id = ${tx.team} and f.id = ${id}`);

/** Sets a floor, or overwrites the one for the same thing; its id. */
export async function writeFloor(
  tx: Tx,
  floor: FloorFor & Pick<FloorGround, 'percent' | 'floorMinor' | 'marginPercent'>,
): Promise<string> {
  const row = await first<{ id: string }>(
    tx,
    sql`insert into price_floors (team_id, id, shop_id, category, product_id, variant_id, percent, floor_minor, margin_percent)
        values (${tx.team}, ${newId()}, ${floor.shopId}, ${floor.category}, ${floor.productId}, ${floor.variantId},
          ${floor.percent}, ${floor.floorMinor}, ${floor.marginPercent})
        on conflict (team_id, shop_id, category, product_id, variant_id) do update set percent = excluded.percent,
          floor_minor = excluded.floor_minor, margin_percent = excluded.margin_percent, set_at = now() returning id`,
  );
  return row?.id ?? '';
}

export const deleteFloor = (tx: Tx, id: string): Promise<unknown> =>
  run(tx, sql`delete from price_floors where team_id = ${tx.team} and id = ${id}`);

/** Writes what a piece costs; the variant's shop and currency, undefined where there is no such variant. */
export const writeCost = (tx: Tx, variantId: string, costMinor: number | null) =>
  run(
    tx,
    sql`update variants set cost_minor = ${costMinor} where team_id = ${tx.team} and id = ${variantId}`,
  );

export const variantPlace = (tx: Tx, variantId: string) =>
  first<{ shopId: string; currency: string; costMinor: number | null }>(
    tx,
    sql`select v.shop_id as "shopId", p.currency, v.cost_minor as "costMinor" from variants v
        join products p on p.team_id = v.team_id and p.id = v.product_id
        where v.team_id = ${tx.team} and v.id = ${variantId} for update of v`,
  );
