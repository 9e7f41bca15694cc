import { live } from '@guitai/contract';
import type { TeamActor } from '../../kernel/actor.ts';
import { isId } from '../../kernel/ids.ts';
import type { Bus } from '../../kernel/live/bus.ts';
import { type FrameHandler, onFrame } from '../../kernel/live/frames.ts';
import type { Hub } from '../../kernel/live/hub.ts';
import type { LiveSocket } from '../../kernel/live/socket.ts';
import type { Lanes } from './post.lanes.ts';
import { type Seen, seenBy, whisper, whisperToDesks } from './sight.ts';

/** Somebody is writing; passed between processes as it is. */
interface Typing {
  readonly team: string;
  readonly seen: Seen;
  readonly by: { readonly kind: 'buyer' | 'member'; readonly id: string | null };
  readonly note: boolean;
}

/** RT-08: to the desks in sight, and to the buyer only when it is an answer that is being written. */
function deliver(hub: Hub, { team, seen, by, note }: Typing, except: LiveSocket | null): void {
  const text = JSON.stringify({ t: 'typing', conversationId: seen.id, by, note });
  whisperToDesks(hub, team, seen, text, except);
  if (note || by.kind === 'buyer') return;
  for (const socket of hub.listeners(team, seen.id)) whisper(socket, text);
}

const lastSaid = new WeakMap<LiveSocket, number>();

/** At most one in three seconds; a client that forgets itself is simply not heard. */
function isTooSoon(socket: LiveSocket): boolean {
  const now = Date.now();
  if (now - (lastSaid.get(socket) ?? 0) < live.TYPING_EVERY_MS - 250) return true;
  lastSaid.set(socket, now);
  return false;
}

const authorOf = (actor: TeamActor): Typing['by'] | null => {
  if (actor.kind === 'buyer') return { kind: 'buyer', id: actor.buyer };
  return actor.kind === 'member' ? { kind: 'member', id: actor.member } : null;
};

const seenOf = ({ id, shopId, assigneeId, buyerId, channelId }: Seen): Seen => ({
  id,
  shopId,
  assigneeId,
  buyerId,
  channelId,
});

export function typingFrame(lanes: Lanes, bus: Bus): FrameHandler {
  return onFrame('typing', async (socket, frame, { hub }) => {
    const actor = socket.actor as TeamActor;
    const by = authorOf(actor);
    const id = frame.conversationId ?? socket.topics[0];
    if (!by || typeof id !== 'string' || !isId(id) || isTooSoon(socket)) return;
    const standing = await seenBy(lanes, actor, id);
    // A blocked buyer's writing calls nobody.
    if (!standing || (by.kind === 'buyer' && standing.blocked)) return;
    const note = frame.note === true && by.kind === 'member';
    const typing = { team: actor.team, seen: seenOf(standing), by, note };
    deliver(hub, typing, socket);
    bus.tell('typing', typing);
  });
}

/** Hears of writing in other processes. */
export const hearTyping = (bus: Bus, hub: Hub): void =>
  bus.on('typing', (typing: Typing) => deliver(hub, typing, null));
