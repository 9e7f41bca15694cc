import { sql } from 'kysely';
import { now } from '../../kernel/clock.ts';
import { isoColumn } from '../../kernel/events.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';
import type { SetSettings } from './settings.rules.ts';
import { own } from './tables.ts';

export interface ShopRow {
  readonly id: string;
  readonly name: string;
  readonly kind: 'built-in' | 'imported';
  readonly currency: string;
  readonly timezone: string;
  readonly locale: 'zh-CN' | 'zh-TW' | 'en';
  readonly colour: string;
  readonly settings: SetSettings;
  readonly created_at: string;
  readonly updated_at: string;
}

const rows = sql`
  select id, name, kind, currency, timezone, locale, colour, settings,
         ${sql.raw(isoColumn('created_at'))} as created_at, ${sql.raw(isoColumn('updated_at'))} as updated_at
  from shops`;

export const shopOfId = (tx: Tx, id: string) =>
  first<ShopRow>(tx, sql`${rows} where team_id = ${tx.team} and id = ${id}`);

/** The shop, locked until the transaction ends. */
export const lockShop = (tx: Tx, id: string) =>
  first<ShopRow>(tx, sql`${rows} where team_id = ${tx.team} and id = ${id} for update`);

/** Shops in the order they were made (ids are time-ordered); only the given ones when given. */
export const listShopRows = (
  tx: Tx,
  wanted: { shops: readonly string[] | null; after?: string | undefined; limit: number },
) =>
  run<ShopRow>(
    tx,
    sql`${rows} where team_id = ${tx.team}
          and (${wanted.shops === null} or id = any(${[...(wanted.shops ?? [])]}::uuid[]))
          and (${wanted.after ?? null}::uuid is null or id > ${wanted.after ?? null}::uuid)
        order by id limit ${wanted.limit}`,
  );

export interface NewShopRow extends Omit<ShopRow, 'settings' | 'created_at' | 'updated_at'> {
  readonly team: string;
}

/** Adds a shop; false when the team has one of that name. */
export async function insertShop(tx: Tx, { team, ...made }: NewShopRow): Promise<boolean> {
  const added = await own(tx)
    .insertInto('shops')
    .values({ team_id: team, ...made, settings: '{}', created_at: now(), updated_at: now() })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  return added.length > 0;
}

export interface ShopChange {
  readonly name?: string;
  readonly timezone?: string;
  readonly locale?: ShopRow['locale'];
  readonly colour?: string;
}

export const isNameTaken = async (tx: Tx, name: string, but: string): Promise<boolean> =>
  (await first(
    tx,
    sql`select 1 as one from shops
        where team_id = ${tx.team} and lower(name) = lower(${name}) and id <> ${but}`,
  )) !== undefined;

export async function setShop(tx: Tx, id: string, change: ShopChange): Promise<void> {
  await own(tx)
    .updateTable('shops')
    .set({ ...change, updated_at: now() })
    .where('team_id', '=', tx.team ?? '')
    .where('id', '=', id)
    .execute();
}

/** Keeps what was set; only the given fields change, of the order rules only the given rules. */
export const setSettings = (tx: Tx, id: string, { orderRules, ...change }: SetSettings) =>
  run(
    tx,
    sql`update shops set updated_at = ${now()}, settings = settings || ${JSON.stringify(change)}::jsonb
          || jsonb_build_object('orderRules', coalesce(settings -> 'orderRules', '{}') || ${JSON.stringify(orderRules ?? {})}::jsonb)
        where team_id = ${tx.team} and id = ${id}`,
  );

export async function deleteShop(tx: Tx, id: string): Promise<void> {
  await own(tx)
    .deleteFrom('shops')
    .where('team_id', '=', tx.team ?? '')
    .where('id', '=', id)
    .execute();
}
