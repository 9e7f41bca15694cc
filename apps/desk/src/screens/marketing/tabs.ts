import type { access } from '@guitai/contract';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { type ComponentType, lazy } from 'react';

/** A tab of the marketing page; one line makes it exist. */
interface Tab {
  readonly path: string;
  readonly name: MessageDescriptor;
  readonly permission: access.Permission;
  readonly Body: ComponentType;
}

export const tabs: readonly Tab[] = [
  {
    path: 'offers',
    name: msg({ message: 'Offers', context: 'marketing' }),
    permission: 'offers.read',
    Body: lazy(() => import('../../features/offers/OffersPage.tsx')),
  },
];
