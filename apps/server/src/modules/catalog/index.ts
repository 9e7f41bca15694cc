import { defineModule } from '../../kernel/module.ts';
import * as events from './events.ts';
import { up } from './migrations/0001-catalog.ts';
import { up as costs } from './migrations/0002-costs.ts';
import { up as reserved } from './migrations/0003-reserved.ts';
import { up as floors } from './migrations/0004-floors.ts';
import { up as near } from './migrations/0004-near.ts';
import { up as costsSet } from './migrations/0005-costs.ts';
import { up as synonymRows } from './migrations/0006-synonym-rows.ts';
import { up as skipping } from './migrations/0007-skipping.ts';
import { up as skippingFirst } from './migrations/0008-skipping-first.ts';
import { up as forgotten } from './migrations/0009-forgotten.ts';
import { reactions } from './reactions.ts';
import { routes } from './routes.ts';

export { cardOfProduct, type ProductCard } from './card.rules.ts';
export * from './events.ts';
export {
  type ProductFacts,
  productFacts,
  recordProductView,
  type VariantRef,
  variantsByExternal,
} from './facts.store.ts';
export { findProducts } from './find.ts';
export { type Floor, floorsOf } from './floor.store.ts';
export type { Speak } from './index.rules.ts';
export { mirrorProducts, type ProductRecord, type VariantRecord } from './mirror.ts';
export { lockVariants, type Offer, offersOf } from './offer.store.ts';
export { searchProducts } from './product.ts';
export { speaker } from './speak.ts';
export type { Taken, Wanted } from './stock.store.ts';
export { returnStock, sellStock, takeStock } from './stock.ts';
export { wordsAlike } from './synonyms.alike.ts';
export {
  hashKeys,
  latinRuns,
  otherRuns,
  pinyinKeys,
  plainText,
  scriptKeys,
} from './tokens.rules.ts';

export const catalogMigrations = [
  { id: '0001-catalog', up },
  { id: '0002-costs', up: costs },
  { id: '0003-reserved', up: reserved },
  { id: '0004-near', up: near },
  { id: '0004-floors', up: floors },
  { id: '0005-costs', up: costsSet },
  { id: '0006-synonym-rows', up: synonymRows },
  { id: '0007-skipping', up: skipping },
  { id: '0008-skipping-first', up: skippingFirst },
  { id: '0009-forgotten', up: forgotten },
];

/** The products of every shop, what they cost, how many are left, and how to find them. */
export const catalog = defineModule({
  name: 'catalog',
  migrations: catalogMigrations,
  routes,
  events: Object.values(events),
  reactions,
});
