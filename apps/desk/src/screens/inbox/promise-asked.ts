const listeners = new Set<(conversationId: string) => void>();

/** Opens the form of a promise from wherever one stands in the conversation. */
export const askForPromise = (conversationId: string): void => {
  for (const listen of listeners) listen(conversationId);
};

/** Told when somebody wants to promise something. */
export function onPromiseAsked(listen: (conversationId: string) => void): () => void {
  listeners.add(listen);
  return () => void listeners.delete(listen);
}
