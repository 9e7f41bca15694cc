import type { IncomingMessage } from 'node:http';
import type { TeamActor } from '../actor.ts';
import type { Refusal } from '../refusal.ts';

/** A client as the modules recognise it. */
interface Recognised {
  readonly actor: TeamActor;
  /** Conversations a visitor listens to; empty for a desk. */
  readonly topics: readonly string[];
  /** What the client is told of itself. */
  readonly self: unknown;
}

/** What the live server needs from the modules that know who people are. */
export interface LiveGate {
  identify(
    hello: Readonly<Record<string, unknown>>,
    request: IncomingMessage,
  ): Promise<Recognised | Refusal>;
  /** The same client with its present grants; null when it may no longer be here. */
  refresh(actor: TeamActor): Promise<TeamActor | null>;
  /** Whether a page of this origin may open a socket. */
  fromOwnPage(request: IncomingMessage): boolean;
}
