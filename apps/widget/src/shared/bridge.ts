/** What the host page and the chat's frame say to each other. Both sides check the exact origin of every message. */

/** The page the buyer looks at, as the host tells it. */
export interface Page {
  url?: string;
  title?: string;
  /** The product on the page: its id (or SKU) in the shop, and how to call it. */
  product?: { id: string; title: string; imageUrl?: string };
}

/** From the host page to the frame. */
export type ToFrame =
  | { t: 'page'; page: Page }
  /** A signed identity; null: nobody is signed in to the shop any more. */
  | { t: 'identity'; token: string | null }
  | { t: 'shown'; open: boolean };

/** From the frame to the host page. */
export type ToHost =
  | { t: 'colour'; colour: string }
  | { t: 'unread'; count: number }
  /** `known`: this browser has written; the next page may load the frame unseen for the badge. */
  | { t: 'known'; known: boolean }
  | { t: 'close' }
  /** The signed identity has run out: please give a fresh one. */
  | { t: 'identity' };

const weights = [0.2126, 0.7152, 0.0722];

/** Black or white, whichever reads better on the colour (`#rrggbb`): always at least 4.5 to 1. */
export const inkOn = (colour: string): string =>
  weights.reduce(
    (sum, weight, at) =>
      sum + weight * (Number.parseInt(colour.slice(2 * at + 1, 2 * at + 3), 16) / 255) ** 2.2,
    0,
  ) > 0.18
    ? '#000'
    : '#fff';
