import type { InputOf, offers } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { can } from '../access/index.ts';
import { findShop } from '../shops/index.ts';
import { floorOf, floorParts } from './floor.rules.ts';
import { type Piece, piecesOf } from './floor.trial.store.ts';

const examples = 3;

/** The dearest, the one in the middle and the cheapest: what a bound means shows at its ends. */
function chosen<T>(pieces: readonly T[]): T[] {
  const places = [0, Math.floor((pieces.length - 1) / 2), pieces.length - 1];
  return [...new Set(places)].flatMap((n) => pieces[n] ?? []).slice(0, examples);
}

/** SHOP-10: what a lowest price would mean for what it is for, before it is set. */
export async function tryPriceFloor(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof offers.tryPriceFloor>,
) {
  const { shopId, category = null, productId = null, variantId = null } = input;
  const { percent = null, floorMinor = null, marginPercent = null } = input;
  const shop = await findShop(tx, shopId);
  if (!shop || can(actor, 'coupons.manage', { shop: shopId }) !== 'yes')
    return refuse('shop.not_found');
  const named = [category, productId, variantId].filter((one) => one !== null).length;
  if (named > 1) return refuse('floor.wrong');
  const bounds = { percent, floorMinor, marginPercent };
  const ground = ({ listMinor, costMinor }: Piece) => ({ listMinor, costMinor, ...bounds });
  const pieces = await piecesOf(tx, { shopId, category, productId, variantId });
  const known = pieces.filter(({ costMinor }) => marginPercent === null || costMinor !== null);
  const seesCosts = can(actor, 'costs.read', { shop: shopId }) === 'yes';
  return {
    currency: shop.currency,
    matched: pieces.length,
    withoutCost: pieces.filter(({ costMinor }) => costMinor === null).length,
    aboveList: pieces.filter((one) => (floorOf(ground(one)) ?? 0) > one.listMinor).length,
    examples: chosen(known.length > 0 ? known : pieces).map((one) => {
      const { marginMinor, ...parts } = floorParts(ground(one));
      const costs = seesCosts
        ? { costMinor: one.costMinor, marginMinor }
        : { costMinor: null, marginMinor: null };
      const { variantId: id, title, listMinor } = one;
      return {
        variantId: id,
        title,
        listMinor,
        ...parts,
        ...costs,
        floorMinor: floorOf(ground(one)),
      };
    }),
  };
}
