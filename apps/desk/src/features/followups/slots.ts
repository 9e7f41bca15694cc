/** What the screen puts in from other features. */
export interface PageSlots {
  /** Opens the chat with words to begin with. */
  readonly onChat: (conversationId: string, text: string) => void;
  /** Who can be made responsible. */
  readonly people: readonly { readonly value: string; readonly label: string }[];
}
