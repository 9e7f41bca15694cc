import { Id, Instant, Nullable, OneOf, type Static, Type } from './schema.ts';

/** What fulfils a promise. */
export const PromiseEvent = OneOf(
  [
    'shipped',
    'delivered',
    'refunded',
    'parcel_moved',
    'restocked',
    'price',
    'answered',
    'hand',
  ] as const,
  'answered: a word of the team to this buyer. hand: a person says so.',
);

/** Where a promise stands. `late`: kept after its time. */
export const PromiseState = OneOf(['open', 'kept', 'late', 'broken', 'cancelled'] as const);

/** Data of every `promise.…` event; never the sentence itself. */
export const PromiseTold = Type.Object({
  promiseId: Id,
  shopId: Id,
  buyerId: Id,
  conversationId: Nullable(Id),
  orderId: Nullable(Id),
  memberId: Nullable(Id),
  event: PromiseEvent,
  state: PromiseState,
  dueAt: Nullable(Instant),
});

/** Event types of promises with the shape of their data. */
export const promiseEvents = {
  'promise.made': PromiseTold,
  'promise.changed': PromiseTold,
  'promise.near': PromiseTold,
  'promise.kept': PromiseTold,
  'promise.broken': PromiseTold,
  'promise.cancelled': PromiseTold,
} as const;

export type PromiseEventWord = Static<typeof PromiseEvent>;
export type PromiseStateWord = Static<typeof PromiseState>;
