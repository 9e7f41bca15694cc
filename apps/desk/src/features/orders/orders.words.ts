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

/** Parts of an address. */
export const partWords = {
  name: msg({ message: 'Name', context: 'address' }),
  phone: msg({ message: 'Phone', context: 'address' }),
  country: msg({ message: 'Country', context: 'address' }),
  province: msg({ message: 'Province', context: 'address' }),
  city: msg({ message: 'City', context: 'address' }),
  district: msg({ message: 'District', context: 'address' }),
  street: msg({ message: 'Street', context: 'address' }),
  postcode: msg({ message: 'Postcode', context: 'address' }),
} satisfies Record<string, MessageDescriptor>;

/** What can be done to an order, as its history tells it. */
export const actWords: Record<orders.OrderActKindWord, MessageDescriptor> = {
  cancelled: msg({ message: 'Cancelled', context: 'act' }),
  lines_cancelled: msg({ message: 'Lines cancelled', context: 'act' }),
  address_changed: msg({ message: 'Address changed', context: 'act' }),
  items_changed: msg({ message: 'Items changed', context: 'act' }),
  payment_method_changed: msg({ message: 'Payment method changed', context: 'act' }),
  postage_changed: msg({ message: 'Postage changed', context: 'act' }),
  price_changed: msg({ message: 'Price changed', context: 'act' }),
  discount_changed: msg({ message: 'Discount changed', context: 'act' }),
  coupon_applied: msg({ message: 'Coupon used', context: 'act' }),
  refunded: msg({ message: 'Refund', context: 'act' }),
  goodwill_paid: msg({ message: 'Goodwill payment', context: 'act' }),
  price_protected: msg({ message: 'Price protection', context: 'act' }),
  cashback_paid: msg({ message: 'Cash-back for a review', context: 'act' }),
  compensated: msg({ message: 'Compensation', context: 'act' }),
  paid: msg({ message: 'Paid', context: 'act' }),
  prepared: msg({ message: 'Being prepared', context: 'act' }),
  shipped: msg({ message: 'Shipped', context: 'act' }),
  delivered: msg({ message: 'Delivered', context: 'act' }),
  received: msg({ message: 'Received', context: 'act' }),
  completed: msg({ message: 'Completed', context: 'act' }),
  closed_unpaid: msg({ message: 'Closed unpaid', context: 'act' }),
  urgent_set: msg({ message: 'Marked as urgent', context: 'act' }),
  invoice_requested: msg({ message: 'Invoice requested', context: 'act' }),
  invoice_reissued: msg({ message: 'Invoice issued again', context: 'act' }),
  appointment_set: msg({ message: 'Appointment', context: 'act' }),
  case_opened: msg({ message: 'Case opened', context: 'act' }),
  case_changed: msg({ message: 'Case changed', context: 'act' }),
};

/** Acts that take another one back. */
export const undoneWords = {
  urgent: msg({ message: 'No longer urgent', context: 'act' }),
  appointment: msg({ message: 'Appointment called off', context: 'act' }),
} satisfies Record<string, MessageDescriptor>;
