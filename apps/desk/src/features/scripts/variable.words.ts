import { scripts } from '@guitai/contract';
import type { I18n, MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Slot } from '../../ui/slots.rules.ts';

const names: Readonly<Record<string, MessageDescriptor>> = {
  'buyer.name': msg`Buyer’s name`,
  'order.number': msg({ message: 'Order number', context: 'scripts' }),
  'order.total': msg`Order total`,
  'order.due': msg`Amount still to pay`,
  'order.product': msg`Goods of the order`,
  'order.status': msg`Order status`,
  'order.date': msg`Date of the order`,
  'logistics.carrier': msg({ message: 'Carrier', context: 'scripts' }),
  'logistics.number': msg`Parcel number`,
  'logistics.status': msg`Where the parcel is`,
  'logistics.latest': msg`Latest step of the parcel`,
  'agent.name': msg`My name`,
  'shop.name': msg`Name of the shop`,
  today: msg({ message: 'Today', context: 'scripts' }),
};

/** What people call a variable. */
export const variableName = (name: string, i18n: I18n): string => {
  const found = names[name];
  return found ? i18n._(found) : name;
};

/** Every variable by its name. */
export const scriptSlots = (i18n: I18n): Slot[] =>
  scripts.scriptVariables.map((code) => ({ code, name: variableName(code, i18n) }));
