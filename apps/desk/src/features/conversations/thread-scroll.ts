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
const nextZone = 1500;

interface Input {
  readonly id: string;
  readonly rows: readonly Row[];
  /** Number of the message one was led to. */
  readonly asked: number | undefined;
  /** The newest messages are not among the rows. */
  readonly away: boolean;
  readonly lastSent: string | undefined;
  readonly onOlder: () => Promise<void>;
  readonly onNewer: () => Promise<void>;
  readonly onNewest: () => void;
}

/** Opens at the newest, where one was, or where one is led; stays at the end while one is there; asks for more in time. */
export function useThreadScroll(input: Input) {
  const { id, rows, asked, away, lastSent } = input;
  const [start] = useState(() => (asked === undefined ? placeFor(id, rows.length) : undefined));
  const [led] = useState(() => (asked === undefined ? undefined : rowOf(rows, asked)));
  const handle = useRef<VirtualizerHandle>(null);
  const [atEnd, setAtEnd] = useState(!start && led === undefined);
  const shift = useShift(rows);
  const toEnd = useCallback(() => {
    handle.current?.scrollToIndex(rows.length - 1, { align: 'end' });
  }, [rows.length]);
  const latest = useRef(input);
  latest.current = input;
  const leave = useCallback(() => {
    places.delete(latest.current.id);
    latest.current.onNewest();
  }, []);
  const sentBefore = useRef(asked === undefined ? undefined : lastSent);

  useLayoutEffect(() => {
    if (start) handle.current?.scrollTo(start.offset);
    if (led !== undefined) handle.current?.scrollToIndex(led, { align: 'center' });
  }, [start, led]);
  useLayoutEffect(() => {
    if (atEnd) toEnd();
  }, [atEnd, toEnd]);
  useLayoutEffect(() => {
    if (!lastSent || lastSent === sentBefore.current) return;
    sentBefore.current = lastSent;
    if (asked === undefined) setAtEnd(true);
    else leave();
  }, [lastSent, asked, leave]);

  const onScroll = (offset: number) => {
    const view = handle.current;
    if (!view) return;
    const below = view.scrollSize - offset - view.viewportSize;
    const near = !away && below < endZone;
    setAtEnd(near);
    if (near) places.delete(id);
    else if (asked === undefined) places.set(id, { offset, count: rows.length, sizes: view.cache });
    if (offset < nextZone) void input.onOlder();
    if (away && below < nextZone) void input.onNewer();
  };
  return {
    handle,
    cache: start?.count === rows.length ? start.sizes : undefined,
    shift,
    atEnd,
    toEnd: asked === undefined ? toEnd : leave,
    onScroll,
    onResize: () => atEnd && toEnd(),
  };
}

/** The row of a message, or of the last one before it when it is not here. */
function rowOf(rows: readonly Row[], seq: number): number {
  return Math.max(
    0,
    rows.findLastIndex((row) => row.kind === 'message' && row.message.seq <= seq),
  );
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
