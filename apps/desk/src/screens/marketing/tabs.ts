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
    path: 'care',
    name: msg({ message: 'Order care', context: 'marketing' }),
    permission: 'automation.read',
    Body: lazy(() => import('./CareTab.tsx')),
  },
  {
    path: 'offers',
    name: msg({ message: 'Offers', context: 'marketing' }),
    permission: 'offers.read',
    Body: lazy(() => import('../../features/offers/OffersPage.tsx')),
  },
  {
    path: 'reviews',
    name: msg({ message: 'Reviews', context: 'marketing' }),
    permission: 'reviews.read',
    Body: lazy(() => import('../../features/reviews/ReviewsPage.tsx')),
  },
  {
    path: 'followups',
    name: msg({ message: 'Follow-ups', context: 'marketing' }),
    permission: 'followups.read',
    Body: lazy(() => import('./FollowupsTab.tsx')),
  },
  {
    path: 'messages',
    name: msg({ message: 'Messages', context: 'marketing' }),
    permission: 'outreach.read',
    Body: lazy(() => import('../../features/outreach/MessagesPage.tsx')),
  },
];
