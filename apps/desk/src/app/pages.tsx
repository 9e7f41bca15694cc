import type { access } from '@guitai/contract';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { type ComponentType, lazy } from 'react';
import { places } from '../screens/settings/places.ts';
import type { IconName } from '../ui/Icon.tsx';

const SettingsScreen = lazy(() => import('../screens/settings/SettingsScreen.tsx'));

/** A page of the desk: its address, its name, who may open it. One line makes it exist everywhere. */
export interface Page {
  /** wouter pattern below `/desk`; the first part is what the rail marks as active. */
  readonly path: string;
  /** Where the rail and the palette go. */
  readonly start: string;
  readonly name: MessageDescriptor;
  readonly icon: IconName;
  /** Shown only to those who have this permission. */
  readonly permission?: access.Permission;
  /** Start of the page whose rail entry stands for this one too. */
  readonly under?: string;
  /** Place in the rail; absent: palette only. */
  readonly rail?: 'top' | 'bottom';
  readonly Screen: ComponentType;
}

/** Pages inside the shell, in the order of the rail. */
export const pages: readonly Page[] = [
  {
    path: '/inbox/:view?/:conversationId?',
    start: '/inbox',
    name: msg({ message: 'Chats', context: 'rail' }),
    icon: 'chats',
    rail: 'top',
    permission: 'conversations.read',
    Screen: lazy(() => import('../screens/inbox/InboxScreen.tsx')),
  },
  {
    path: '/orders/:orderId?',
    start: '/orders',
    name: msg({ message: 'Orders', context: 'rail' }),
    icon: 'orders',
    rail: 'top',
    permission: 'orders.read',
    Screen: lazy(() => import('../screens/orders/OrdersScreen.tsx')),
  },
  {
    path: '/aftersales/:caseId?',
    start: '/aftersales',
    name: msg({ message: 'After-sales', context: 'rail' }),
    icon: 'undo',
    rail: 'top',
    permission: 'aftersales.read',
    Screen: lazy(() => import('../screens/aftersales/AftersalesScreen.tsx')),
  },
  {
    path: '/products/:productId?',
    start: '/products',
    name: msg({ message: 'Products', context: 'rail' }),
    icon: 'products',
    rail: 'top',
    permission: 'catalog.read',
    Screen: lazy(() => import('../screens/products/ProductsScreen.tsx')),
  },
  {
    path: '/buyers/:buyerId?',
    start: '/buyers',
    name: msg({ message: 'Buyers', context: 'rail' }),
    icon: 'buyers',
    rail: 'top',
    permission: 'buyers.read',
    Screen: lazy(() => import('../screens/buyers/BuyersScreen.tsx')),
  },
  {
    path: '/marketing/:tab?/:id?',
    start: '/marketing',
    name: msg({ message: 'Marketing', context: 'rail' }),
    icon: 'tag',
    rail: 'top',
    permission: 'offers.read',
    Screen: lazy(() => import('../screens/marketing/MarketingScreen.tsx')),
  },
  {
    path: '/library/knowledge/:entryId?',
    start: '/library/knowledge',
    name: msg({ message: 'Library', context: 'rail' }),
    icon: 'note',
    permission: 'knowledge.read',
    Screen: lazy(() => import('../screens/library/KnowledgeScreen.tsx')),
  },
  {
    path: '/library/synonyms',
    start: '/library/synonyms',
    name: msg({ message: 'Library', context: 'rail' }),
    icon: 'note',
    permission: 'catalog.read',
    Screen: lazy(() => import('../screens/library/SynonymsScreen.tsx')),
  },
  {
    path: '/library/scripts/:open?',
    start: '/library/scripts',
    name: msg({ message: 'Library', context: 'rail' }),
    icon: 'note',
    rail: 'top',
    permission: 'scripts.read',
    Screen: lazy(() => import('../screens/library/ScriptsScreen.tsx')),
  },
  {
    path: '/approvals/:view?',
    start: '/approvals',
    name: msg({ message: 'Approvals', context: 'rail' }),
    icon: 'stamp',
    rail: 'top',
    permission: 'approvals.read',
    Screen: lazy(() => import('../screens/approvals/ApprovalsScreen.tsx')),
  },
  {
    path: '/tasks/:taskId?',
    start: '/tasks',
    name: msg({ message: 'Tasks', context: 'rail' }),
    icon: 'checks',
    rail: 'top',
    permission: 'tasks.read',
    Screen: lazy(() => import('../screens/tasks/TasksScreen.tsx')),
  },
  {
    path: '/promises/:promiseId?',
    start: '/promises',
    name: msg({ message: 'Promises', context: 'rail' }),
    icon: 'clock',
    rail: 'top',
    permission: 'promises.read',
    Screen: lazy(() => import('../screens/promises/PromisesScreen.tsx')),
  },
  {
    path: '/problem-parcels',
    start: '/problem-parcels',
    under: '/orders',
    name: msg`Problem parcels`,
    icon: 'truck',
    permission: 'parcels.read',
    Screen: lazy(() => import('../screens/parcels/ProblemParcelsScreen.tsx')),
  },
  {
    path: '/announcements/:announcementId?',
    start: '/announcements',
    under: '/tasks',
    name: msg({ message: 'Announcements', context: 'rail' }),
    icon: 'flag',
    Screen: lazy(() => import('../screens/announcements/AnnouncementsScreen.tsx')),
  },
  {
    path: '/insight/:tab?',
    start: '/insight',
    name: msg({ message: 'Insight', context: 'page' }),
    icon: 'chart',
    rail: 'top',
    permission: 'insight.own',
    Screen: lazy(() => import('../screens/insight/InsightScreen.tsx')),
  },
  {
    path: '/search',
    start: '/search',
    name: msg`Search`,
    icon: 'search',
    Screen: lazy(() => import('../screens/search/SearchScreen.tsx')),
  },
  {
    path: '/settings',
    start: '/settings',
    name: msg({ message: 'Settings', context: 'rail' }),
    icon: 'settings',
    rail: 'bottom',
    Screen: SettingsScreen,
  },
  ...places.map((place) => ({ ...place, Screen: SettingsScreen })),
];

/** Pages for people who are not signed in. */
export const outside: readonly { readonly path: string; readonly Screen: ComponentType }[] = [
  { path: '/sign-in', Screen: lazy(() => import('../screens/door/SignInScreen.tsx')) },
  { path: '/set-up', Screen: lazy(() => import('../screens/door/SetUpScreen.tsx')) },
  { path: '/invitation', Screen: lazy(() => import('../screens/door/InvitationScreen.tsx')) },
];
