import type { Endpoint } from '@guitai/contract';
import { useEffect, useRef } from 'react';
import { onLiveEvent } from './live.ts';
import { refresh } from './query.ts';

/**
 * Fetches the endpoints again when events of these types (exact, or by prefix with a dot at the end) arrive.
 * At most once in `every` ms: for pages that may be a breath behind. What must follow at once registers a reducer.
 */
export function useFresh(
  types: readonly string[],
  endpoints: readonly Endpoint[],
  every = 1500,
): void {
  const wanted = useRef({ types, endpoints });
  wanted.current = { types, endpoints };
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const again = () => {
      timer = undefined;
      refresh(...wanted.current.endpoints);
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

const fits = (type: string, wanted: string): boolean =>
  wanted.endsWith('.') ? type.startsWith(wanted) : type === wanted;
