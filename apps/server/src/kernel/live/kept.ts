import type { Happened } from '../events.ts';
import { eventHead } from './audience.ts';
import { frameSize, writeFrame } from './frames.ts';
import { type Octets, octetsOf } from './octets.ts';

/**
 * An event as it is kept for clients who return: its frame's bytes and little else. Strings would be copied by every
 * collection of garbage for as long as they are kept; bytes lie outside of the heap, those of a batch in one piece.
 */
export class Kept implements Happened {
  readonly team: string;
  readonly seq: number;
  readonly type: string;
  readonly subject: string;
  readonly topic: string | null;
  readonly reach: Happened['reach'];
  readonly actor: Happened['actor'];
  readonly at: string;
  readonly gone: boolean;
  readonly #bytes: Buffer;
  readonly #from: number;
  readonly #to: number;
  readonly #data: number;

  private constructor(event: Happened, bytes: Buffer, from: number, to: number, data: number) {
    this.team = event.team;
    this.seq = event.seq;
    this.type = event.type;
    this.subject = event.subject;
    this.topic = event.topic;
    this.reach = event.reach;
    this.actor = event.actor;
    this.at = event.at;
    this.gone = event.gone ?? false;
    this.#bytes = bytes;
    this.#from = from;
    this.#to = to;
    this.#data = data;
  }

  /** A batch as it is kept, and the bytes of all its frames one after the other. */
  static batch(events: readonly Happened[]): { kept: Kept[]; bytes: Buffer } {
    const heads = events.map((event) => eventHead(event));
    const bodies = events.map(
      (event, n) => `${heads[n]}${event.octets?.data ?? octetsOf(event.data)}}` as Octets,
    );
    const size = bodies.reduce((sum, body) => sum + frameSize(body.length), 0);
    // Its own memory: a slice of Node's pool would keep the whole pool for as long as it is kept.
    const bytes = Buffer.allocUnsafeSlow(size);
    let at = 0;
    const kept = events.map((event, n) => {
      const from = at;
      const body = bodies[n] as Octets;
      at = writeFrame(bytes, from, body);
      return new Kept(event, bytes, from, at, at - body.length + (heads[n] as string).length);
    });
    return { kept, bytes };
  }

  static of(event: Happened): Kept {
    return Kept.batch([event]).kept[0] as Kept;
  }

  /** The frame the team receives. */
  get frame(): Buffer {
    return this.#bytes.subarray(this.#from, this.#to);
  }

  get data(): string {
    return this.#bytes.toString('utf8', this.#data, this.#to - 1);
  }
}
