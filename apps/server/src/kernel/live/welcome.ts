import type { IncomingMessage } from 'node:http';
import type { TeamActor } from '../actor.ts';
import { isId } from '../ids.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import { localeOf, problemOf } from '../texts.ts';
import type { LiveGate } from './gate.ts';
import type { Cursor, Hub } from './hub.ts';
import type { LiveSocket } from './socket.ts';

type Frame = Readonly<Record<string, unknown>>;

/** Who comes in, and who may stay. */
export interface Welcome {
  /** Recognises who says hello and lets them listen from where they stopped; else says why not. */
  greet(socket: LiveSocket, hello: Frame, request: IncomingMessage): Promise<void>;
  /** Asks the gate anew for every socket that matches; those no longer allowed are cut. */
  refresh(team: string, matches: (actor: TeamActor) => boolean): Promise<void>;
}

function cursorOf({ cursor }: Frame): Cursor | null {
  if (typeof cursor !== 'object' || cursor === null) return null;
  const { epoch, seq } = cursor as Record<string, unknown>;
  if (typeof epoch !== 'string' || !isId(epoch)) return null;
  return typeof seq === 'number' && Number.isSafeInteger(seq) && seq >= 0 ? { epoch, seq } : null;
}

function turnAway(socket: LiveSocket, { code, params }: Refusal, request: IncomingMessage): void {
  const problem = problemOf(code, params, localeOf(request.headers['accept-language']));
  socket.say(JSON.stringify({ t: 'refused', problem }));
  socket.bye(code === 'access.signed_out' ? 'signed_out' : 'invalid');
}

/** Stands between the sockets and the modules that know who people are. */
export function createWelcome(gate: LiveGate, hub: Hub, sockets: ReadonlySet<LiveSocket>): Welcome {
  /** How often somebody's grants were asked anew: a client recognised meanwhile may have been asked too early. */
  let refreshes = 0;
  const askAgain = async (socket: LiveSocket) => {
    const fresh = await gate.refresh(socket.actor as TeamActor);
    if (fresh) socket.actor = fresh;
    else socket.bye('signed_out');
  };
  return {
    async greet(socket, hello, request) {
      const before = refreshes;
      const known = await gate.identify(hello, request);
      if (!socket.open) return;
      if (isRefusal(known)) return turnAway(socket, known, request);
      socket.actor = known.actor;
      socket.topics = known.topics;
      const firstOfTeam = !hub.teams().includes(known.actor.team);
      await hub.join(socket, cursorOf(hello), known.self);
      // Nobody listened for the team, or somebody changed meanwhile: what was recognised may be over already.
      if (firstOfTeam || refreshes !== before) await askAgain(socket);
    },
    async refresh(team, matches) {
      refreshes += 1;
      for (const socket of [...sockets]) {
        const { actor } = socket;
        if (actor === null || actor.team !== team || !matches(actor as TeamActor)) continue;
        await askAgain(socket);
      }
    },
  };
}
