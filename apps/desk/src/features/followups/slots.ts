import type { ReactNode } from 'react';

/** What the screen puts in from other features. */
export interface PageSlots {
  /** Opens the chat with words to begin with. */
  readonly onChat: (conversationId: string, text: string) => void;
  /** Who can be made responsible. */
  readonly people: readonly { readonly value: string; readonly label: string }[];
  /** Lets a person choose words from the library of scripts. */
  readonly scripts?: (shopId: string, onPick: (text: string) => void) => ReactNode;
}
