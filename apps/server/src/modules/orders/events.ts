import { orders } from '@guitai/contract';
import { defineEvent } from '../../kernel/events.ts';

const { orderEvents } = orders;
const read = { permission: 'orders.read' };

export const orderPlaced = defineEvent('order.placed', orderEvents['order.placed'], read);
export const orderPaid = defineEvent('order.paid', orderEvents['order.paid'], read);
export const ordersMirrored = defineEvent('order.mirrored', orderEvents['order.mirrored'], read);
export const orderRemarked = defineEvent('order.remarked', orderEvents['order.remarked'], read);
export const orderChecked = defineEvent('order.checked', orderEvents['order.checked'], read);
export const orderReminded = defineEvent('order.reminded', orderEvents['order.reminded'], read);
export const orderAddressProposed = defineEvent(
  'order.address_proposed',
  orderEvents['order.address_proposed'],
  read,
);
export const orderAddressChanged = defineEvent(
  'order.address_changed',
  orderEvents['order.address_changed'],
  read,
);
export const orderAddressRefused = defineEvent(
  'order.address_refused',
  orderEvents['order.address_refused'],
  read,
);
export const orderActed = defineEvent('order.acted', orderEvents['order.acted'], read);
export const parcelsMirrored = defineEvent('parcel.mirrored', orderEvents['parcel.mirrored'], read);
