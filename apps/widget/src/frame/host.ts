/** The line to the host page. Only the page's exact origin, on the shop's list or our own, is heard and spoken to. */
import type { ToFrame, ToHost } from '../shared/bridge.ts';

/** Whether a page of this origin may hold the chat. */
export const mayHold = (origin: string, own: string, listed: readonly string[]): boolean =>
  origin === own || listed.includes(origin);

/**
 * Listens to the page that holds the frame, from the first moment. What the page says before the shop's list is known
 * waits, and what the frame says before the page has spoken.
 */
export const hostLine = () => {
  let waiting: (() => void)[] = [];
  let listed: readonly string[] | undefined;
  let hear: (message: ToFrame) => void;
  let page = '';

  const catchUp = () => {
    const jobs = waiting;
    waiting = [];
    for (const job of jobs) job();
  };
  const say = (message: ToHost) => {
    if (page) parent.postMessage(message, page);
    else waiting.push(() => say(message));
  };
  const take = ({ source, origin, data }: MessageEvent<ToFrame>) => {
    if (source !== parent || source === window) return;
    if (!listed) {
      waiting.push(() => take({ source, origin, data } as MessageEvent<ToFrame>));
    } else if (mayHold(origin, location.origin, listed)) {
      page = origin;
      catchUp();
      hear(data);
    }
  };
  addEventListener('message', take);

  return {
    say,
    /** From now on pages of these origins are heard. */
    allow: (origins: readonly string[], onMessage: (message: ToFrame) => void) => {
      hear = onMessage;
      listed = origins;
      catchUp();
    },
  };
};

export type HostLine = ReturnType<typeof hostLine>;
