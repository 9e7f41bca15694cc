import type { InputOf, parcels } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { can } from '../../kernel/can.ts';
import { enqueue } from '../../kernel/jobs.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import { findShop } from '../shops/index.ts';
import { lookAgain } from './jobs.ts';
import { defaultSettings } from './settings.rules.ts';
import { readSettings, writeSettings } from './settings.store.ts';

const inForce = async (tx: Tx, shopId: string) =>
  (await readSettings(tx, [shopId])).get(shopId) ?? defaultSettings;

const reaches = async (actor: StaffActor, tx: Tx, permission: string, shopId: string) =>
  can(actor, permission, { shop: shopId }) === 'yes' && (await findShop(tx, shopId)) !== null;

/** When a parcel of the shop needs a hand. */
export async function getParcelSettings(
  actor: StaffActor,
  tx: Tx,
  { shopId }: InputOf<typeof parcels.getParcelSettings>,
) {
  if (!(await reaches(actor, tx, 'parcels.read', shopId))) return refuse('shop.not_found');
  return inForce(tx, shopId);
}

/** Changes the given settings; parcels under way go by them at once. */
export async function updateParcelSettings(
  actor: StaffActor,
  tx: Tx,
  { shopId, ...given }: InputOf<typeof parcels.updateParcelSettings>,
) {
  if (!(await reaches(actor, tx, 'parcels.manage', shopId))) return refuse('shop.not_found');
  const before = await inForce(tx, shopId);
  await writeSettings(tx, shopId, given);
  await enqueue(tx, lookAgain, { shopId });
  const after = await inForce(tx, shopId);
  record(tx, actor, {
    action: 'parcel_settings.changed',
    subject: { kind: 'shop', id: shopId },
    before,
    after,
    shop: shopId,
  });
  return after;
}
