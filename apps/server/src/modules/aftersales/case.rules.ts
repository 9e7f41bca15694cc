import type { aftersales } from '@guitai/contract';

export type Kind = aftersales.CaseKindWord;
export type State = aftersales.CaseStateWord;
export type Tab = aftersales.CaseTabWord;

/** What can be done with a case; each is the endpoint of that name. */
export type Step =
  | 'approveCase'
  | 'refuseCase'
  | 'askForEvidence'
  | 'addCaseEvidence'
  | 'withdrawCase'
  | 'noteReturnParcel'
  | 'receiveCaseGoods'
  | 'inspectCaseGoods'
  | 'settleCase';

export const kinds: readonly Kind[] = [
  'refund',
  'return',
  'exchange',
  'repair',
  'resend',
  'compensate',
];

/** Kinds whose goods come back before the case is settled. */
export const comesBack = (kind: Kind): boolean =>
  kind === 'return' || kind === 'exchange' || kind === 'repair';

/** Kinds for which something is sent out. */
export const goesOut = (kind: Kind): boolean =>
  kind === 'exchange' || kind === 'repair' || kind === 'resend';

/** Kinds that are settled with the decision itself. */
export const paidAtOnce = (kind: Kind): boolean => kind === 'refund' || kind === 'compensate';

/** Kinds in which the buyer keeps the goods, or gets them back: once over, they are free for another case. */
export const freesGoods = (kind: Kind): boolean =>
  kind === 'repair' || kind === 'resend' || kind === 'compensate';

const approved = (kind: Kind): State => {
  if (paidAtOnce(kind)) return 'settled';
  return comesBack(kind) ? 'waiting_goods' : 'accepted';
};

const waiting: readonly State[] = ['asked', 'evidence_wanted'];

interface Way {
  readonly from: readonly State[];
  to(kind: Kind, from: State): State;
}

/** The one table of ways a case can go. Refused, settled and withdrawn are over. */
const ways: Readonly<Record<Step, Way>> = {
  approveCase: { from: waiting, to: approved },
  refuseCase: { from: [...waiting, 'waiting_goods', 'inspected'], to: () => 'refused' },
  askForEvidence: { from: ['asked'], to: () => 'evidence_wanted' },
  addCaseEvidence: { from: waiting, to: () => 'asked' },
  withdrawCase: { from: [...waiting, 'waiting_goods'], to: () => 'withdrawn' },
  noteReturnParcel: { from: ['waiting_goods'], to: () => 'waiting_goods' },
  receiveCaseGoods: { from: ['waiting_goods'], to: () => 'received' },
  inspectCaseGoods: { from: ['received'], to: () => 'inspected' },
  settleCase: { from: ['inspected', 'accepted'], to: () => 'settled' },
};

/** Where the step leads from this state; null when it cannot be done. */
export const stateAfter = (step: Step, kind: Kind, from: State): State | null =>
  ways[step].from.includes(from) ? ways[step].to(kind, from) : null;

export const steps = Object.keys(ways) as readonly Step[];

/** Steps that can be done in each state. */
export const stepsIn = (state: State): readonly Step[] =>
  steps.filter((step) => ways[step].from.includes(state));

/** Nothing happens to a case that is over. */
export const isOver = (state: State): boolean =>
  state === 'settled' || state === 'refused' || state === 'withdrawn';

const tabs: Readonly<Record<Tab, readonly State[]>> = {
  decide: ['asked', 'evidence_wanted'],
  goods: ['waiting_goods'],
  inspect: ['received', 'inspected', 'accepted'],
  done: ['settled', 'refused', 'withdrawn'],
};

/** The states that stand in a column of the queue. */
export const statesOf = (tab: Tab): readonly State[] => tabs[tab];

/** Hours in which the next step should be taken; the decision's own is a setting of the shop. */
const hours: Readonly<Partial<Record<State, number>>> = {
  evidence_wanted: 72,
  accepted: 48,
  waiting_goods: 7 * 24,
  received: 48,
  inspected: 48,
};

/** By when the next step should be taken; null when the case is over. */
export function dueAfter(state: State, at: Date, decisionHours: number): Date | null {
  const time = state === 'asked' ? decisionHours : hours[state];
  return time === undefined ? null : new Date(at.getTime() + time * 3_600_000);
}

/** When to warn of a deadline: a quarter of the time before it, at most six hours. */
export const warnAt = (at: Date, dueAt: Date): Date =>
  new Date(dueAt.getTime() - Math.min((dueAt.getTime() - at.getTime()) / 4, 6 * 3_600_000));
