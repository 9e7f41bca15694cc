import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { CacheSnapshot, VirtualizerHandle } from 'virtua';
import type { Row } from './rows.rules.ts';

interface Place {
  readonly offset: number;
  readonly count: number;
  readonly sizes: CacheSnapshot;
}

/** Where each thread was left, for as long as the tab lives. At the end: nothing is kept. */
const places = new Map<string, Place>();
const endZone = 60;
const olderZone = 1500;

interface Input {
  readonly id: string;
  readonly rows: readonly Row[];
  readonly lastSent: string | undefined;
  readonly onOlder: () => Promise<void>;
}

/** Opens at the newest or where one was; stays at the end while one is there; asks for older ones in time. */
export function useThreadScroll({ id, rows, lastSent, onOlder }: Input) {
  const [start] = useState(() => placeFor(id, rows.length));
  const handle = useRef<VirtualizerHandle>(null);
  const [atEnd, setAtEnd] = useState(!start);
  const shift = useShift(rows);
  const toEnd = useCallback(() => {
    handle.current?.scrollToIndex(rows.length - 1, { align: 'end' });
  }, [rows.length]);

  useLayoutEffect(() => {
    if (start) handle.current?.scrollTo(start.offset);
  }, [start]);
  useLayoutEffect(() => {
    if (atEnd) toEnd();
  }, [atEnd, toEnd]);
  useLayoutEffect(() => {
    if (lastSent) setAtEnd(true);
  }, [lastSent]);

  const onScroll = (offset: number) => {
    const view = handle.current;
    if (!view) return;
    const near = view.scrollSize - offset - view.viewportSize < endZone;
    setAtEnd(near);
    if (near) places.delete(id);
    else places.set(id, { offset, count: rows.length, sizes: view.cache });
    if (offset < olderZone) void onOlder();
  };
  return {
    handle,
    cache: start?.count === rows.length ? start.sizes : undefined,
    shift,
    atEnd,
    toEnd,
    onScroll,
    onResize: () => atEnd && toEnd(),
  };
}

/** A place is only good while nothing was taken away since. */
function placeFor(id: string, count: number): Place | undefined {
  const place = places.get(id);
  return place && place.count <= count ? place : undefined;
}

/** True in the one render in which older rows have come before the first. */
function useShift(rows: readonly Row[]): boolean {
  const first = rows[0]?.key;
  const shown = useRef({ first, count: rows.length });
  useLayoutEffect(() => {
    shown.current = { first, count: rows.length };
  });
  return shown.current.first !== first && rows.length > shown.current.count;
}

/** Tells when the newest message is under somebody's eyes; returns how many came while they were elsewhere. */
export function useSeen(lastSeq: number, atEnd: boolean, onSeen: (seq: number) => void): number {
  const [leftAt, setLeftAt] = useState(lastSeq);
  useEffect(() => {
    const look = () => {
      if (!atEnd || document.hidden) return;
      setLeftAt(lastSeq);
      onSeen(lastSeq);
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [atEnd, lastSeq, onSeen]);
  return Math.max(0, lastSeq - leftAt);
}
