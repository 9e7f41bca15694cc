import { defineModule } from '../../kernel/module.ts';
import * as events from './events.ts';
import { findLedgerFaults } from './ledger.store.ts';
import { up as base } from './migrations/0001-orders.ts';
import { up as cards } from './migrations/0002-cards.ts';
import { up as writes } from './migrations/0003-writes.ts';
import { routes } from './routes.ts';

export { grantedOnOrder } from './acts.ts';
export { openProposal, proposeAddressChange } from './address-change.ts';
export { statusOfCode, statusOfText } from './carriers.rules.ts';
export { noteReminder, writeOrderCheck } from './check.ts';
export * from './events.ts';
export {
  buyerOrderFacts,
  lockOrder,
  type OrderFacts,
  type OrderItemFacts,
  orderFacts,
  ordersByNumber,
} from './facts.store.ts';
export { linkLines } from './link.ts';
export * from './mirror.compare.ts';
export type * from './mirror.records.ts';
export { type Mirroring, mirrorOrders } from './mirror.ts';
export { mirrorMethods, mirrorOrderFacts } from './mirror-facts.ts';
export { mirrorParcels } from './mirror-parcels.ts';
export { type Cart, payOrder, placeOrder } from './place.ts';
export { addRemark } from './remark.ts';
export { addressFixed, mayBecome } from './status.rules.ts';
export type { Track } from './tracking.store.ts';
export { trackedParcels } from './tracking.ts';
export * from './write-outbox.rules.ts';
export * from './write-outbox.store.ts';
export * from './write-outbox.ts';

export const ordersMigrations = [
  { id: '0001-orders', up: base },
  { id: '0002-cards', up: cards },
  { id: '0003-writes', up: writes },
];

/** What was bought, what was paid, where it goes and where it is. */
export const orders = defineModule({
  name: 'orders',
  migrations: ordersMigrations,
  routes,
  events: Object.values(events),
  checks: [{ name: 'orders.ledger', ask: findLedgerFaults }],
});
