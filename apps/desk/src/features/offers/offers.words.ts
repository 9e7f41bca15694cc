import type { offers, Static } from '@guitai/contract';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

type Words<K extends string> = Readonly<Record<K, MessageDescriptor>>;
export type Rung = Static<typeof offers.Rung>;
export type Situation = Static<typeof offers.BargainSituation>;

export const rungWords: Words<Rung> = {
  postage: msg({ message: 'Free postage', context: 'rung' }),
  coupon: msg({ message: 'Coupon', context: 'rung' }),
  bundle: msg({ message: 'Bundle', context: 'rung' }),
  price: msg({ message: 'Lower price', context: 'rung' }),
};

export const situationWords: Words<Situation> = {
  first_ask: msg({ message: 'Asks for the first time', context: 'situation' }),
  hesitating: msg({ message: 'Hesitates after an offer', context: 'situation' }),
  complaint: msg({ message: 'Came back after trouble', context: 'situation' }),
  competitor: msg({ message: 'Names a lower price elsewhere', context: 'situation' }),
  bulk: msg({ message: 'Wants many', context: 'situation' }),
  last_pieces: msg({ message: 'Last pieces', context: 'situation' }),
  unpaid: msg({ message: 'Order left unpaid', context: 'situation' }),
};

export const stepWords: Words<Static<typeof offers.ConcessionState>> = {
  asked: msg({ message: 'Waits for approval', context: 'concession' }),
  offered: msg({ message: 'Offered', context: 'concession' }),
  accepted: msg({ message: 'Taken', context: 'concession' }),
  declined: msg({ message: 'Not taken', context: 'concession' }),
  void: msg({ message: 'Not approved', context: 'concession' }),
  skipped: msg({ message: 'Left out', context: 'concession' }),
};

export const outcomeWords: Words<Static<typeof offers.BargainOutcome>> = {
  open: msg({ message: 'Open', context: 'bargain' }),
  ordered: msg({ message: 'Ordered', context: 'bargain' }),
  paid: msg({ message: 'Paid', context: 'bargain' }),
  reversed: msg({ message: 'Called off', context: 'bargain' }),
  lapsed: msg({ message: 'Nothing came of it', context: 'bargain' }),
};

export const couponWords: Words<Static<typeof offers.CouponState>> = {
  issued: msg({ message: 'Usable', context: 'coupon' }),
  used: msg({ message: 'Used', context: 'coupon' }),
  expired: msg({ message: 'Run out', context: 'coupon' }),
  revoked: msg({ message: 'Taken back', context: 'coupon' }),
};

export const kindWords: Words<Static<typeof offers.CouponKind>> = {
  amount: msg({ message: 'Amount off', context: 'coupon' }),
  percent: msg({ message: 'Percent off', context: 'coupon' }),
  postage: msg({ message: 'Free postage', context: 'coupon' }),
  bundle: msg({ message: 'Bundle', context: 'coupon' }),
};

/** Why a step cannot be offered here. */
export const whyWords: Readonly<Record<string, MessageDescriptor>> = {
  no_order: msg`There is no open order to change.`,
  no_coupon: msg`No kind of coupon fits this step yet.`,
  floor: msg`It would go below the floor price.`,
  beyond_ladder: msg`It would give more than this step may.`,
};
