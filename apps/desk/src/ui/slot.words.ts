import type { I18n, MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Slot } from './slots.rules.ts';

const names: Readonly<Record<string, MessageDescriptor>> = {
  buyer: msg({ message: 'buyer’s name', context: 'slot' }),
  order: msg({ message: 'order number', context: 'slot' }),
  amount: msg({ message: 'order total', context: 'slot' }),
  due: msg({ message: 'amount to pay', context: 'slot' }),
  carrier: msg({ message: 'carrier', context: 'slot' }),
  tracking: msg({ message: 'parcel number', context: 'slot' }),
  shop: msg({ message: 'shop', context: 'slot' }),
  product: msg({ message: 'product', context: 'slot' }),
  link: msg({ message: 'link to the order', context: 'slot' }),
  coupon: msg({ message: 'coupon', context: 'slot' }),
  price: msg({ message: 'price', context: 'slot' }),
  tips: msg({ message: 'care tips', context: 'slot' }),
};

/** Words that may stand in a text, named in the reader's language. */
export const slotsOf = (codes: readonly string[], i18n: I18n): Slot[] =>
  codes.map((code) => {
    const name = names[code];
    return { code, name: name ? i18n._(name) : code };
  });
