import type { IncomingMessage } from 'node:http';
import type { RawData } from 'ws';
import type { LiveSocket } from './socket.ts';

type Frame = Record<string, unknown>;

/** What becomes of a client's frames. */
export interface Attending {
  /** Frames one client may send in a second. */
  readonly framesPerSecond: number;
  /** The first frame says who it is. */
  readonly greet: (socket: LiveSocket, hello: Frame, request: IncomingMessage) => Promise<void>;
  readonly dispatch: (socket: LiveSocket, frame: Frame) => void | Promise<void>;
  readonly failed: (socket: LiveSocket, error: unknown) => void;
  readonly gone: (socket: LiveSocket) => void;
}

const helloWithin = 10_000;

function parse(data: RawData): Frame | null {
  try {
    const frame: unknown = JSON.parse(String(data));
    return typeof frame === 'object' && frame !== null ? (frame as Frame) : null;
  } catch {
    return null;
  }
}

/** Whether one more frame may come: so many are allowed, and so many a second come back once they are used up. */
function createAllowance(limit: number): () => boolean {
  let left = limit;
  let refilled = Date.now();
  return () => {
    if (left <= 0) {
      const passed = Date.now() - refilled;
      left = Math.min(limit, Math.floor((passed * limit) / 1000));
      refilled = Date.now();
      if (left <= 0) return false;
    }
    left -= 1;
    return true;
  };
}

/** Listens to one client: a hello within ten seconds, then frames, none too many and none that is no frame. */
export function attend(socket: LiveSocket, request: IncomingMessage, to: Attending): void {
  const { ws } = socket;
  const mayCome = createAllowance(to.framesPerSecond);
  let greeted = false;
  const impatience = setTimeout(() => socket.actor === null && socket.bye('timeout'), helloWithin);
  const take = (frame: Frame): void | Promise<void> => {
    if (greeted) return to.dispatch(socket, frame);
    if (frame.t !== 'hello') return socket.bye('invalid');
    greeted = true;
    clearTimeout(impatience);
    return to.greet(socket, frame, request);
  };
  ws.on('error', () => ws.terminate());
  ws.on('close', () => {
    clearTimeout(impatience);
    to.gone(socket);
  });
  ws.on('message', (data, isBinary) => {
    if (!mayCome()) return socket.bye('slow');
    const frame = isBinary ? null : parse(data);
    if (!frame) return socket.bye('invalid');
    try {
      const work = take(frame);
      if (work) work.catch((error) => to.failed(socket, error));
    } catch (error) {
      to.failed(socket, error);
    }
  });
}
