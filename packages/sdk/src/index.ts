/** Typed client of Guitai's API: calls over HTTP, events over one WebSocket. Runs in browsers and in Node. */
export * from './client.ts';
export * from './live.ts';
export type * from './live.types.ts';
export * from './problem.ts';
