import type { Happened } from '../events.ts';
import { buyerOctets, mayHear } from './audience.ts';
import { Kept } from './kept.ts';
import type { Octets } from './octets.ts';
import type { LiveSocket } from './socket.ts';
import type { Station } from './station.ts';

/** Brings the next events of a log to who may hear them, now. */
export function deliver(
  station: Station,
  batch: readonly Happened[],
  listeners: readonly ((event: Happened) => void)[],
): void {
  const { kept, bytes } = Kept.batch(batch);
  station.keep(kept);
  toDesks(station, kept, bytes);
  for (const event of batch) {
    // Listeners first: the beginning of a conversation makes its buyer's sockets listen to it.
    for (const listener of listeners) listener(event);
    if (event.topic) toBuyers(station, event, event.topic);
  }
  station.stir();
}

/** Receivers who may hear the whole batch share its bytes. */
function toDesks(station: Station, batch: readonly Kept[], bytes: Buffer): void {
  for (const socket of station.desks) {
    const { actor } = socket;
    if (socket.catching || !actor) continue;
    const heard = batch.filter((event) => mayHear(actor, event));
    if (heard.length === batch.length) push(station, socket, bytes);
    else for (const { frame } of heard) push(station, socket, frame);
    socket.seq = batch[batch.length - 1]?.seq ?? socket.seq;
  }
}

function toBuyers(station: Station, event: Happened, topic: string): void {
  const sockets = station.topics.get(topic);
  if (!sockets) return;
  const frame = buyerOctets(event);
  if (frame === null) return;
  for (const socket of sockets) {
    if (socket.catching) continue;
    push(station, socket, frame);
    socket.seq = event.seq;
  }
}

/** A slow reader is told to fetch afresh once it has drained, never waited for. */
function push(station: Station, socket: LiveSocket, frame: Buffer | Octets): void {
  if (socket.push(frame)) return;
  const tcp = (socket.ws as unknown as { _socket: NodeJS.WritableStream })._socket;
  tcp.once('drain', () => {
    if (!socket.lagging) return;
    socket.lagging = false;
    socket.seq = station.last;
    socket.say(station.resync);
  });
}
