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

/** Black or white, whichever reads better on the colour (`#rrggbb`). */
export const inkOn = (colour: string): string => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map(
    (at) => (Number.parseInt(colour.slice(at, at + 2), 16) / 255) ** 2.2,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.3 ? '#1c1917' : '#fff';
};
