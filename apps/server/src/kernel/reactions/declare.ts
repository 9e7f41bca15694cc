import type { SystemActor } from '../actor.ts';
import type { EventType, Happened } from '../events.ts';
import type { Tx } from '../tx.ts';

/** An event as a reaction receives it, its data parsed. */
export interface Heard<D = unknown> extends Omit<Happened, 'data'> {
  readonly data: D;
  /** Why the product did it by itself: the `why` of its actor; null for what people did. */
  readonly cause?: string | null;
}

/** What a module does about an event, exactly once per team: the cursor moves in the same transaction. */
export interface Reaction {
  readonly name: string;
  readonly types: readonly string[];
  /** Up to `size` events, in the order of the log. */
  readonly react: (actor: SystemActor, tx: Tx, events: readonly Heard<never>[]) => Promise<unknown>;
  readonly size: number;
}

type DataOf<E> = E extends EventType<infer S> ? import('@guitai/contract').Static<S> : never;

/** Declares a reaction, e.g. `react('conversations.assignToFree', conversationOpened, …)`. */
export const react = <E extends EventType>(
  name: string,
  events: E | readonly E[],
  behaviour: (actor: SystemActor, tx: Tx, event: Heard<DataOf<E>>) => Promise<unknown>,
): Reaction => ({
  name,
  types: typesOf(events),
  size: 1,
  react: async (actor, tx, [event]) => event && behaviour(actor, tx, event),
});

/**
 * Like `react`, for what passes by the thousand: up to `size` events in one transaction, in the order of the log.
 * After a failure they come one by one, so that a poisonous one stops nobody but itself.
 */
export const reactMany = <E extends EventType>(
  name: string,
  events: E | readonly E[],
  size: number,
  behaviour: (actor: SystemActor, tx: Tx, events: readonly Heard<DataOf<E>>[]) => Promise<unknown>,
): Reaction => ({
  name,
  types: typesOf(events),
  size,
  react: behaviour as Reaction['react'],
});

const typesOf = (events: EventType | readonly EventType[]): string[] =>
  [events].flat().map((event) => event.type);
