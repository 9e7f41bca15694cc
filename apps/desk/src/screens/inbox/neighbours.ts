import type { conversations } from '@guitai/contract';
import { i18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useCallback, useEffect, useRef } from 'react';
import { nameOf } from '../../features/conversations/words.ts';
import { fetchAhead } from '../../lib/ahead.ts';
import { type Command, useCommands, usePaletteSource } from '../../lib/keys.ts';
import { lookAhead } from './counter.ts';

type Conversation = conversations.Conversation;

/** j and k between buyers, their neighbours fetched ahead, buyers by name in the palette, and whom to serve next. */
export function useNeighbours(
  items: readonly Conversation[] | undefined,
  current: string | undefined,
  open: (conversationId: string | undefined) => void,
) {
  const now = useRef({ items, current, open, at: -1 });
  const at = items?.findIndex(({ id }) => id === current) ?? -1;
  now.current = { items, current, open, at: at >= 0 ? at : now.current.at };
  useEffect(() => {
    if (items) fetchAhead();
  }, [items]);
  useEffect(() => {
    if (at < 0) return;
    const timer = setTimeout(() => {
      for (const near of [items?.[at + 1], items?.[at - 1]]) if (near) lookAhead(near.id);
    }, 150);
    return () => clearTimeout(timer);
  }, [at, items]);

  const step = (by: 1 | -1) => {
    const next = items?.[at < 0 ? 0 : at + by];
    if (next) open(next.id);
  };
  const group = msg`Buyers`;
  useCommands([
    { id: 'buyer.next', name: msg`Next buyer`, group, key: 'j', keyOnly: true, run: () => step(1) },
    {
      id: 'buyer.before',
      name: msg`Previous buyer`,
      group,
      key: 'k',
      keyOnly: true,
      run: () => step(-1),
    },
  ]);
  usePaletteSource(
    useCallback(
      () =>
        (now.current.items ?? []).map(
          (one): Command => ({
            id: `buyer ${one.id}`,
            name: nameOf(one, i18n),
            group: one.lastText.slice(0, 30) || msg`Buyers`,
            run: () => now.current.open(one.id),
          }),
        ),
      [],
    ),
  );
  /** The open one is done with: its neighbour comes up, as in a stack of paper. */
  const leave = useCallback(() => {
    const { items: all = [], current: gone, at: place, open: show } = now.current;
    const left = all.filter(({ id }) => id !== gone);
    show(left[Math.min(Math.max(place, 0), left.length - 1)]?.id);
  }, []);
  return { leave };
}
