import type { WebSocket } from 'ws';
import type { Actor } from '../actor.ts';
import { frameSize, writeFrame } from './frames.ts';
import { type Octets, octetsOf } from './octets.ts';

/** Bytes a reader may lag behind before it is told to fetch afresh, and before it is cut. */
const lagLimit = 1_000_000;
const cutLimit = 8_000_000;

interface RawSocket {
  writableLength: number;
  write(bytes: Buffer): boolean;
  cork(): void;
  uncork(): void;
}

/** Frames made before, or the bytes of one that is yet to be written. */
type Piece = Buffer | Octets;

const sizeOf = (piece: Piece): number =>
  typeof piece === 'string' ? frameSize(piece.length) : piece.length;

/** The pieces as one buffer. */
function joined(pieces: readonly Piece[], size: number): Buffer {
  const whole = Buffer.allocUnsafe(size);
  let at = 0;
  for (const piece of pieces)
    at = typeof piece === 'string' ? writeFrame(whole, at, piece) : at + piece.copy(whole, at);
  return whole;
}

/** Above this many bytes the pieces go to the system as they are, below it is cheaper to copy them into one. */
const copyLimit = 16_384;

/** Sockets with frames of this turn of the loop; each is written once at its end. */
let dirty: LiveSocket[] = [];

function flushAll(): void {
  const sockets = dirty;
  dirty = [];
  for (const socket of sockets) socket.flush();
}

/** One client's connection. Lean on purpose: thousands of them are held at once. */
export class LiveSocket {
  readonly ws: WebSocket;
  actor: Actor | null = null;
  /** Conversations a visitor listens to; a desk hears by permission instead. */
  topics: readonly string[] = [];
  /** Last sequence this client has been given. */
  seq = 0;
  /** Fetching what it missed: live events wait in the ring meanwhile. */
  catching = false;
  /** Lagged: it hears nothing until it has drained, then fetches afresh. */
  lagging = false;
  /** Room for the modules that handle frames: what this tab looks at. */
  viewing: string | null = null;
  /** Frames of this turn of the loop, written together: a system call costs more than copying them. */
  #gathered: Piece | Piece[] | null = null;

  constructor(ws: WebSocket) {
    this.ws = ws;
  }

  get raw(): RawSocket {
    return (this.ws as unknown as { _socket: RawSocket })._socket;
  }

  get open(): boolean {
    return this.ws.readyState === 1;
  }

  /** Sends frames built beforehand, or the bytes of one. Returns false at the one moment when the reader turns out too slow. */
  push(frame: Piece): boolean {
    if (!this.open || this.lagging) return true;
    const waiting = this.raw.writableLength;
    if (waiting > lagLimit) {
      this.lagging = true;
      if (waiting > cutLimit) this.ws.terminate();
      return false;
    }
    this.#gather(frame);
    return true;
  }

  /** Sends one text frame. */
  say(text: string): void {
    if (this.open) this.#gather(octetsOf(text));
  }

  /** Sends frames the client missed, which it may share with others; they do not count as lagging. */
  sayAgain(frames: Buffer): void {
    if (this.open) this.#gather(frames);
  }

  #gather(frame: Piece): void {
    const gathered = this.#gathered;
    if (gathered === null) {
      this.#gathered = frame;
      if (dirty.push(this) === 1) process.nextTick(flushAll);
    } else if (Array.isArray(gathered)) gathered.push(frame);
    else this.#gathered = [gathered, frame];
  }

  /** Writes what this turn of the loop gathered. */
  flush(): void {
    const gathered = this.#gathered;
    this.#gathered = null;
    if (gathered === null || !this.open) return;
    const pieces = Array.isArray(gathered) ? gathered : [gathered];
    const size = pieces.reduce((sum, piece) => sum + sizeOf(piece), 0);
    if (size < copyLimit) this.raw.write(joined(pieces, size));
    else this.#writePieces(pieces);
  }

  /** As one call of the system, without a copy: what a thousand clients missed is held once. */
  #writePieces(pieces: readonly Piece[]): void {
    this.raw.cork();
    for (const piece of pieces)
      this.raw.write(typeof piece === 'string' ? joined([piece], sizeOf(piece)) : piece);
    this.raw.uncork();
  }

  /** Says goodbye with a reason the client understands, and closes. */
  bye(why: 'signed_out' | 'restart' | 'slow' | 'invalid' | 'timeout'): void {
    if (!this.open) return;
    this.say(`{"t":"bye","why":"${why}"}`);
    this.flush();
    this.ws.close(1000, why);
  }
}
