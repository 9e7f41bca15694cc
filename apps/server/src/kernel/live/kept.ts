import type { Happened } from '../events.ts';
import { eventHead } from './audience.ts';
import { octetFrame, textFrame } from './frames.ts';
import type { Octets } from './octets.ts';

/**
 * An event as it is kept for clients who return: its frame's bytes and little else. Strings would be copied by every
 * collection of garbage for as long as they are kept; bytes lie outside of the heap.
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
  /** The frame the team receives. */
  readonly frame: Buffer;
  readonly #dataAt: number;

  constructor(event: Happened) {
    this.team = event.team;
    this.seq = event.seq;
    this.type = event.type;
    this.subject = event.subject;
    this.topic = event.topic;
    this.reach = event.reach;
    this.actor = event.actor;
    this.at = event.at;
    this.gone = event.gone ?? false;
    const head = eventHead(event);
    this.frame = event.octets
      ? octetFrame(`${head}${event.octets.data}}` as Octets)
      : textFrame(`${head}${event.data}}`);
    this.#dataAt = headSize(this.frame) + head.length;
  }

  get data(): string {
    return this.frame.toString('utf8', this.#dataAt, this.frame.length - 1);
  }
}

const headSize = (frame: Buffer): number => (frame[1] === 127 ? 10 : frame[1] === 126 ? 4 : 2);
