import type { Actor } from '../../kernel/actor.ts';
import { can } from '../../kernel/can.ts';
import type { Hub } from '../../kernel/live/hub.ts';
import type { LiveSocket } from '../../kernel/live/socket.ts';
import type { Lanes } from './post.lanes.ts';
import type { Standing } from './post.rules.ts';

/** Passing news (typing, viewing) is dropped for readers with this much unread, in bytes. */
const crowded = 64_000;

/** What of a conversation decides who may see it. */
export type Seen = Pick<Standing, 'id' | 'shopId' | 'assigneeId' | 'buyerId' | 'channelId'>;

/** Whether an actor may know of a conversation at this moment. */
export function maySee(actor: Actor | null, s: Seen): boolean {
  if (actor?.kind === 'buyer') return actor.buyer === s.buyerId && actor.channel === s.channelId;
  return (
    actor !== null &&
    can(actor, 'conversations.read', { shop: s.shopId, holder: s.assigneeId }) === 'yes'
  );
}

/** Says passing news to a socket, unless it is behind. */
export function whisper(socket: LiveSocket, text: string): void {
  if (socket.open && !socket.lagging && socket.raw.writableLength < crowded) socket.say(text);
}

/** Whispers to every desk that may see the conversation, except the given socket. */
export function whisperToDesks(
  hub: Hub,
  team: string,
  s: Seen,
  text: string,
  except: LiveSocket | null,
): void {
  for (const socket of hub.desks(team)) {
    if (socket !== except && maySee(socket.actor, s)) whisper(socket, text);
  }
}

/** A conversation of the actor's own sight; null when there is none. */
export async function seenBy(lanes: Lanes, actor: Actor, id: string): Promise<Standing | null> {
  if (actor.team === null) return null;
  const standing = await lanes.look(actor.team, id);
  return standing && maySee(actor, standing) ? standing : null;
}
