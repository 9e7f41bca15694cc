import type { LiveSocket } from './socket.ts';

const beatMs = 30_000;

/** Cuts connections that died without a word: they are noticed by their missing pong. Returns its end. */
export function startHeartbeat(sockets: ReadonlySet<LiveSocket>): () => void {
  const silent = new WeakSet<LiveSocket>();
  const beat = setInterval(() => {
    for (const socket of sockets) {
      if (silent.has(socket)) {
        socket.ws.terminate();
        continue;
      }
      silent.add(socket);
      socket.ws.once('pong', () => silent.delete(socket));
      socket.ws.ping();
    }
  }, beatMs).unref();
  return () => clearInterval(beat);
}
