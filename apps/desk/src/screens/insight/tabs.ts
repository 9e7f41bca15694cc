import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** Parts of the page; `all` is for those who see everybody's numbers. */
export const tabs = [
  { id: 'me', name: msg({ message: 'Mine', context: 'insight' }), all: false },
  { id: 'shop', name: msg({ message: 'Shop', context: 'insight' }), all: true },
  { id: 'people', name: msg({ message: 'People', context: 'insight' }), all: true },
  { id: 'conversion', name: msg({ message: 'Conversion', context: 'insight' }), all: false },
  { id: 'board', name: msg({ message: 'Live', context: 'insight' }), all: true },
  { id: 'statements', name: msg({ message: 'Months', context: 'insight' }), all: false },
  { id: 'rules', name: msg({ message: 'Rules', context: 'insight' }), all: true },
] as const satisfies readonly {
  readonly id: string;
  readonly name: MessageDescriptor;
  readonly all: boolean;
}[];

export type Tab = (typeof tabs)[number]['id'];
