import type { InputOf, offers } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { can } from '../access/index.ts';
import { record } from '../audit/index.ts';
import { findShop } from '../shops/index.ts';
import { productFacts } from './facts.store.ts';
import {
  deleteFloor,
  type FloorRow,
  readFloor,
  readFloors,
  variantPlace,
  writeCost,
  writeFloor,
} from './floor.store.ts';
import { categoriesOf } from './floor.trial.store.ts';

const shown = (row: FloorRow) => ({
  ...row,
  scope: row.variantId ? 'variant' : row.productId ? 'product' : row.category ? 'category' : 'shop',
});

const mayManage = (actor: StaffActor, shop: string) =>
  can(actor, 'coupons.manage', { shop }) === 'yes';

/** SHOP-10: the lowest prices of a shop. */
export async function listPriceFloors(
  actor: StaffActor,
  tx: Tx,
  { shopId }: InputOf<typeof offers.listPriceFloors>,
) {
  if (can(actor, 'offers.read', { shop: shopId }) !== 'yes' || !(await findShop(tx, shopId)))
    return refuse('shop.not_found');
  const acts = mayManage(actor, shopId) ? ['setPriceFloor', 'removePriceFloor'] : [];
  const categories = await categoriesOf(tx, shopId);
  return { items: (await readFloors(tx, shopId)).map(shown), categories, can: acts };
}

/** SHOP-10: sets a lowest price; nothing is sold below it, whoever sells it and in whatever way. */
export async function setPriceFloor(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof offers.setPriceFloor>,
) {
  const { shopId, category = null, productId = null, variantId = null } = input;
  const { percent, floorMinor, marginPercent } = input;
  if (!mayManage(actor, shopId) || !(await findShop(tx, shopId))) return refuse('shop.not_found');
  const named = [category, productId, variantId].filter((one) => one !== null).length;
  const bounds = [percent, floorMinor, marginPercent].filter((one) => one !== null).length;
  if (named > 1 || bounds === 0) return refuse('floor.wrong');
  if (productId && (await productFacts(tx, productId))?.shopId !== shopId)
    return refuse('product.not_found');
  if (variantId && (await variantPlace(tx, variantId))?.shopId !== shopId)
    return refuse('variant.not_found');
  const what = { shopId, category, productId, variantId, percent, floorMinor, marginPercent };
  const id = await writeFloor(tx, what);
  record(tx, actor, {
    action: 'price_floor.set',
    subject: { kind: 'price_floor', id },
    after: what,
    shop: shopId,
  });
  const row = await readFloor(tx, id);
  if (!row) throw new Error('a floor was not written');
  return shown(row);
}

/** Takes a lowest price away. */
export async function removePriceFloor(
  actor: StaffActor,
  tx: Tx,
  { floorId }: InputOf<typeof offers.removePriceFloor>,
) {
  const row = await readFloor(tx, floorId);
  if (!row || !mayManage(actor, row.shopId)) return refuse('floor.not_found');
  await deleteFloor(tx, floorId);
  const subject = { kind: 'price_floor', id: floorId };
  record(tx, actor, { action: 'price_floor.removed', subject, before: row, shop: row.shopId });
}

/** What a piece costs the shop: for margins, shown only to those who may see costs. */
export async function setVariantCost(
  actor: StaffActor,
  tx: Tx,
  { variantId, costMinor }: InputOf<typeof offers.setVariantCost>,
) {
  const place = await variantPlace(tx, variantId);
  if (!place || can(actor, 'costs.read', { shop: place.shopId }) !== 'yes')
    return refuse('variant.not_found');
  await writeCost(tx, variantId, costMinor);
  record(tx, actor, {
    action: 'variant.cost_set',
    subject: { kind: 'variant', id: variantId },
    before: { costMinor: place.costMinor },
    after: { costMinor },
    shop: place.shopId,
  });
  return { variantId, costMinor, currency: place.currency };
}
