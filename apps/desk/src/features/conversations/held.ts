import type { conversations } from '@guitai/contract';
import { useMemo, useState } from 'react';
import { type Held, hold } from './hold.rules.ts';
import { belongs, type View } from './views.rules.ts';

type Conversation = conversations.Conversation;

interface Input {
  readonly items: readonly Conversation[] | undefined;
  readonly view: View;
  readonly current: string | undefined;
  /** The open conversation, which may have left the loaded part of the list. */
  readonly known: Conversation | undefined;
  readonly memberId: string;
}

/** The rows as they are shown: sorted by need, except that the open one stays where it was opened. */
export function useHeld(input: Input): readonly Conversation[] | undefined {
  const { items, view, current, known, memberId } = input;
  const [held, setHeld] = useState<Held & { readonly view: View }>();
  const at = items?.findIndex(({ id }) => id === current) ?? -1;
  const fits = held?.id === current && held?.view === view;
  if (!fits && current && at >= 0) setHeld({ id: current, at, view });
  const still = known && belongs(view, known, memberId) ? known : undefined;
  return useMemo(
    () => items && hold(items, fits ? held : undefined, still),
    [items, held, fits, still],
  );
}
