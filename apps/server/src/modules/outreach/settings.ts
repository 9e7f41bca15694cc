import type { InputOf, outreach } from '@guitai/contract';
import { sql } from 'kysely';
import type { StaffActor } from '../../kernel/actor.ts';
import { run, type Tx } from '../../kernel/tx.ts';
import { changeOwnSettings, getOwnSettings, type OwnSettings } from '../shops/index.ts';
import { settingsOfShops } from './facts.store.ts';
import type { OutreachSettings } from './settings.rules.ts';

async function inForce(tx: Tx, shopId: string): Promise<OutreachSettings> {
  const settings = (await settingsOfShops(tx, [shopId])).get(shopId);
  if (!settings) throw new Error('a shop without settings');
  return settings;
}

const own: OwnSettings<OutreachSettings> = {
  seenBy: 'outreach.read',
  changedBy: 'outreach.manage',
  action: 'outreach.settings_changed',
  inForce,
  write: (tx, shopId, change) =>
    run(
      tx,
      sql`insert into outreach_settings (team_id, shop_id, settings) values (${tx.team}, ${shopId}, ${JSON.stringify(change)})
          on conflict (team_id, shop_id) do update set settings = outreach_settings.settings || excluded.settings`,
    ),
};

/** Quiet hours and caps of a shop the reader sees; what was never set has its default. */
export const getOutreachSettings = (
  actor: StaffActor,
  tx: Tx,
  { shopId }: InputOf<typeof outreach.getOutreachSettings>,
) => getOwnSettings(actor, tx, { shopId, own });

/** Changes the given quiet hours and caps of a shop. */
export const updateOutreachSettings = (
  actor: StaffActor,
  tx: Tx,
  { shopId, ...change }: InputOf<typeof outreach.updateOutreachSettings>,
) => changeOwnSettings(actor, tx, { shopId, own, change });
