import type { connectors, ReplyOf } from '@guitai/contract';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

export type Connection = ReplyOf<typeof connectors.listConnections>['items'][number];
export type ConnectionKind = Connection['kind'];
export type WriteKind = Connection['does'][number];

/** Names of platforms; their own, in every language. */
export const platformNames: Readonly<Record<ConnectionKind, string>> = {
  vendure: 'Vendure',
  shopify: 'Shopify',
  woocommerce: 'WooCommerce',
};

/** What one may do to an order there. */
export const writeNames: Readonly<Record<WriteKind, MessageDescriptor>> = {
  note: msg({ message: 'internal note', context: 'platform act' }),
  address: msg({ message: 'change of address', context: 'platform act' }),
  items: msg({ message: 'other variants', context: 'platform act' }),
  postage: msg({ message: 'change of postage', context: 'platform act' }),
  discount: msg({ message: 'discount', context: 'platform act' }),
  ship: msg({ message: 'shipping with tracking', context: 'platform act' }),
  refund: msg({ message: 'refund', context: 'platform act' }),
  cancel: msg({ message: 'cancellation', context: 'platform act' }),
  coupon: msg({ message: 'coupon', context: 'platform act' }),
};

/** The next best ways; `remark`: a person does it on the platform. */
export const wayNames: Readonly<Record<string, MessageDescriptor>> = {
  discount: msg({ message: 'a discount', context: 'next best way' }),
  refund: msg({ message: 'a partial refund', context: 'next best way' }),
  coupon: msg({ message: 'a coupon', context: 'next best way' }),
  note: msg({ message: 'a note on the order there', context: 'next best way' }),
  remark: msg({ message: 'a remark, and somebody does it there', context: 'next best way' }),
};

/** How a platform is, in a word. */
export const stateNames: Readonly<Record<Connection['state'], MessageDescriptor>> = {
  new: msg({ message: 'not reached yet', context: 'platform' }),
  ok: msg({ message: 'connected', context: 'platform' }),
  down: msg({ message: 'does not answer', context: 'platform' }),
  denied: msg({ message: 'lets us in no more', context: 'platform' }),
};

/** How an act that is on its way stands. */
export const writeStates = {
  waiting: msg({ message: 'waits', context: 'platform act' }),
  sending: msg({ message: 'is being sent', context: 'platform act' }),
  unsure: msg({ message: 'no answer came; being checked', context: 'platform act' }),
  failed: msg({ message: 'failed', context: 'platform act' }),
} as const;

/** Secrets each platform asks for, by their names in the API. */
export const secretFields: Readonly<
  Record<
    ConnectionKind,
    readonly { readonly name: string; readonly label: MessageDescriptor; readonly free?: boolean }[]
  >
> = {
  vendure: [
    { name: 'username', label: msg`Administrator` },
    { name: 'password', label: msg`Password` },
    { name: 'channelToken', label: msg`Channel token`, free: true },
  ],
  shopify: [
    { name: 'accessToken', label: msg`Admin API access token` },
    { name: 'webhookSecret', label: msg`App secret, for its notifications`, free: true },
  ],
  woocommerce: [
    { name: 'consumerKey', label: msg`Consumer key` },
    { name: 'consumerSecret', label: msg`Consumer secret` },
    { name: 'webhookSecret', label: msg`Webhook secret`, free: true },
  ],
};
