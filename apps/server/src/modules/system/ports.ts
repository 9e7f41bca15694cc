/** What the page reads of the running process; given when the house is put together. */
export interface ProcessFigures {
  readonly startedAt: string;
  memoryBytes(): number;
  /** 99th percentile of the event loop's delay since the last call, in ms. */
  eventLoopDelayMs(): number;
  liveConnections(): number;
  databaseConnections(): number;
  databaseWaiting(): number;
}
