import type { conversations } from '@guitai/contract';
import { useEffect } from 'react';
import { onLiveEvent } from '../lib/live.ts';
import { ring } from '../lib/sound.ts';

const quiet = 2_500;

/** Rings when a buyer writes whom this member serves or may take, unless the conversation is under their eyes. */
export function useBell(memberId: string): void {
  useEffect(() => {
    let last = 0;
    return onLiveEvent(({ type, data }) => {
      if (type !== 'message.posted') return;
      const { message, conversation } = data as conversations.MessagePosted;
      const { state, assigneeId, id } = conversation;
      const concerns = state === 'open' && (assigneeId === memberId || assigneeId === null);
      const seen = !document.hidden && location.pathname.includes(id);
      if (message.author.kind !== 'buyer' || !concerns || seen) return;
      if (Date.now() - last < quiet) return;
      last = Date.now();
      ring();
    });
  }, [memberId]);
}
