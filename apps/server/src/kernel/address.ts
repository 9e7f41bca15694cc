import type { IncomingMessage } from 'node:http';

/** Where a socket comes from, read as the requests beside it are: behind our proxy, from the entry the proxy wrote. */
export function addressOf(request: IncomingMessage, trustProxy: boolean): string {
  const own = request.socket.remoteAddress ?? '';
  if (!trustProxy) return own;
  const header = request.headers['x-forwarded-for'];
  const told = (typeof header === 'string' ? header : header?.at(-1))?.split(',').at(-1)?.trim();
  return told || own;
}
