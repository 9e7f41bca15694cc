/**
 * Offers: coupons of every kind, and the concession ladder of a talk about the price. Giving one counts against the
 * authority of who gives it; what lies beyond asks for an approval.
 */

export * from './offers.coupons.ts';
export * from './offers.errors.ts';
export * from './offers.events.ts';
export * from './offers.floors.ts';
export { couponRefusals } from './offers.giving.ts';
export * from './offers.ladder.ts';
export * from './offers.shapes.ts';
export * from './offers.words.ts';
