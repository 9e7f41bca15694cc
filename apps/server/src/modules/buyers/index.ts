import { defineModule } from '../../kernel/module.ts';
import * as events from './events.ts';
import { up } from './migrations/0001-buyers.ts';
import { up as factsView } from './migrations/0002-facts-view.ts';
import { up as merges } from './migrations/0003-merges.ts';
import { up as birthdays } from './migrations/0004-birthdays.ts';
import { routes } from './routes.ts';

export { grantedOnBuyer } from './acts.ts';
export {
  type AddressReading,
  type ReadingProblem,
  type RegionChoice,
  readAddressText,
} from './address-reading/index.ts';
export { type Contact, claimContact, createVisitorBuyer, ensureVerifiedBuyer } from './arrive.ts';
export { setBuyerBlock } from './blocklist.ts';
export { spendReveal } from './budget.ts';
export { listBuyers, seesBuyer } from './buyer.ts';
export {
  type BuyerContact,
  buyersByPhone,
  contactsAfter,
  contactsOf,
  contactsSharing,
} from './contacts.store.ts';
export * from './events.ts';
export {
  accountOf,
  type BuyerFacts,
  buyerFacts,
  buyersByAccount,
  matchedWith,
} from './facts.store.ts';
export { forgetBuyersOf } from './forget.store.ts';
export { type Kin, kinOf } from './kin.store.ts';
export { maskAddress, maskEmail, maskName, maskPhone } from './mask.rules.ts';
export { type BuyerRecord, ensureNamedBuyers, type Mirrored, mirrorBuyers } from './mirror.ts';
export { readPhone } from './phone.rules.ts';
export { setBuyerTags, tagBuyer, updateBuyer } from './profile.ts';
export { recordRefusedReveal } from './reveal.ts';

export const buyersMigrations = [
  { id: '0001-buyers', up },
  { id: '0002-facts-view', up: factsView },
  { id: '0003-merges', up: merges },
  { id: '0004-birthdays', up: birthdays },
];

/** Who the buyers are, what the team knows of them, and who may look behind the mask. */
export const buyers = defineModule({
  name: 'buyers',
  migrations: buyersMigrations,
  routes,
  events: Object.values(events),
});
