import { BuyersMerged } from './buyers.merge.ts';
import { BuyerSummary } from './buyers.shapes.ts';
import { Id, Type } from './schema.ts';

/** A buyer after a change; phone and e-mail covered. */
export const BuyerChanged = Type.Object({ buyer: BuyerSummary, fields: Type.Array(Type.String()) });

/** Event types of buyers with the shape of their data. */
export const buyerEvents = {
  'buyer.created': BuyerChanged,
  'buyer.changed': BuyerChanged,
  'buyer.blocked': BuyerChanged,
  'buyer.unblocked': BuyerChanged,
  'buyer.matched': Type.Object({ buyerId: Id, matchedBuyerId: Id }),
  'buyer.unmatched': Type.Object({ buyerId: Id, matchedBuyerId: Id }),
  'buyer.merged': BuyersMerged,
  'buyer.parted': BuyersMerged,
  'buyer.mirrored': Type.Object({ shopId: Id, buyerIds: Type.Array(Id) }),
} as const;
