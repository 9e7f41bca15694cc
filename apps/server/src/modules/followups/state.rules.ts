import type { followups } from '@guitai/contract';

type State = followups.FollowupStateWord;

/** What moves a follow-up: people's steps first, then what happens by itself. */
export const steps = [
  'contact',
  'send',
  'postpone',
  'assign',
  'close',
  'withdraw',
  'said',
  'told',
  'sent',
  'unsent',
  'drop',
] as const;

export type Step = (typeof steps)[number];

const table: Readonly<Record<State, Readonly<Partial<Record<Step, State>>>>> = {
  waiting: { send: 'sending', assign: 'waiting', withdraw: 'dropped', drop: 'dropped' },
  open: {
    contact: 'talking',
    send: 'sending',
    postpone: 'open',
    assign: 'open',
    close: 'closed',
    drop: 'dropped',
  },
  talking: {
    contact: 'talking',
    send: 'sending',
    postpone: 'open',
    assign: 'talking',
    close: 'closed',
    said: 'contacted',
    drop: 'dropped',
  },
  sending: {
    assign: 'sending',
    told: 'contacted',
    sent: 'contacted',
    unsent: 'open',
    drop: 'dropped',
  },
  contacted: {
    contact: 'talking',
    send: 'sending',
    postpone: 'open',
    assign: 'contacted',
    close: 'closed',
  },
  closed: {},
  dropped: {},
};

/** Told by itself when its time comes; nobody is asked to write. */
export const tellsItself = (reason: followups.FollowupReasonWord): boolean =>
  reason === 'back' || reason === 'cheaper' || reason === 'greeting';

export const isWish = (reason: followups.FollowupReasonWord): reason is followups.WishKindWord =>
  reason === 'back' || reason === 'cheaper';

/**
 * Where a step leads; null: it does not fit. What tells itself is told once: people may speak to who was told, and close it, but
 * plan no further message of the kind. A wish whose message was not sent waits on; a greeting is over then.
 */
export function after(
  { state, reason }: { readonly state: State; readonly reason: followups.FollowupReasonWord },
  step: Step,
): State | null {
  const next = table[state][step] ?? null;
  if (next === null || !tellsItself(reason)) return state === 'waiting' ? null : next;
  if (step === 'postpone' || (step === 'send' && state !== 'waiting')) return null;
  if (step === 'unsent') return isWish(reason) ? 'waiting' : 'dropped';
  return state === 'waiting' && !isWish(reason) ? null : next;
}

/** Whether nothing more comes of it. */
export const isOver = (state: State): boolean => state === 'closed' || state === 'dropped';

const temporary = new Set(['no_longer', 'expired', 'cap_day', 'cap_week', 'fault']);

/** A message that was not sent: whether the wish behind it waits on, or its ground is gone. */
export const waitsOn = (reason: followups.FollowupReasonWord, why: string | null): boolean =>
  isWish(reason) && temporary.has(why ?? '');

/** Whether a purchase takes away the ground of a follow-up that nobody has acted on. */
export function endsBy(
  reason: followups.FollowupReasonWord,
  purchase: 'ordered' | 'paid' | 'cancelled',
): boolean {
  if (reason === 'asked') return purchase !== 'cancelled';
  return (reason === 'lapsed' || reason === 'idle') && purchase === 'paid';
}
