import { defineModule } from '../../kernel/module.ts';
import { findDrawnFaults } from './drawn.store.ts';
import * as events from './events.ts';
import { findLedgerFaults } from './ledger.store.ts';
import { jobs } from './lifecycle.jobs.ts';
import { up as base } from './migrations/0001-orders.ts';
import { up as cards } from './migrations/0002-cards.ts';
import { up as money } from './migrations/0003-money.ts';
import { up as writes } from './migrations/0003-writes.ts';
import { up as acts } from './migrations/0004-acts.ts';
import { up as weighing } from './migrations/0005-weighing.ts';
import { up as lifecycle } from './migrations/0006-lifecycle.ts';
import { up as actCards } from './migrations/0007-act-cards.ts';
import { again, up as drawn } from './migrations/0008-drawn.ts';
import { up as drawnPlan } from './migrations/0009-drawn-plan.ts';
import { up as platformActs } from './migrations/0010-platform-acts.ts';
import { up as moneyLists } from './migrations/0011-money-lists.ts';
import { up as toldBalances } from './migrations/0012-told-balances.ts';
import { up as coupons } from './migrations/0013-coupons.ts';
import { up as parcelRows } from './migrations/0013-parcel-rows.ts';
import { up as ruleViews } from './migrations/0013-rule-views.ts';
import { up as outcomes } from './migrations/0014-outcomes.ts';
import { up as owing } from './migrations/0015-owing.ts';
import { up as receipts } from './migrations/0016-receipts.ts';
import { up as goods } from './migrations/0017-goods.ts';
import { findPaymentFaults } from './payments.check.ts';
import { bookConfirmed, reactions } from './reactions.ts';
import { routes } from './routes.ts';

export { addressAct } from './act.address.ts';
export { changeOrderDiscount, changeOrderPostage } from './act.amounts.ts';
export { cancelAct, cancelOrder } from './act.cancel.ts';
export { belowFloor, goodsAsPlacedByLine, type PriceAfter, paidByLine } from './act.floor.ts';
export * from './act.frame.ts';
export { changeOrderItems } from './act.items.ts';
export { keptOf } from './act.money.ts';
export { refundOrder } from './act.refund.ts';
export { allowedIn, windowOver } from './act.rules.ts';
export { settleAct } from './act.settle.ts';
export { setOrderUrgent } from './act.urgent.ts';
export { grantedOnOrder } from './acts.ts';
export { openProposal, proposeAddressChange } from './address-change.ts';
export { type AmountsSet, type NewAmounts, setAmounts } from './amounts.ts';
export { statusOfCode, statusOfText } from './carriers.rules.ts';
export { noteReminder, writeOrderCheck } from './check.ts';
export { shownCard } from './drawn.store.ts';
export * from './events.ts';
export {
  buyerOrderFacts,
  lockOrder,
  type OrderFacts,
  type OrderItemFacts,
  orderFacts,
  ordersByNumber,
} from './facts.store.ts';
export type { RefundCause } from './ledger.rules.ts';
export { closeUnpaid } from './lifecycle.jobs.ts';
export { deliverAct, receiveAct, shipOrder } from './lifecycle.ts';
export { linkLines } from './link.ts';
export * from './mirror.compare.ts';
export type * from './mirror.records.ts';
export { hasOwnOrders } from './mirror.store.ts';
export { type Mirroring, mirrorOrders } from './mirror.ts';
export { mirrorMethods, mirrorOrderFacts } from './mirror-facts.ts';
export { mirrorParcels } from './mirror-parcels.ts';
export { methodsOf } from './money.methods.ts';
export {
  bookCharge,
  bookRefund,
  type ChargeWish,
  type MoneyMoved,
  type MoneyOrder,
  type MoneyPart,
  moveToMethod,
  type RefundWish,
} from './money.ts';
export { numberKey } from './number.rules.ts';
export { payOnDelivery } from './on-delivery.ts';
export { listOrders } from './order.ts';
export { recordSteps } from './parcel-steps.ts';
export { type Incoming, payOrder } from './pay.ts';
export { type Cart, type Couponed, type PlacedLine, placeOrder } from './place.ts';
export { reasonText } from './reason.words.ts';
export { addRemark } from './remark.ts';
export { markReturned } from './returned.ts';
export { hasOpenRefunds } from './take-back.store.ts';
export { moneyStateOf, settleRefund, takeBack } from './take-back.ts';
export type { Track } from './tracking.store.ts';
export { trackedParcels } from './tracking.ts';
export * from './write-outbox.rules.ts';
export * from './write-outbox.store.ts';
export * from './write-outbox.ts';

export const ordersMigrations = [
  { id: '0001-orders', up: base },
  { id: '0002-cards', up: cards },
  { id: '0003-money', up: money },
  { id: '0003-writes', up: writes },
  { id: '0004-acts', up: acts },
  { id: '0005-weighing', up: weighing },
  { id: '0006-lifecycle', up: lifecycle },
  { id: '0007-act-cards', up: actCards },
  { id: '0008-drawn', up: drawn },
  { id: '0009-drawn-plan', up: drawnPlan },
  { id: '0010-platform-acts', up: platformActs },
  { id: '0011-money-lists', up: moneyLists },
  { id: '0012-told-balances', up: toldBalances },
  { id: '0013-parcel-rows', up: parcelRows },
  { id: '0013-coupons', up: coupons },
  { id: '0013-rule-views', up: ruleViews },
  { id: '0014-outcomes', up: outcomes },
  { id: '0015-owing', up: owing },
  { id: '0016-receipts', up: receipts },
  { id: '0017-goods', up: goods },
  { id: 'follow', up: again, again: true },
];

export { adoptPayments } from './adopt-payments.ts';
export { bookConfirmed };

/** What was bought, what was paid, where it goes and where it is. */
export const orders = defineModule({
  name: 'orders',
  migrations: ordersMigrations,
  routes,
  events: Object.values(events),
  reactions,
  jobs,
  checks: [
    { name: 'orders.ledger', ask: findLedgerFaults },
    { name: 'orders.payments', ask: findPaymentFaults },
    { name: 'orders.cards', ask: findDrawnFaults },
  ],
});
