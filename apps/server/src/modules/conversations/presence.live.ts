import { system } from '../../kernel/actor.ts';
import type { Db } from '../../kernel/db.ts';
import type { Bus } from '../../kernel/live/bus.ts';
import type { Hub } from '../../kernel/live/hub.ts';
import type { LiveSocket } from '../../kernel/live/socket.ts';
import { graceSeconds, readPresence, touchPresence } from './presence.store.ts';
import { statusOf } from './presence.ts';
import { whisper } from './sight.ts';

const beatMs = (graceSeconds * 1000) / 3;
const sweepMs = 10_000;
const gatherMs = 20;

const memberOf = (socket: LiveSocket): string | null =>
  socket.actor?.kind === 'member' ? socket.actor.member : null;

/**
 * RT-09: who is here, over all processes. Each process keeps the row of every member with a tab alive; a row that is not
 * kept alive runs out after the grace, however its process ended. What changed is whispered to the desks.
 */
export function createPresence(db: Db, bus: Bus, failed: (error: unknown) => void) {
  const told = new Map<string, Map<string, string>>();
  const arrived = new Map<string, Set<string>>();
  const planned = new Set<string>();
  const looking = new Map<string, Promise<void>>();
  let hub: Hub | null = null;

  const here = (team: string): string[] => {
    const members = new Set<string>();
    for (const socket of hub?.desks(team) ?? []) {
      const member = memberOf(socket);
      if (member !== null && socket.open) members.add(member);
    }
    return [...members];
  };

  const keepAlive = (team: string, members: readonly string[]): Promise<unknown> =>
    members.length === 0
      ? Promise.resolve()
      : db.write(system(team, 'conversations.presence'), (tx) => touchPresence(tx, members));

  const compare = async (team: string): Promise<void> => {
    const rows = await db.read(system(team, 'conversations.presence'), readPresence);
    const before = told.get(team) ?? new Map<string, string>();
    const after = new Map(rows.map((row) => [row.id, statusOf(row)]));
    told.set(team, after);
    for (const [member, status] of after) {
      if ((before.get(member) ?? 'offline') === status) continue;
      const text = JSON.stringify({ t: 'presence', member, status });
      for (const socket of hub?.desks(team) ?? []) whisper(socket, text);
    }
    const ends = rows
      .filter((row) => row.live && row.liveUntil)
      .map((row) => Date.parse(row.liveUntil as string));
    const next = Math.min(...ends) - Date.now();
    if (next < sweepMs) setTimeout(() => soon(team), Math.max(next, 0) + 50).unref();
  };

  const look = async (team: string): Promise<void> => {
    const members = [...(arrived.get(team) ?? [])];
    arrived.delete(team);
    await keepAlive(team, members);
    if (members.length > 0) bus.tell('presence', { team });
    await compare(team);
  };

  /** A crowd that comes at once is written and told together; one look at a time. */
  const soon = (team: string, member: string | null = null): void => {
    if (member !== null) arrived.set(team, (arrived.get(team) ?? new Set()).add(member));
    if (planned.has(team)) return;
    planned.add(team);
    const before = looking.get(team) ?? Promise.resolve();
    const work = before
      .then(() => new Promise((done) => setTimeout(done, gatherMs)))
      .then(() => {
        planned.delete(team);
        return look(team);
      })
      .catch(failed);
    looking.set(team, work);
  };

  const beat = (): void => {
    for (const team of hub?.teams() ?? []) keepAlive(team, here(team)).catch(failed);
  };

  return {
    /** The member set themselves away or back. */
    changed(team: string): void {
      bus.tell('presence', { team });
      soon(team);
    },
    attach(given: Hub): void {
      hub = given;
      const note = (socket: LiveSocket) => {
        const member = memberOf(socket);
        if (member && socket.actor?.team) soon(socket.actor.team, member);
      };
      given.onJoin(note);
      // From the last tab on the grace runs.
      given.onLeave(note);
      bus.on('presence', ({ team }: { team: string }) => soon(team));
      setInterval(beat, beatMs).unref();
      setInterval(() => {
        for (const team of given.teams()) if (here(team).length > 0) soon(team);
      }, sweepMs).unref();
    },
  };
}

export type PresenceLive = ReturnType<typeof createPresence>;
