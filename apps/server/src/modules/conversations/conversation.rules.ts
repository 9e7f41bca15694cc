import type { conversations } from '@guitai/contract';

type ConversationState = conversations.ConversationState;

/** What can happen to a conversation. `write…` are messages; the others are acts of the team or of the clock. */
export type Act =
  | 'buyerWrites'
  | 'reply'
  | 'note'
  | 'take'
  | 'assign'
  | 'close'
  | 'reopen'
  | 'snooze'
  | 'wake'
  | 'markSpam';

type Row = Readonly<Partial<Record<Act, ConversationState>>>;

/**
 * Every transition there is. What is missing is refused.
 * A buyer's word on a resolved conversation is decided by `buyerWritesOnResolved`, since it depends on the time.
 */
export const transitions: Readonly<Record<ConversationState, Row>> = {
  open: {
    buyerWrites: 'open',
    reply: 'open',
    note: 'open',
    take: 'open',
    assign: 'open',
    close: 'resolved',
    snooze: 'snoozed',
    markSpam: 'spam',
  },
  pending: {
    buyerWrites: 'pending',
    reply: 'open',
    note: 'pending',
    take: 'open',
    assign: 'open',
    close: 'resolved',
    markSpam: 'spam',
  },
  snoozed: {
    buyerWrites: 'open',
    reply: 'snoozed',
    note: 'snoozed',
    assign: 'snoozed',
    close: 'resolved',
    snooze: 'snoozed',
    wake: 'open',
    markSpam: 'spam',
  },
  resolved: {
    reply: 'resolved',
    note: 'resolved',
    reopen: 'open',
    markSpam: 'spam',
  },
  spam: {
    buyerWrites: 'spam',
    note: 'spam',
    reopen: 'open',
  },
};

/** The state after the act, or null when the table does not allow it. */
export const transition = (from: ConversationState, act: Act): ConversationState | null =>
  transitions[from][act] ?? null;

/** Whether the act leaves the state as it is, so that nothing but the message has to be written. */
export const isPlain = (state: ConversationState, act: Act): boolean =>
  transitions[state][act] === state;

/** CONV-02: a word within the shop's window reopens; a later one begins a new conversation that names the old. */
export const buyerWritesOnResolved = (
  resolvedAt: Date,
  windowHours: number,
  now: Date,
): 'reopen' | 'begin' =>
  now.getTime() - resolvedAt.getTime() < windowHours * 3_600_000 ? 'reopen' : 'begin';

/** Longest time one may put a conversation aside. */
const longestSnoozeMs = 366 * 24 * 3_600_000;

/** Whether a conversation may be put aside until then; null waits for the buyer or the order. */
export const mayWakeAt = (until: Date | null, now: Date): boolean =>
  until === null ||
  (until.getTime() > now.getTime() && until.getTime() - now.getTime() <= longestSnoozeMs);

/** MSG-09: how long the author may take a message back. */
export const recallWindowMs = 120_000;
