import type { followups, InputOf } from '@guitai/contract';
import { sql } from 'kysely';
import type { StaffActor } from '../../kernel/actor.ts';
import { run, type Tx } from '../../kernel/tx.ts';
import { changeOwnSettings, getOwnSettings, type OwnSettings } from '../shops/index.ts';
import { type Settings, settingsOver } from './settings.rules.ts';

/** Settings in force of the given shops. */
export async function settingsOf(tx: Tx, shops: readonly string[]): Promise<Map<string, Settings>> {
  const rows = await run<{ shop_id: string; settings: Partial<Settings> }>(
    tx,
    sql`select shop_id, settings from followup_settings
        where team_id = ${tx.team} and shop_id = any(${[...new Set(shops)]}::uuid[])`,
  );
  const set = new Map(rows.map((row) => [row.shop_id, row.settings]));
  return new Map(shops.map((shop) => [shop, settingsOver(set.get(shop) ?? null)]));
}

/** Settings in force of a shop. */
export const settingsOfShop = async (tx: Tx, shopId: string): Promise<Settings> =>
  (await settingsOf(tx, [shopId])).get(shopId) ?? settingsOver(null);

const own: OwnSettings<Settings> = {
  seenBy: 'followups.read',
  changedBy: 'followups.manage',
  action: 'followups.settings_changed',
  inForce: settingsOfShop,
  write: (tx, shopId, change) =>
    run(
      tx,
      sql`insert into followup_settings (team_id, shop_id, settings) values (${tx.team}, ${shopId}, ${JSON.stringify(change)})
          on conflict (team_id, shop_id) do update set settings = followup_settings.settings || excluded.settings`,
    ),
};

/** Which lists of a shop fill themselves, and how. */
export const getFollowupSettings = (
  actor: StaffActor,
  tx: Tx,
  { shopId }: InputOf<typeof followups.getFollowupSettings>,
) => getOwnSettings(actor, tx, { shopId, own });

/** Changes the given settings of a shop's lists. */
export const updateFollowupSettings = (
  actor: StaffActor,
  tx: Tx,
  { shopId, ...change }: InputOf<typeof followups.updateFollowupSettings>,
) => changeOwnSettings(actor, tx, { shopId, own, change });
