import type { access } from '@guitai/contract';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { type ComponentType, lazy } from 'react';
import type { IconName } from '../ui/Icon.tsx';

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
];

/** Pages for people who are not signed in. */
export const outside: readonly { readonly path: string; readonly Screen: ComponentType }[] = [];
