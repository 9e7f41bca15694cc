import type { OrderWrite, Trouble, WriteKind, Written } from '../../modules/connectors/ports.ts';
import type { Send } from './session.ts';
import type { VendureOrder } from './shapes.ts';

export type WriteOf<K extends WriteKind> = Extract<OrderWrite, { kind: K }>;

/** What a way works with: the order as it was read a moment ago, and the key its traces carry. */
export interface Step<W> {
  readonly send: Send;
  readonly order: VendureOrder;
  readonly what: W;
  readonly key: string;
}

/** How one kind of write is done: looked for first, then carried out as far as it is not there yet. */
export interface Way<W> {
  find(step: Step<W>): Promise<Written | null | Trouble>;
  apply(step: Step<W>): Promise<Trouble | null>;
}

interface Told {
  readonly __typename: string;
  readonly message?: string;
  readonly transitionError?: string;
}

/** The platform's decision out of the first field of an answer; null when it agreed. */
export function refusedBy(data: object): Trouble | null {
  const [told] = Object.values(data) as [Told | null];
  if (told?.message === undefined) return null;
  return { trouble: 'no', detail: told.transitionError ?? told.message };
}
