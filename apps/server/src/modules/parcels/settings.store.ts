import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';
import { type ParcelSettings, settingsOf } from './settings.rules.ts';

/** Settings in force of these shops. */
export async function readSettings(tx: Tx, shopIds: readonly string[]) {
  const rows = await run<{ shop_id: string; settings: Partial<ParcelSettings> }>(
    tx,
    sql`select shop_id, settings from parcel_settings
        where team_id = ${tx.team} and shop_id = any(${[...shopIds]}::uuid[])`,
  );
  const set = new Map(rows.map((row) => [row.shop_id, row.settings]));
  return new Map(shopIds.map((id) => [id, settingsOf(set.get(id))]));
}

/** Changes the given settings and leaves the others. */
export const writeSettings = (tx: Tx, shopId: string, given: Partial<ParcelSettings>) =>
  run(
    tx,
    sql`insert into parcel_settings (team_id, shop_id, settings) values (${tx.team}, ${shopId}, ${JSON.stringify(given)}::jsonb)
        on conflict (team_id, shop_id) do update set settings = parcel_settings.settings || excluded.settings`,
  );
