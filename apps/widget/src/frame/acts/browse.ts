import type { channels } from '@guitai/contract';
import { type Call, isRefusal } from '../api.ts';
import { type ChatStore, type State, withMessages } from '../state.ts';

/** Looking at what there is: earlier messages, panels, own orders. */
export const browseActs = (
  { get, set, turn }: ChatStore,
  call: Call,
  imageOf: (fileId: string) => string,
  send: (orderId: string) => void,
) => ({
  older: async () => {
    const { older } = get();
    if (!older) return;
    set({ older: null, heard: false });
    const path = `/messages?cursor=${encodeURIComponent(older)}`;
    const page = await call<typeof channels.listChatMessages>('GET', path);
    if (isRefusal(page)) set({ older });
    else turn({ ...withMessages(get(), page.items), older: page.next });
  },
  /** Opens a panel, or closes it when it is open. That of the own orders is fetched when it is first opened. */
  panel: async (name: State['panel']) => {
    const panel = get().panel === name ? '' : name;
    set({ panel });
    if (panel !== 'orders') return;
    const { openOwn } = await import('../own/own.ts');
    set({ own: openOwn(call, get, set, imageOf, send) });
  },
});
