import type { promises } from '@guitai/contract';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Tone } from '../../ui/Word.tsx';

export const eventWords: Readonly<Record<promises.PromiseEventWord, MessageDescriptor>> = {
  shipped: msg({ message: 'The order is shipped', context: 'promise' }),
  delivered: msg({ message: 'The parcel arrives', context: 'promise' }),
  refunded: msg({ message: 'Money is paid back', context: 'promise' }),
  parcel_moved: msg({ message: 'The parcel moves on', context: 'promise' }),
  restocked: msg({ message: 'It is back in stock', context: 'promise' }),
  price: msg({ message: 'The price falls', context: 'promise' }),
  answered: msg({ message: 'The buyer gets an answer', context: 'promise' }),
  hand: msg({ message: 'Somebody marks it done', context: 'promise' }),
};

export const eventNames = Object.keys(eventWords) as promises.PromiseEventWord[];

export const stateWords: Readonly<Record<promises.PromiseStateWord, MessageDescriptor>> = {
  open: msg({ message: 'Open', context: 'promise' }),
  kept: msg({ message: 'Kept', context: 'promise' }),
  late: msg({ message: 'Kept late', context: 'promise' }),
  broken: msg({ message: 'Broken', context: 'promise' }),
  cancelled: msg({ message: 'Cancelled', context: 'promise' }),
};

export const stateTones: Readonly<Record<promises.PromiseStateWord, Tone>> = {
  open: 'plain',
  kept: 'good',
  late: 'soon',
  broken: 'late',
  cancelled: 'quiet',
};

export const quickWords: Readonly<
  Record<promises.PromiseProposalShape['quick'][number]['key'], MessageDescriptor>
> = {
  evening: msg({ message: 'Today 18:00', context: 'promise' }),
  today: msg({ message: 'Today', context: 'promise' }),
  tomorrow: msg({ message: 'Tomorrow', context: 'promise' }),
  hours48: msg({ message: '48 hours', context: 'promise' }),
};
