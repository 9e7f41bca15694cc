import { catalog, offers } from '@guitai/contract';
import { route } from '../../kernel/route.ts';
import { tryPriceFloor } from './floor.trial.ts';
import { listPriceFloors, removePriceFloor, setPriceFloor, setVariantCost } from './floor.ts';
import { getProduct, searchProducts } from './product.ts';
import { getSynonyms, putSynonyms } from './synonyms.ts';

export const routes = [
  route(catalog.searchProducts, 'catalog.read', searchProducts),
  route(catalog.getProduct, 'catalog.read', getProduct),
  route(catalog.getSynonyms, 'catalog.read', getSynonyms),
  route(catalog.putSynonyms, 'catalog.synonyms', putSynonyms),
  route(offers.listPriceFloors, 'offers.read', listPriceFloors),
  route(offers.tryPriceFloor, 'coupons.manage', tryPriceFloor),
  route(offers.setPriceFloor, 'coupons.manage', setPriceFloor, { audited: true }),
  route(offers.removePriceFloor, 'coupons.manage', removePriceFloor, { audited: true }),
  route(offers.setVariantCost, 'costs.read', setVariantCost, { audited: true }),
];
