import { lazy } from 'react';

const waiting: (() => Promise<unknown>)[] = [];
let begun = false;
let running = false;

/**
 * A part of the page that is not seen at first: loaded when it is shown, or before, once the page can be used and has
 * nothing else to do. When it is here it shows at once, as if it had never been apart.
 */
export const soon: typeof lazy = (load) => {
  let here: Awaited<ReturnType<typeof load>> | undefined;
  const fetch = async () => {
    here ??= await load();
    return here;
  };
  waiting.push(fetch);
  void fetchWaiting();
  return lazy(() => (here ? kept(here) : fetch()));
};

/** A promise that is kept in the same breath: nothing is drawn in place of the part for a moment. */
const kept = <T>(value: T): Promise<T> =>
  Object.assign(Promise.resolve(value), {
    // biome-ignore lint/suspicious/noThenProperty: React asks for nothing else
    then: (done: (value: T) => unknown) => done(value),
  });

/** The page can be used: from now on its other parts are fetched, one after the other. */
export function fetchAhead(): void {
  if (!begun) performance.mark('usable');
  begun = true;
  void fetchWaiting();
}

async function fetchWaiting(): Promise<void> {
  if (!begun || running) return;
  running = true;
  for (let fetch = waiting.shift(); fetch; fetch = waiting.shift()) {
    await idle();
    // What cannot be fetched now is fetched when it is wanted, and its trouble is told there.
    await fetch().catch(() => undefined);
  }
  running = false;
}

const idle = (): Promise<unknown> =>
  new Promise((go) =>
    'requestIdleCallback' in globalThis
      ? requestIdleCallback(go, { timeout: 1_000 })
      : setTimeout(go, 50),
  );
