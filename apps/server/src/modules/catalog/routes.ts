import { catalog, offers } from '@guitai/contract';
import { route } from '../../kernel/route.ts';
import { tryPriceFloor } from './floor.trial.ts';
import { listPriceFloors, removePriceFloor, setPriceFloor, setVariantCost } from './floor.ts';
import { getProduct, searchProducts } from './product.ts';
import {
  addSynonyms,
  bringBackSynonyms,
  changeSynonyms,
  getSynonyms,
  removeSynonyms,
} from './synonyms.ts';

export const routes = [
  route(catalog.searchProducts, 'catalog.read', searchProducts),
  route(catalog.getProduct, 'catalog.read', getProduct),
  route(catalog.getSynonyms, 'catalog.read', getSynonyms),
  route(catalog.addSynonyms, 'catalog.synonyms', addSynonyms),
  route(catalog.changeSynonyms, 'catalog.synonyms', changeSynonyms),
  route(catalog.removeSynonyms, 'catalog.synonyms', removeSynonyms),
  route(catalog.bringBackSynonyms, 'catalog.synonyms', bringBackSynonyms),
  route(offers.listPriceFloors, 'offers.read', listPriceFloors),
  route(offers.tryPriceFloor, 'coupons.manage', tryPriceFloor),
  route(offers.setPriceFloor, 'coupons.manage', setPriceFloor, { audited: true }),
  route(offers.removePriceFloor, 'coupons.manage', removePriceFloor, { audited: true }),
  route(offers.setVariantCost, 'costs.read', setVariantCost, { audited: true }),
];
