import type { Db } from '../db.ts';
import { type Happened, readEvents } from '../events.ts';
import { buyerOctets, mayHear, staffText } from './audience.ts';
import { octetFrame, textFrame } from './frames.ts';
import { Kept } from './kept.ts';
import type { LiveSocket } from './socket.ts';
import { type Cursor, isDesk, type Station } from './station.ts';

/** Beyond this many missed events a fresh fetch is cheaper than a replay. */
const replayLimit = 50_000;
/** Events read from the log at a time. */
export const page = 2_000;

/** Answers who comes in, with what it missed since `cursor` or with word to fetch afresh; then it hears what happens. */
export async function welcome(
  db: Db,
  station: Station,
  socket: LiveSocket,
  { cursor, self }: { cursor: Cursor | null; self: unknown },
): Promise<void> {
  const { epoch, last } = station;
  const known = cursor !== null && cursor.epoch === epoch && cursor.seq <= last;
  const after = known ? cursor.seq : last;
  socket.say(`{"t":"ready","epoch":"${epoch}","seq":${after},"self":${JSON.stringify(self)}}`);
  if (cursor === null || (known && last - after <= replayLimit))
    return catchUp(db, station, socket, after);
  socket.say(station.resync);
  goLive(station, socket);
}

/** Pages through the log until what is kept here can take over without a gap. */
async function catchUp(db: Db, station: Station, socket: LiveSocket, after: number): Promise<void> {
  const topics = isDesk(socket) ? undefined : socket.topics;
  for (let at = after; ; ) {
    const kept = station.since(at);
    if (kept) {
      writeMissed(station, socket, kept);
      return goLive(station, socket);
    }
    const target = station.last;
    const { team } = station;
    const missed = await db.raw(team, (client) => readEvents(client, team, at, page, topics));
    if (!socket.open) return;
    writeMissed(station, socket, missed);
    const full = missed.length === page;
    at = full ? (missed[missed.length - 1]?.seq ?? target) : Math.max(at, target);
  }
}

/** From here on the socket hears events as they come; no await may stand between this and the last replayed event. */
function goLive(station: Station, socket: LiveSocket): void {
  socket.say(`{"t":"at","seq":${station.last}}`);
  socket.seq = station.last;
  socket.catching = false;
}

/** What was missed follows what was said before. */
function writeMissed(station: Station, socket: LiveSocket, events: readonly Happened[]): void {
  const frames = missedFrames(station, socket, events);
  if (frames[0]) socket.sayAgain(frames.length === 1 ? frames[0] : Buffer.concat(frames));
}

function missedFrames(station: Station, socket: LiveSocket, events: readonly Happened[]): Buffer[] {
  const { actor } = socket;
  if (!actor) return [];
  if (isDesk(socket)) {
    const heard = events.filter((event) => mayHear(actor, event));
    const whole = heard.length === events.length && events[0] instanceof Kept;
    return whole ? [station.shared(events as readonly Kept[])] : heard.map(frameOf);
  }
  const own = events.filter((event) => event.topic && socket.topics.includes(event.topic));
  return own
    .map(buyerOctets)
    .filter((bytes) => bytes !== null)
    .map(octetFrame);
}

const frameOf = (event: Happened): Buffer =>
  event instanceof Kept ? event.frame : textFrame(staffText(event));
