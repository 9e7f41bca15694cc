import type { Endpoint } from '@guitai/contract';
import { useEffect, useRef } from 'react';
import { onLiveEvent } from './live.ts';
import { refresh } from './query.ts';

/**
 * Does something when events of these types (exact, or by prefix with a dot at the end) arrive, at most once in `every` ms:
 * for what may be a breath behind. What must follow at once registers a reducer. Nothing is done while `types` is empty.
 */
export function useHeard(types: readonly string[], act: () => void, every = 1500): void {
  const wanted = useRef({ types, act });
  wanted.current = { types, act };
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const again = () => {
      timer = undefined;
      wanted.current.act();
    };
    const stop = onLiveEvent(({ type }) => {
      if (wanted.current.types.some((one) => fits(type, one))) timer ??= setTimeout(again, every);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [every]);
}

/** Fetches the endpoints again when events of these types arrive, as `useHeard` does. */
export const useFresh = (
  types: readonly string[],
  endpoints: readonly Endpoint[],
  every?: number,
): void => useHeard(types, () => refresh(...endpoints), every);

const fits = (type: string, wanted: string): boolean =>
  wanted.endsWith('.') ? type.startsWith(wanted) : type === wanted;
