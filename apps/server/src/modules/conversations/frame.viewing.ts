import type { TeamActor } from '../../kernel/actor.ts';
import { isId } from '../../kernel/ids.ts';
import type { Bus } from '../../kernel/live/bus.ts';
import { type FrameHandler, onFrame } from '../../kernel/live/frames.ts';
import type { Hub } from '../../kernel/live/hub.ts';
import type { LiveSocket } from '../../kernel/live/socket.ts';
import type { Lanes } from './post.lanes.ts';
import { type Seen, seenBy, whisperToDesks } from './sight.ts';

/** Who looks at a conversation in one process. */
interface Viewing {
  readonly team: string;
  readonly seen: Seen;
  readonly from: string;
  readonly members: readonly string[];
}

/** Another process is believed this long; it says so again every third of it. */
const believedMs = 45_000;

/** CONV-14: who looks at a conversation, over all processes. */
export function createViewing(lanes: Lanes, bus: Bus, self: string) {
  const elsewhere = new Map<string, Map<string, { members: readonly string[]; until: number }>>();
  const seenAt = new Map<string, Seen>();
  let hub: Hub | null = null;

  const here = (team: string, id: string): string[] => {
    const members = new Set<string>();
    for (const socket of hub?.desks(team) ?? []) {
      if (socket.viewing === id && socket.open && socket.actor?.kind === 'member')
        members.add(socket.actor.member);
    }
    return [...members];
  };

  const everywhere = (team: string, id: string): string[] => {
    const members = new Set(here(team, id));
    for (const { members: far, until } of elsewhere.get(id)?.values() ?? []) {
      if (until > Date.now()) for (const member of far) members.add(member);
    }
    return [...members];
  };

  const announce = (team: string, seen: Seen): void => {
    if (!hub) return;
    const text = JSON.stringify({
      t: 'viewing',
      conversationId: seen.id,
      members: everywhere(team, seen.id),
    });
    whisperToDesks(hub, team, seen, text, null);
  };

  const changed = (team: string, id: string): void => {
    const seen = seenAt.get(id);
    if (!seen) return;
    const members = here(team, id);
    announce(team, seen);
    bus.tell('viewing', { team, seen, from: self, members } satisfies Viewing);
    if (members.length === 0) seenAt.delete(id);
  };

  const look = (socket: LiveSocket, id: string | null): void => {
    const before = socket.viewing;
    const team = socket.actor?.team;
    if (before === id || !team) return;
    socket.viewing = id;
    if (before) changed(team, before);
    if (id) changed(team, id);
  };

  const hear = ({ team, seen, from, members }: Viewing): void => {
    const far = elsewhere.get(seen.id) ?? new Map();
    if (members.length === 0) far.delete(from);
    else far.set(from, { members, until: Date.now() + believedMs });
    if (far.size === 0) elsewhere.delete(seen.id);
    else elsewhere.set(seen.id, far);
    announce(team, seen);
  };

  const frame: FrameHandler = onFrame('viewing', async (socket, { conversationId: id }) => {
    const actor = socket.actor as TeamActor;
    if (actor.kind !== 'member') return;
    if (typeof id !== 'string' || !isId(id)) return look(socket, null);
    const standing = await seenBy(lanes, actor, id);
    if (!standing || !socket.open) return;
    const { shopId, assigneeId, buyerId, channelId } = standing;
    seenAt.set(id, { id, shopId, assigneeId, buyerId, channelId });
    look(socket, id);
  });

  return {
    frame,
    attach(given: Hub): void {
      hub = given;
      given.onLeave((socket) => look(socket, null));
      bus.on('viewing', hear);
      setInterval(() => {
        if (bus.peers === 0) return;
        for (const team of given.teams()) {
          for (const socket of given.desks(team)) if (socket.viewing) changed(team, socket.viewing);
        }
      }, believedMs / 3).unref();
    },
  };
}
