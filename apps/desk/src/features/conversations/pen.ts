import type { KeyboardEvent, RefObject } from 'react';

/** What may have a say before the composer: true means it has dealt with the key or with what was to be sent. */
export interface PenHelper {
  onKeyDown?: (event: KeyboardEvent) => boolean;
  take?: (text: string) => boolean;
}

/** What the composer lends to who helps writing. */
export interface Pen {
  readonly text: string;
  readonly may: boolean;
  readonly note: boolean;
  readonly write: (text: string) => void;
  readonly insert: (words: string) => void;
  readonly focus: () => void;
  readonly helper: RefObject<PenHelper>;
}
