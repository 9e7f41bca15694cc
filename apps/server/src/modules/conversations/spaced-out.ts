/**
 * Carries out the first piece of work of a holder at once and of those that follow only the newest, `ms` after the last one
 * ended: a client that repeats itself costs no more than one who does not. Repetitions with the same mark are dropped.
 */
export function spacedOut(ms: number) {
  const holders = new WeakMap<object, { mark: string; next: (() => Promise<void>) | null }>();

  const drain = async (state: { next: (() => Promise<void>) | null }) => {
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, ms).unref());
      const { next } = state;
      if (next === null) return;
      state.next = null;
      await next();
    }
  };

  return async (holder: object, mark: string, work: () => Promise<void>): Promise<void> => {
    const state = holders.get(holder);
    if (state) {
      if (state.mark !== mark) Object.assign(state, { mark, next: work });
      return;
    }
    const fresh = { mark, next: null };
    holders.set(holder, fresh);
    try {
      await work();
      await drain(fresh);
    } finally {
      holders.delete(holder);
    }
  };
}
