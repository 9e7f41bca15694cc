import type { InputOf, offers } from '@guitai/contract';
import { sql } from 'kysely';
import type { StaffActor } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/refusal.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';
import { can } from '../access/index.ts';
import { record } from '../audit/index.ts';
import { findShop } from '../shops/index.ts';
import { defaultOffers, type Settings } from './settings.rules.ts';
import { readTemplate } from './template.store.ts';

/** The settings of a shop; what nobody set has its default. */
export async function settingsOf(tx: Tx, shopId: string): Promise<Settings> {
  const row = await first<{ settings: Partial<Settings> }>(
    tx,
    sql`select settings from offer_settings where team_id = ${tx.team} and shop_id = ${shopId}`,
  );
  return { ...defaultOffers, ...row?.settings };
}

async function shown(actor: StaffActor, tx: Tx, shopId: string, currency: string) {
  const acts = can(actor, 'coupons.manage', { shop: shopId }) === 'yes' ? ['setOfferSettings'] : [];
  return { ...(await settingsOf(tx, shopId)), shopId, currency, can: acts };
}

/** The concession ladder of a shop, its budgets and its postage. */
export async function getOfferSettings(
  actor: StaffActor,
  tx: Tx,
  { shopId }: InputOf<typeof offers.getOfferSettings>,
) {
  const shop = await findShop(tx, shopId);
  if (!shop || can(actor, 'offers.read', { shop: shopId }) !== 'yes')
    return refuse('shop.not_found');
  return shown(actor, tx, shopId, shop.currency);
}

/** Sets the concession ladder of a shop. */
export async function setOfferSettings(
  actor: StaffActor,
  tx: Tx,
  { shopId, ...settings }: InputOf<typeof offers.setOfferSettings>,
) {
  const shop = await findShop(tx, shopId);
  if (!shop || can(actor, 'coupons.manage', { shop: shopId }) !== 'yes')
    return refuse('shop.not_found');
  for (const { templateId } of settings.ladder) {
    const template = templateId === null ? null : await readTemplate(tx, templateId);
    if (templateId !== null && template?.shopId !== shopId)
      return refuse('coupon.template_not_found');
  }
  const before = await settingsOf(tx, shopId);
  await run(
    tx,
    sql`insert into offer_settings (team_id, shop_id, settings) values (${tx.team}, ${shopId}, ${JSON.stringify(settings)})
        on conflict (team_id, shop_id) do update set settings = excluded.settings`,
  );
  const subject = { kind: 'shop', id: shopId };
  record(tx, actor, { action: 'offers.settings', subject, before, after: settings, shop: shopId });
  return shown(actor, tx, shopId, shop.currency);
}
