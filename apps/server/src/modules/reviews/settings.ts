import type { InputOf, reviews } from '@guitai/contract';
import { sql } from 'kysely';
import type { StaffActor } from '../../kernel/actor.ts';
import { can } from '../../kernel/can.ts';
import { refuse } from '../../kernel/refusal.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import { findShop } from '../shops/index.ts';
import { defaultReviews } from './appraise.rules.ts';

type Settings = reviews.ReviewSettingsShape;

/** The settings of a shop; what nobody set has its default. */
export async function settingsOf(tx: Tx, shopId: string): Promise<Settings> {
  const row = await first<{ settings: Partial<Settings> }>(
    tx,
    sql`select settings from review_settings where team_id = ${tx.team} and shop_id = ${shopId}`,
  );
  return { ...defaultReviews, ...row?.settings };
}

async function shown(actor: StaffActor, tx: Tx, shopId: string) {
  const may = can(actor, 'reviews.manage', { shop: shopId }) === 'yes';
  return { ...(await settingsOf(tx, shopId)), shopId, can: may ? ['setReviewSettings'] : [] };
}

/** How the shop deals with reviews. */
export async function getReviewSettings(
  actor: StaffActor,
  tx: Tx,
  { shopId }: InputOf<typeof reviews.getReviewSettings>,
) {
  if (!(await findShop(tx, shopId)) || can(actor, 'reviews.read', { shop: shopId }) !== 'yes')
    return refuse('shop.not_found');
  return shown(actor, tx, shopId);
}

/** Sets it; what is written from now on goes by it. */
export async function setReviewSettings(
  actor: StaffActor,
  tx: Tx,
  { shopId, ...settings }: InputOf<typeof reviews.setReviewSettings>,
) {
  if (!(await findShop(tx, shopId)) || can(actor, 'reviews.manage', { shop: shopId }) !== 'yes')
    return refuse('shop.not_found');
  const before = await settingsOf(tx, shopId);
  await run(
    tx,
    sql`insert into review_settings (team_id, shop_id, settings) values (${tx.team}, ${shopId}, ${JSON.stringify(settings)}::jsonb)
        on conflict (team_id, shop_id) do update set settings = excluded.settings`,
  );
  const subject = { kind: 'shop', id: shopId };
  record(tx, actor, { action: 'reviews.settings', subject, before, after: settings, shop: shopId });
  return shown(actor, tx, shopId);
}
