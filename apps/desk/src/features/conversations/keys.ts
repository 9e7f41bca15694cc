import { conversations } from '@guitai/contract';
import { replyKey } from '../../lib/query.ts';
import type { ListFilter } from './list.reducer.ts';

/** Where this feature's replies live in the cache. */
export const conversationKey = (conversationId: string) =>
  replyKey(conversations.getConversation, { conversationId });
export const threadKey = (conversationId: string) => ['thread', conversationId] as const;
export const pastKey = (conversationId: string, seq: number) =>
  ['threadPast', conversationId, seq] as const;
export const listKey = ({ view, shopId, more }: ListFilter) =>
  ['conversationList', { view, shopId, more }] as const;
export const countsKey = ['conversationCounts'] as const;
