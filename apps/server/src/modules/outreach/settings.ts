import type { InputOf, outreach } from '@guitai/contract';
import { sql } from 'kysely';
import type { StaffActor } from '../../kernel/actor.ts';
import { can } from '../../kernel/can.ts';
import { refuse } from '../../kernel/refusal.ts';
import { run, type Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import { findShop } from '../shops/index.ts';
import { settingsOfShops } from './facts.store.ts';
import type { OutreachSettings } from './settings.rules.ts';

async function inForce(tx: Tx, shopId: string): Promise<OutreachSettings> {
  const settings = (await settingsOfShops(tx, [shopId])).get(shopId);
  if (!settings) throw new Error('a shop without settings');
  return settings;
}

/** Quiet hours and caps of a shop the reader sees; what was never set has its default. */
export async function getOutreachSettings(
  actor: StaffActor,
  tx: Tx,
  { shopId }: InputOf<typeof outreach.getOutreachSettings>,
) {
  const seen = can(actor, 'outreach.read', { shop: shopId }) === 'yes';
  return seen && (await findShop(tx, shopId)) ? inForce(tx, shopId) : refuse('shop.not_found');
}

/** Changes the given settings; two people who change different ones at once both keep theirs. */
export async function updateOutreachSettings(
  actor: StaffActor,
  tx: Tx,
  { shopId, ...change }: InputOf<typeof outreach.updateOutreachSettings>,
) {
  const mine = can(actor, 'outreach.manage', { shop: shopId }) === 'yes';
  if (!mine || !(await findShop(tx, shopId))) return refuse('shop.not_found');
  const before = await inForce(tx, shopId);
  await run(
    tx,
    sql`insert into outreach_settings (team_id, shop_id, settings) values (${tx.team}, ${shopId}, ${JSON.stringify(change)})
        on conflict (team_id, shop_id) do update set settings = outreach_settings.settings || excluded.settings`,
  );
  const names = Object.keys(change) as (keyof OutreachSettings)[];
  record(tx, actor, {
    action: 'outreach.settings_changed',
    subject: { kind: 'shop', id: shopId },
    before: Object.fromEntries(names.map((name) => [name, before[name]])),
    after: change,
    shop: shopId,
  });
  return inForce(tx, shopId);
}
