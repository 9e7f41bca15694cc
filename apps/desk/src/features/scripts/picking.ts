import { useSyncExternalStore } from 'react';
import { createStore } from '../../lib/store.ts';

/** Which conversation has the list of scripts open with a field of its own, because the composer holds other words. */
const picking = createStore<string | undefined>(undefined);

export const openPicker = (conversationId: string): void => picking.set(conversationId);
export const closePicker = (): void => picking.set(undefined);
export const usePicking = (conversationId: string): boolean =>
  useSyncExternalStore(picking.subscribe, () => picking.get() === conversationId);

/** What was typed after `/` (Chinese input writes `、`); null when the words are no search for a script. */
export const queryIn = (text: string): string | null =>
  /^[/／、][^\n]{0,40}$/u.test(text) ? text.slice(1) : null;
