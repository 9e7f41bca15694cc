import type { Actor } from '../../kernel/actor.ts';
import { can, type Sight, sightOf } from '../../kernel/can.ts';

/** What one may do with a buyer, and the permission it takes. */
const acts = {
  updateBuyer: 'buyers.edit',
  setBuyerTags: 'buyers.edit',
  setBuyerBlock: 'buyers.block',
  removeBuyerBlock: 'buyers.block',
  revealBuyerField: 'buyers.reveal',
  listBuyerCandidates: 'buyers.read',
  confirmBuyerMatch: 'buyers.edit',
  removeBuyerMatch: 'buyers.edit',
  listBuyerOrders: 'orders.read',
} as const;

/** Endpoints on a buyer this reader's role allows; what the buyer's state allows is in the published view. */
export const grantedOnBuyer = (actor: Actor): string[] =>
  Object.entries(acts)
    .filter(([, permission]) => can(actor, permission) === 'yes')
    .map(([id]) => id);

const nothing: Sight = { shops: [], holder: undefined };

/** Shops whose buyers the actor reaches with this permission; null for every shop. */
export const shopsSeen = (actor: Actor, permission: string): readonly string[] | null =>
  (sightOf(actor, permission) ?? nothing).shops;
