import type { followups, InputOf } from '@guitai/contract';
import { sql } from 'kysely';
import type { StaffActor } from '../../kernel/actor.ts';
import { can } from '../../kernel/can.ts';
import { refuse } from '../../kernel/refusal.ts';
import { run, type Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import { findShop } from '../shops/index.ts';
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

/** Which lists of a shop fill themselves, and how. */
export async function getFollowupSettings(
  actor: StaffActor,
  tx: Tx,
  { shopId }: InputOf<typeof followups.getFollowupSettings>,
) {
  const seen = can(actor, 'followups.read', { shop: shopId }) === 'yes';
  return seen && (await findShop(tx, shopId))
    ? settingsOfShop(tx, shopId)
    : refuse('shop.not_found');
}

/** Changes the given settings; two people who change different ones at once both keep theirs. */
export async function updateFollowupSettings(
  actor: StaffActor,
  tx: Tx,
  { shopId, ...change }: InputOf<typeof followups.updateFollowupSettings>,
) {
  const mine = can(actor, 'followups.manage', { shop: shopId }) === 'yes';
  if (!mine || !(await findShop(tx, shopId))) return refuse('shop.not_found');
  const before = await settingsOfShop(tx, shopId);
  await run(
    tx,
    sql`insert into followup_settings (team_id, shop_id, settings) values (${tx.team}, ${shopId}, ${JSON.stringify(change)})
        on conflict (team_id, shop_id) do update set settings = followup_settings.settings || excluded.settings`,
  );
  const names = Object.keys(change) as (keyof Settings)[];
  record(tx, actor, {
    action: 'followups.settings_changed',
    subject: { kind: 'shop', id: shopId },
    before: Object.fromEntries(names.map((name) => [name, before[name]])),
    after: change,
    shop: shopId,
  });
  return settingsOfShop(tx, shopId);
}
