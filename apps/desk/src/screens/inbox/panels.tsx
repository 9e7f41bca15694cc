import type { conversations, workbench } from '@guitai/contract';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { ComponentType } from 'react';
import { soon } from '../../lib/ahead.ts';
import type { Panel } from './address.ts';
import type { Inbox } from './OpenConversation.tsx';
import { OrdersPanel } from './OrdersPanel.tsx';
import { ProductsPanel } from './ProductsPanel.tsx';

/** What every panel beside the chat is given. */
export interface PanelProps {
  readonly conversation: conversations.Conversation;
  readonly counter: workbench.CounterShape;
  readonly inbox: Inbox;
  readonly onChange: () => void;
}

/** One line makes a panel exist: its tab, its address, its place beside the chat. */
export const panelNames: Record<Panel, MessageDescriptor> = {
  orders: msg`Orders`,
  products: msg`Products`,
  knowledge: msg`Knowledge`,
  offers: msg`Offers`,
  promises: msg({ message: 'Promises', context: 'panel' }),
  tasks: msg({ message: 'Tasks', context: 'panel' }),
  reviews: msg({ message: 'Reviews', context: 'panel' }),
};

export const panelBodies: Record<Panel, ComponentType<PanelProps>> = {
  orders: OrdersPanel,
  products: ProductsPanel,
  knowledge: soon(() => import('../../features/knowledge/KnowledgePanel.tsx')),
  offers: soon(() => import('../../features/offers/OfferPanel.tsx')),
  promises: soon(() => import('./PromisesPanel.tsx')),
  tasks: soon(() => import('./TasksPanel.tsx')),
  reviews: soon(() => import('./ReviewsPanel.tsx')),
};
