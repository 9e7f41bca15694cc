import { payments } from '@guitai/contract';
import { defineEvent } from '../../kernel/events.ts';

const { paymentEvents } = payments;
const read = { permission: 'payments.read' };

export const paymentConfirmed = defineEvent(
  'payment.confirmed',
  paymentEvents['payment.confirmed'],
  read,
);
export const paymentFailed = defineEvent('payment.failed', paymentEvents['payment.failed'], read);
export const refundConfirmed = defineEvent(
  'refund.confirmed',
  paymentEvents['refund.confirmed'],
  read,
);
export const refundFailed = defineEvent('refund.failed', paymentEvents['refund.failed'], read);
export const refundUnknown = defineEvent('refund.unknown', paymentEvents['refund.unknown'], read);
