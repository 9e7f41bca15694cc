import type { Actor } from '../actor.ts';
import type { Db } from '../db.ts';
import type { Hub } from './hub.ts';
import { type Octets, octetsOf } from './octets.ts';
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

/** Bytes a text frame takes with its head. */
export const frameSize = (length: number): number =>
  length + (length < 126 ? 2 : length < 65_536 ? 4 : 10);

/**
 * Writes a server-to-client text frame (RFC 6455 §5.2: FIN, opcode 1, no mask) into a buffer that has room for it; where it ends.
 * Frames that go together are written into one buffer: a buffer for each costs more than its bytes.
 */
export function writeFrame(into: Buffer, from: number, bytes: Octets): number {
  const { length } = bytes;
  let at = from;
  into[at++] = 0x81;
  if (length < 126) into[at++] = length;
  else if (length < 65_536) {
    into[at++] = 126;
    at = into.writeUInt16BE(length, at);
  } else {
    into[at++] = 127;
    at = into.writeBigUInt64BE(BigInt(length), at);
  }
  return at + into.write(bytes, at, 'latin1');
}

/** A frame by itself. */
export function octetFrame(bytes: Octets): Buffer {
  const frame = Buffer.allocUnsafe(frameSize(bytes.length));
  writeFrame(frame, 0, bytes);
  return frame;
}

/** The same of text. */
export const textFrame = (text: string): Buffer => octetFrame(octetsOf(text));
