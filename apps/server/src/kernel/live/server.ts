import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { TeamActor } from '../actor.ts';
import type { Db } from '../db.ts';
import { isId } from '../ids.ts';
import { type Log, quiet } from '../log.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import { localeOf, problemOf } from '../texts.ts';
import type { FrameHandler } from './frames.ts';
import { type Cursor, createHub, type Hub } from './hub.ts';
import { LiveSocket } from './socket.ts';

/** A client as the modules recognise it. */
export interface Recognised {
  readonly actor: TeamActor;
  /** Conversations a visitor listens to; empty for a desk. */
  readonly topics: readonly string[];
  /** What the client is told of itself. */
  readonly self: unknown;
}

/** What the live server needs from the modules that know who people are. */
export interface LiveGate {
  identify(
    hello: Readonly<Record<string, unknown>>,
    request: IncomingMessage,
  ): Promise<Recognised | Refusal>;
  /** The same client with its present grants; null when it may no longer be here. */
  refresh(actor: TeamActor): Promise<TeamActor | null>;
  /** Whether a page of this origin may open a socket. */
  fromOwnPage(request: IncomingMessage): boolean;
}

export interface Live {
  readonly hub: Hub;
  /** Asks the gate anew for every socket that matches; those no longer allowed are cut. */
  refresh(team: string, matches: (actor: TeamActor) => boolean): Promise<void>;
  stop(): Promise<void>;
}

const helloWithin = 10_000;
const maxPayload = 64 * 1024;
const framesPerSecond = 60;

const cursorOf = (hello: Readonly<Record<string, unknown>>): Cursor | null => {
  const { cursor } = hello;
  if (typeof cursor !== 'object' || cursor === null) return null;
  const { epoch, seq } = cursor as Record<string, unknown>;
  if (typeof epoch !== 'string' || !isId(epoch)) return null;
  return typeof seq === 'number' && Number.isSafeInteger(seq) && seq >= 0 ? { epoch, seq } : null;
};

function parse(data: unknown): Record<string, unknown> | null {
  try {
    const frame: unknown = JSON.parse(String(data));
    return typeof frame === 'object' && frame !== null ? (frame as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/** Opens the live endpoint `/api/live` on the HTTP server. */
export function startLive(
  server: Server,
  settings: {
    db: Db;
    gate: LiveGate;
    handlers: readonly FrameHandler[];
    path?: string;
    log?: Log;
    /** Frames one client may send in a second; benchmarks raise it. */
    framesPerSecond?: number;
  },
): Live {
  const { db, gate, log = quiet, path = '/api/live' } = settings;
  const limit = settings.framesPerSecond ?? framesPerSecond;
  const hub = createHub(db, log);
  const handlers = new Map(settings.handlers.map((handler) => [handler.t, handler]));
  const wss = new WebSocketServer({ noServer: true, maxPayload, perMessageDeflate: false });
  const sockets = new Set<LiveSocket>();
  const context = { db, hub };
  let draining = false;
  /** How often somebody's grants were asked anew: a client recognised meanwhile may have been asked too early. */
  let refreshes = 0;

  const refuseAt = (socket: LiveSocket, refusal: Refusal, request: IncomingMessage) => {
    const problem = problemOf(
      refusal.code,
      refusal.params,
      localeOf(request.headers['accept-language']),
    );
    socket.say(JSON.stringify({ t: 'refused', problem }));
    socket.bye(refusal.code === 'access.signed_out' ? 'signed_out' : 'invalid');
  };

  const greet = async (
    socket: LiveSocket,
    frame: Record<string, unknown>,
    request: IncomingMessage,
  ) => {
    const before = refreshes;
    const known = await gate.identify(frame, request);
    if (!socket.open) return;
    if (isRefusal(known)) return refuseAt(socket, known, request);
    socket.actor = known.actor;
    socket.topics = known.topics;
    const firstOfTeam = !hub.teams().includes(known.actor.team);
    await hub.join(socket, cursorOf(frame), known.self);
    // Nobody listened for the team, or somebody changed meanwhile: what was recognised may be over already.
    if (firstOfTeam || refreshes !== before) await askAgain(socket);
  };

  const askAgain = async (socket: LiveSocket) => {
    const fresh = await gate.refresh(socket.actor as TeamActor);
    if (fresh) socket.actor = fresh;
    else socket.bye('signed_out');
  };

  const dispatch = (socket: LiveSocket, frame: Record<string, unknown>): void | Promise<void> => {
    if (frame.t === 'ping') return socket.say('{"t":"pong"}');
    const handler = handlers.get(String(frame.t));
    if (!handler || socket.actor === null) return;
    return handler.handle(socket as LiveSocket & { actor: TeamActor }, frame, context);
  };

  const failed = (socket: LiveSocket, error: unknown) => {
    log.error({ error: String(error) }, 'live frame failed');
    socket.bye('invalid');
  };

  const accept = (ws: WebSocket, request: IncomingMessage) => {
    const socket = new LiveSocket(ws);
    sockets.add(socket);
    let greeted = false;
    let allowance = limit;
    let refilled = Date.now();
    const impatience = setTimeout(
      () => socket.actor === null && socket.bye('timeout'),
      helloWithin,
    );
    ws.on('error', () => ws.terminate());
    ws.on('close', () => {
      clearTimeout(impatience);
      sockets.delete(socket);
      if (socket.actor) hub.leave(socket);
    });
    ws.on('message', (data, isBinary) => {
      if (allowance <= 0) {
        const passed = Date.now() - refilled;
        allowance = Math.min(limit, Math.floor((passed * limit) / 1000));
        refilled = Date.now();
        if (allowance <= 0) return socket.bye('slow');
      }
      allowance -= 1;
      const frame = isBinary ? null : parse(data);
      if (!frame) return socket.bye('invalid');
      try {
        if (!greeted) {
          if (frame.t !== 'hello') return socket.bye('invalid');
          greeted = true;
          clearTimeout(impatience);
          greet(socket, frame, request).catch((error) => failed(socket, error));
          return;
        }
        const work = dispatch(socket, frame);
        if (work) work.catch((error) => failed(socket, error));
      } catch (error) {
        failed(socket, error);
      }
    });
  };

  const upgrade = (request: IncomingMessage, tcp: Duplex, head: Buffer) => {
    const url = request.url ?? '';
    if (url !== path) return tcp.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
    if (draining)
      return tcp.end(
        'HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\nConnection: close\r\n\r\n',
      );
    if (!gate.fromOwnPage(request))
      return tcp.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
    wss.handleUpgrade(request, tcp, head, (ws) => accept(ws, request));
  };
  server.on('upgrade', upgrade);

  // A connection that died without a word is noticed by its missing pong.
  const silent = new WeakSet<LiveSocket>();
  const heartbeat = setInterval(() => {
    for (const socket of sockets) {
      if (silent.has(socket)) {
        socket.ws.terminate();
        continue;
      }
      silent.add(socket);
      socket.ws.once('pong', () => silent.delete(socket));
      socket.ws.ping();
    }
  }, 30_000).unref();

  return {
    hub,
    async refresh(team, matches) {
      refreshes += 1;
      for (const socket of [...sockets]) {
        const { actor } = socket;
        if (actor === null || actor.team !== team || !matches(actor as TeamActor)) continue;
        await askAgain(socket);
      }
    },
    async stop() {
      draining = true;
      clearInterval(heartbeat);
      server.off('upgrade', upgrade);
      for (const socket of sockets) socket.bye('restart');
      await new Promise((resolve) => setTimeout(resolve, 50));
      for (const socket of sockets) socket.ws.terminate();
      wss.close();
    },
  };
}
