import { msg } from '@lingui/core/macro';

/** The kinds of things that are found, in the order they are shown. */
export const kinds = [
  'buyers',
  'conversations',
  'messages',
  'orders',
  'products',
  'knowledge',
  'scripts',
] as const;
export type Kind = (typeof kinds)[number];

export const kindWords = {
  buyers: msg`Buyers`,
  conversations: msg`Conversations`,
  messages: msg`Messages`,
  orders: msg`Orders`,
  products: msg`Products`,
  knowledge: msg`Knowledge`,
  scripts: msg`Scripts`,
};
