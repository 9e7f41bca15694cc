import type { access } from '@guitai/contract';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

type Words<K extends string> = Readonly<Record<K, MessageDescriptor>>;

/** What somebody may give alone up to a limit; `total`: all of it together. */
export const limitWords: Words<access.LimitKeyWord> = {
  refund: msg({ message: 'Refund', context: 'limit' }),
  goodwill: msg({ message: 'Goodwill payment', context: 'limit' }),
  compensation: msg({ message: 'Compensation', context: 'limit' }),
  postage: msg({ message: 'Postage', context: 'limit' }),
  price: msg({ message: 'Lower price', context: 'limit' }),
  discount: msg({ message: 'Discount', context: 'limit' }),
  cancel: msg({ message: 'Cancelling a paid order', context: 'limit' }),
  items: msg({ message: 'Exchange of items', context: 'limit' }),
  cashback: msg({ message: 'Cashback for a review', context: 'limit' }),
  price_protection: msg({ message: 'Price protection', context: 'limit' }),
  coupon: msg({ message: 'Coupons', context: 'limit' }),
  total: msg({ message: 'All together', context: 'limit' }),
};

/** What each of them is about, in a few words. */
export const limitLeads: Partial<Words<access.LimitKeyWord>> = {
  postage: msg`what the shop lets off or bears`,
  price: msg`taken off the price of a line`,
  discount: msg`taken off the order`,
  coupon: msg`the most a coupon may give`,
  items: msg`difference paid back`,
  cancel: msg`paid back before shipping`,
  total: msg`whatever is given, in one sum`,
};

export const approvalStateWords: Words<access.ApprovalShape['state']> = {
  asked: msg({ message: 'Waiting', context: 'approval' }),
  approved: msg({ message: 'Approved', context: 'approval' }),
  refused: msg({ message: 'Refused', context: 'approval' }),
  void: msg({ message: 'Void', context: 'approval' }),
  expired: msg({ message: 'Expired', context: 'approval' }),
  withdrawn: msg({ message: 'Withdrawn', context: 'approval' }),
};

export const voidWords: Words<NonNullable<access.ApprovalShape['voidReason']>> = {
  changed: msg`The order changed since it was asked. Nothing was carried out.`,
  requester_changed: msg`Who asked has another role or is no longer here. Nothing was carried out.`,
  not_possible: msg`The order no longer allows it. Nothing was carried out.`,
};

/** Roles as columns of the table of limits. */
const holders: Readonly<Record<string, MessageDescriptor>> = {
  owner: msg({ message: 'Owner', context: 'role' }),
  lead: msg({ message: 'Lead', context: 'role' }),
  agent: msg({ message: 'Agent', context: 'role' }),
  observer: msg({ message: 'Observer', context: 'role' }),
  key: msg({ message: 'API keys', context: 'role' }),
};

/** A role by name; one of a newer server is called a role. */
export const holderWord = (role: string): MessageDescriptor =>
  holders[role] ?? msg({ message: 'Role', context: 'role' });
