/** The closed vocabulary of acts on an order. */
import { OneOf } from './schema.ts';

/** What can be done to an order; the word of an act's row, event, card and line in the timeline. */
export const OrderActKind = OneOf([
  'cancelled',
  'lines_cancelled',
  'address_changed',
  'items_changed',
  'payment_method_changed',
  'postage_changed',
  'price_changed',
  'discount_changed',
  'coupon_applied',
  'refunded',
  'goodwill_paid',
  'price_protected',
  'cashback_paid',
  'compensated',
  'paid',
  'prepared',
  'shipped',
  'delivered',
  'received',
  'completed',
  'closed_unpaid',
  'urgent_set',
  'invoice_requested',
  'invoice_reissued',
  'appointment_set',
  'case_opened',
  'case_changed',
] as const);

export const OrderActState = OneOf(
  ['done', 'pending', 'failed', 'undone'] as const,
  'pending: waits for the gateway or the platform. failed: it said no, and what was changed is taken back.',
);
