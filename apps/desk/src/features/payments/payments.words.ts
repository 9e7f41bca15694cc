import type { payments } from '@guitai/contract';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Tone } from '../../ui/Word.tsx';

type Row = payments.PaymentRowShape;

/** Where money that came or went stands; a payment that is booked is done. */
export const moneyStates: Record<
  Row['state'],
  { readonly word: MessageDescriptor; readonly tone: Tone }
> = {
  unknown: { word: msg({ message: 'Unknown', context: 'payment' }), tone: 'late' },
  asked: { word: msg({ message: 'At the gateway', context: 'payment' }), tone: 'soon' },
  pending: { word: msg({ message: 'Waiting', context: 'payment' }), tone: 'soon' },
  failed: { word: msg({ message: 'Failed', context: 'payment' }), tone: 'late' },
  done: { word: msg({ message: 'Done', context: 'payment' }), tone: 'good' },
};

/** What money came or went for. */
export const causeWords: Record<Row['cause'], MessageDescriptor> = {
  payment: msg({ message: 'Payment', context: 'money' }),
  refund: msg({ message: 'Refund', context: 'money' }),
  goodwill: msg({ message: 'Goodwill', context: 'money' }),
  compensation: msg({ message: 'Compensation', context: 'money' }),
  price_protection: msg({ message: 'Price protection', context: 'money' }),
  cashback: msg({ message: 'Cash back for a review', context: 'money' }),
};
