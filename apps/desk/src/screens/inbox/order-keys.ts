import { msg } from '@lingui/core/macro';
import { runKey, useCommands } from '../../lib/keys.ts';
import type { Inbox } from './OpenConversation.tsx';

/** Keys that act on the order in hand: its cards, its remark, its changes. */
const keys = [...'123456aprifc'];

/** Acts on the order are a key away from every panel: the panel of orders comes first, then the act. */
export function useOrderKeys(inbox: Inbox): void {
  const elsewhere = inbox.address.panel !== 'orders';
  useCommands(
    elsewhere
      ? keys.map((key) => ({
          id: `order key ${key}`,
          name: msg`Acts on the order`,
          group: msg`Conversation`,
          key,
          keyOnly: true,
          unlisted: true,
          run: () => {
            inbox.side('orders');
            runSoon(key);
          },
        }))
      : [],
  );
}

/** Runs what the key means as soon as the panel that knows it is there; a second later it is let go. */
function runSoon(key: string, frames = 60): void {
  requestAnimationFrame(() => {
    if (!runKey(key) && frames > 0) runSoon(key, frames - 1);
  });
}
