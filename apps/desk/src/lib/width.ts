import { useSyncExternalStore } from 'react';

const subscribe = (listener: () => void) => {
  addEventListener('resize', listener);
  return () => removeEventListener('resize', listener);
};

/** Width of the window in pixels, where a style sheet alone cannot decide what is shown. */
export const useWidth = (): number => useSyncExternalStore(subscribe, () => innerWidth);
