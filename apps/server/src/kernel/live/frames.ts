import type { Actor } from '../actor.ts';
import type { Db } from '../db.ts';
import type { Hub } from './hub.ts';
import type { Octets } from './octets.ts';
import type { LiveSocket } from './socket.ts';

/** What a frame handler may use. */
export interface FrameContext {
  readonly db: Db;
  readonly hub: Hub;
}

/** What a module does with one kind of frame from a client; `frame` is unchecked input. */
export interface FrameHandler {
  readonly t: string;
  readonly handle: (
    socket: LiveSocket & { actor: Actor },
    frame: Readonly<Record<string, unknown>>,
    context: FrameContext,
  ) => void | Promise<void>;
}

/** Declares the handler of a frame, e.g. `onFrame('send', …)`. */
export const onFrame = (t: string, handle: FrameHandler['handle']): FrameHandler => ({ t, handle });

/** Room to encode into before the length is known; a text unit takes at most three bytes. */
const desk = Buffer.allocUnsafeSlow(256 * 1024);

/** An empty server-to-client text frame of that size (RFC 6455 §5.2: FIN, opcode 1, no mask), and where its body begins. */
function openFrame(length: number): { frame: Buffer; head: number } {
  const head = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(head + length);
  frame[0] = 0x81;
  if (head === 2) frame[1] = length;
  else if (head === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  return { frame, head };
}

/** A text frame, built once for many receivers. */
export function textFrame(text: string): Buffer {
  const body = text.length * 3 > desk.length ? Buffer.from(text) : desk;
  const length = body === desk ? desk.write(text) : body.length;
  const { frame, head } = openFrame(length);
  body.copy(frame, head, 0, length);
  return frame;
}

/** The same of bytes that were made before. */
export function octetFrame(bytes: Octets): Buffer {
  const { frame, head } = openFrame(bytes.length);
  frame.write(bytes, head, 'latin1');
  return frame;
}
