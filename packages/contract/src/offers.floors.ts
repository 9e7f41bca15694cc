/** Below what price nobody sells: floors by what they stand for, and what things cost. */

import { endpoint, Strict } from './endpoint.ts';
import { Amount, FloorExample, PriceFloor } from './offers.shapes.ts';
import { Currency, Id, Minor, Nullable, Text, Type } from './schema.ts';

export const listPriceFloors = endpoint({
  id: 'listPriceFloors',
  method: 'GET',
  path: '/price-floors',
  summary: 'The lowest prices of a shop; the nearest holds: variant, product, category, shop.',
  query: Strict({ shopId: Id }),
  reply: Type.Object({
    items: Type.Array(PriceFloor),
    categories: Type.Array(Type.String(), { description: 'Of the shop’s products.' }),
    can: Type.Array(Type.String()),
  }),
  errors: ['shop.not_found'],
});

/** For what a floor stands, and the floor: a share of the price, an amount, or so much above the cost; the highest holds. */
const floorBody = {
  shopId: Id,
  category: Type.Optional(Text(200, 1)),
  productId: Type.Optional(Id),
  variantId: Type.Optional(Id),
  percent: Nullable(Type.Integer({ minimum: 1, maximum: 100, description: 'Of the price.' })),
  floorMinor: Nullable(Amount),
  marginPercent: Nullable(
    Type.Integer({ minimum: 0, maximum: 500, description: 'Above the cost, where it is known.' }),
  ),
};

export const tryPriceFloor = endpoint({
  id: 'tryPriceFloor',
  method: 'GET',
  path: '/price-floors/trial',
  summary: 'What a lowest price would mean for what it is for; nothing is set.',
  query: Strict({
    shopId: Id,
    category: floorBody.category,
    productId: floorBody.productId,
    variantId: floorBody.variantId,
    percent: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    floorMinor: Type.Optional(Amount),
    marginPercent: Type.Optional(Type.Integer({ minimum: 0, maximum: 500 })),
  }),
  reply: Type.Object({
    currency: Currency,
    matched: Type.Integer({ description: 'Pieces it would be for.' }),
    withoutCost: Type.Integer({ description: 'Of them those whose cost is not known.' }),
    aboveList: Type.Integer({ description: 'Of them those offered below it today.' }),
    examples: Type.Array(FloorExample),
  }),
  errors: ['shop.not_found', 'floor.wrong'],
});

export const setPriceFloor = endpoint({
  id: 'setPriceFloor',
  method: 'PUT',
  path: '/price-floors',
  summary: 'Sets a lowest price for a shop, a category, a product or a variant.',
  body: Strict(floorBody),
  reply: PriceFloor,
  errors: ['shop.not_found', 'floor.wrong', 'product.not_found', 'variant.not_found'],
});

export const removePriceFloor = endpoint({
  id: 'removePriceFloor',
  method: 'DELETE',
  path: '/price-floors/:floorId',
  summary: 'Takes a lowest price away.',
  params: Strict({ floorId: Id }),
  errors: ['floor.not_found'],
});

export const setVariantCost = endpoint({
  id: 'setVariantCost',
  method: 'PUT',
  path: '/variants/:variantId/cost',
  summary: 'What a piece costs the shop; null: not known.',
  params: Strict({ variantId: Id }),
  body: Strict({ costMinor: Nullable(Amount) }),
  reply: Type.Object({ variantId: Id, costMinor: Nullable(Minor), currency: Currency }),
  errors: ['variant.not_found'],
});
