import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { ComponentType } from 'react';
import { soon } from '../../../lib/ahead.ts';
import type { FormProps } from './act.types.ts';

/** An act with a form: its endpoints (the first one the reader may call is meant), words, key and place. */
export interface ActEntry {
  readonly id: string;
  readonly endpoints: readonly string[];
  readonly name: MessageDescriptor;
  /** Words of the button, where the name is too long for the bar. */
  readonly short?: MessageDescriptor;
  readonly key?: string;
  readonly Form: ComponentType<FormProps>;
}

/** Acts in the bar, each with its key. */
export const commonActs: readonly ActEntry[] = [
  {
    id: 'address',
    endpoints: ['changeOrderAddress'],
    name: msg`Change address`,
    short: msg({ message: 'Address', context: 'act' }),
    key: 'a',
    Form: soon(() => import('./AddressForm.tsx')),
  },
  {
    id: 'postage',
    endpoints: ['changeOrderPostage'],
    name: msg`Change postage`,
    short: msg({ message: 'Postage', context: 'act' }),
    key: 'p',
    Form: soon(() => import('./PostageForm.tsx')),
  },
  {
    id: 'refund',
    endpoints: ['refundOrder'],
    name: msg`Refund`,
    key: 'r',
    Form: soon(() => import('./RefundForm.tsx')),
  },
  {
    id: 'items',
    endpoints: ['changeOrderItems'],
    name: msg`Change items`,
    short: msg({ message: 'Items', context: 'act' }),
    key: 'i',
    Form: soon(() => import('./ItemsForm.tsx')),
  },
  {
    id: 'cancel',
    endpoints: ['cancelOrder'],
    name: msg`Cancel order`,
    short: msg({ message: 'Cancel', context: 'order' }),
    key: 'c',
    Form: soon(() => import('./CancelForm.tsx')),
  },
];

/** The others, behind one word. */
export const otherActs: readonly ActEntry[] = [
  {
    id: 'ship',
    endpoints: ['shipOrder'],
    name: msg({ message: 'Ship', context: 'act' }),
    key: 'f',
    Form: soon(() => import('./ShipForm.tsx')),
  },
  {
    id: 'paid',
    endpoints: ['markOrderPaid'],
    name: msg`Money came in`,
    Form: soon(() => import('./PaidForm.tsx')),
  },
  {
    id: 'price',
    endpoints: ['changeLinePrice'],
    name: msg`Change a price`,
    short: msg({ message: 'Price', context: 'act' }),
    Form: soon(() => import('./PriceForm.tsx')),
  },
  {
    id: 'discount',
    endpoints: ['changeOrderDiscount'],
    name: msg`Change the discount`,
    short: msg({ message: 'Discount', context: 'act' }),
    Form: soon(() => import('./DiscountForm.tsx')),
  },
  {
    id: 'method',
    endpoints: ['changeOrderPaymentMethod'],
    name: msg`Change the payment method`,
    short: msg({ message: 'Payment method', context: 'act' }),
    Form: soon(() => import('./MethodForm.tsx')),
  },
  {
    id: 'invoice',
    endpoints: ['requestInvoice', 'reissueInvoice'],
    name: msg`Invoice`,
    Form: soon(() => import('./InvoiceForm.tsx')),
  },
  {
    id: 'appointment',
    endpoints: ['bookAppointment'],
    name: msg`Book an appointment`,
    short: msg({ message: 'Visit', context: 'act' }),
    Form: soon(() => import('./AppointmentForm.tsx')),
  },
];

/** Acts behind the same word that bring their own buttons: without a form (`QuickActs.tsx`), or of another module. */
export const furtherActs: readonly string[] = [
  'setOrderUrgent',
  'clearOrderUrgent',
  'prepareOrder',
  'deliverParcel',
  'receiveOrder',
  'completeOrder',
  'payGoodwill',
  'protectPrice',
  'payReviewCashback',
];

export const allActs: readonly ActEntry[] = [...commonActs, ...otherActs];

/** Whether the reader may do it to this order now. */
export const mayDo = ({ endpoints }: ActEntry, can: readonly string[]): boolean =>
  endpoints.some((id) => can.includes(id));
