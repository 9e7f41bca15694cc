import type { orders } from '@guitai/contract';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** Where an order stands, in the words of people who work with it. */
export const statusWords: Record<orders.OrderStatusWord, MessageDescriptor> = {
  placed: msg({ message: 'Unpaid', context: 'order' }),
  paid: msg({ message: 'To ship', context: 'order' }),
  preparing: msg({ message: 'Preparing', context: 'order' }),
  partly_shipped: msg({ message: 'Partly shipped', context: 'order' }),
  shipped: msg({ message: 'Shipped', context: 'order' }),
  delivered: msg({ message: 'Delivered', context: 'order' }),
  received: msg({ message: 'Received', context: 'order' }),
  completed: msg({ message: 'Completed', context: 'order' }),
  returned: msg({ message: 'Returned', context: 'order' }),
  cancelled: msg({ message: 'Cancelled', context: 'order' }),
  closed_unpaid: msg({ message: 'Closed unpaid', context: 'order' }),
};

export const parcelWords: Record<orders.ParcelStatusWord, MessageDescriptor> = {
  created: msg({ message: 'Label made', context: 'parcel' }),
  collected: msg({ message: 'Collected', context: 'parcel' }),
  in_transit: msg({ message: 'On the way', context: 'parcel' }),
  arrived: msg({ message: 'In the city', context: 'parcel' }),
  out_for_delivery: msg({ message: 'Out for delivery', context: 'parcel' }),
  at_station: msg({ message: 'At the pick-up point', context: 'parcel' }),
  signed: msg({ message: 'Signed for', context: 'parcel' }),
  signed_self: msg({ message: 'Signed by receiver', context: 'parcel' }),
  signed_other: msg({ message: 'Signed by another', context: 'parcel' }),
  signed_station: msg({ message: 'Signed by pick-up point', context: 'parcel' }),
  refused: msg({ message: 'Refused by receiver', context: 'parcel' }),
  unreachable: msg({ message: 'Receiver not reached', context: 'parcel' }),
  overdue: msg({ message: 'Overdue', context: 'parcel' }),
  damaged: msg({ message: 'Damaged', context: 'parcel' }),
  out_of_area: msg({ message: 'Out of area', context: 'parcel' }),
  stuck: msg({ message: 'Stuck', context: 'parcel' }),
  problem: msg({ message: 'Problem', context: 'parcel' }),
  returning: msg({ message: 'On the way back', context: 'parcel' }),
  returned: msg({ message: 'Back at the sender', context: 'parcel' }),
  forwarded: msg({ message: 'Forwarded', context: 'parcel' }),
  customs: msg({ message: 'At customs', context: 'parcel' }),
  cancelled: msg({ message: 'Cancelled', context: 'parcel' }),
  unknown: msg({ message: 'Unknown', context: 'parcel' }),
};

export const paymentWords: Record<orders.PaymentKindWord, MessageDescriptor> = {
  wechat_pay: msg`WeChat Pay`,
  alipay: msg`Alipay`,
  credit_card: msg`Credit card`,
  bank_card: msg`Bank card`,
  paypal: msg`PayPal`,
  gift_card: msg`Gift card`,
  e_card: msg`Prepaid card`,
  cash: msg`Cash`,
  sandbox: msg`Test payment`,
  other: msg({ message: 'Other', context: 'payment' }),
};

export const stepWords: Record<
  orders.OrderCardShape['timeline'][number]['code'],
  MessageDescriptor
> = {
  placed: msg({ message: 'Placed', context: 'step' }),
  paid: msg({ message: 'Paid', context: 'step' }),
  preparing: msg({ message: 'Being prepared', context: 'step' }),
  shipped: msg({ message: 'Shipped', context: 'step' }),
  delivered: msg({ message: 'Delivered', context: 'step' }),
  received: msg({ message: 'Received', context: 'step' }),
  completed: msg({ message: 'Completed', context: 'step' }),
  returned: msg({ message: 'Returned', context: 'step' }),
  cancelled: msg({ message: 'Cancelled', context: 'step' }),
  closed_unpaid: msg({ message: 'Closed unpaid', context: 'step' }),
  refunded: msg({ message: 'Refunded', context: 'step' }),
  reminded: msg({ message: 'Payment reminder sent', context: 'step' }),
  order_confirmed: msg({ message: 'Buyer confirmed the order', context: 'step' }),
  address_confirmed: msg({ message: 'Buyer confirmed the address', context: 'step' }),
  address_changed: msg({ message: 'Address changed', context: 'step' }),
};

export const flagWords: Record<orders.RemarkFlagWord, MessageDescriptor> = {
  none: msg({ message: 'No flag', context: 'flag' }),
  red: msg({ message: 'Red', context: 'flag' }),
  yellow: msg({ message: 'Yellow', context: 'flag' }),
  green: msg({ message: 'Green', context: 'flag' }),
  blue: msg({ message: 'Blue', context: 'flag' }),
  purple: msg({ message: 'Purple', context: 'flag' }),
};

export const statuses = Object.keys(statusWords) as orders.OrderStatusWord[];
export const flags = Object.keys(flagWords) as orders.RemarkFlagWord[];
