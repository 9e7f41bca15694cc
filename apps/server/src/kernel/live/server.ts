import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { TeamActor } from '../actor.ts';
import type { Db } from '../db.ts';
import { type Log, quiet } from '../log.ts';
import { attend } from './attend.ts';
import type { FrameHandler } from './frames.ts';
import type { LiveGate } from './gate.ts';
import { startHeartbeat } from './heartbeat.ts';
import { createHub, type Hub } from './hub.ts';
import { LiveSocket } from './socket.ts';
import { createWelcome, type Welcome } from './welcome.ts';

export interface Live extends Pick<Welcome, 'refresh'> {
  readonly hub: Hub;
  stop(): Promise<void>;
}

interface Settings {
  readonly db: Db;
  readonly gate: LiveGate;
  readonly handlers: readonly FrameHandler[];
  readonly path?: string;
  readonly log?: Log;
  /** Frames one client may send in a second; benchmarks raise it. */
  readonly framesPerSecond?: number;
}

const maxPayload = 64 * 1024;

const turned = (status: string): string => `HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`;

/** Opens the live endpoint `/api/live` on the HTTP server. */
export function startLive(server: Server, settings: Settings): Live {
  const { db, gate, log = quiet, path = '/api/live', framesPerSecond = 60 } = settings;
  const hub = createHub(db, log);
  const handlers = new Map(settings.handlers.map((handler) => [handler.t, handler]));
  const wss = new WebSocketServer({ noServer: true, maxPayload, perMessageDeflate: false });
  const sockets = new Set<LiveSocket>();
  const { greet, refresh } = createWelcome(gate, hub, sockets);
  const context = { db, hub };
  let draining = false;

  const attending = {
    framesPerSecond,
    greet,
    dispatch(socket: LiveSocket, frame: Record<string, unknown>) {
      if (frame.t === 'ping') return socket.say('{"t":"pong"}');
      const handler = handlers.get(String(frame.t));
      if (!handler || socket.actor === null) return;
      return handler.handle(socket as LiveSocket & { actor: TeamActor }, frame, context);
    },
    failed(socket: LiveSocket, error: unknown) {
      log.error({ error: String(error) }, 'live frame failed');
      socket.bye('invalid');
    },
    gone(socket: LiveSocket) {
      sockets.delete(socket);
      if (socket.actor) hub.leave(socket);
    },
  };

  const upgrade = (request: IncomingMessage, tcp: Duplex, head: Buffer) => {
    if ((request.url ?? '') !== path) return tcp.end(turned('404 Not Found'));
    if (draining) return tcp.end(turned('503 Service Unavailable\r\nRetry-After: 1'));
    if (!gate.fromOwnPage(request)) return tcp.end(turned('403 Forbidden'));
    wss.handleUpgrade(request, tcp, head, (ws) => {
      const socket = new LiveSocket(ws);
      sockets.add(socket);
      attend(socket, request, attending);
    });
  };
  server.on('upgrade', upgrade);
  const stopHeartbeat = startHeartbeat(sockets);

  return {
    hub,
    refresh,
    async stop() {
      draining = true;
      stopHeartbeat();
      server.off('upgrade', upgrade);
      for (const socket of sockets) socket.bye('restart');
      await new Promise((resolve) => setTimeout(resolve, 50));
      for (const socket of sockets) socket.ws.terminate();
      wss.close();
    },
  };
}
