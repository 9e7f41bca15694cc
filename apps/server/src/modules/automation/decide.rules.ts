import type { automation } from '@guitai/contract';
import { askedFacts, matches, type Snapshot } from './condition.rules.ts';
import type { RuleRow, WaitingRun } from './tables.ts';

/** What is known when a run's time has come. */
export interface Moment {
  readonly run: WaitingRun;
  readonly rule: RuleRow | undefined;
  readonly snapshot: Snapshot | null;
  /** Since when the buyer waits, and how often the buyer has written, in the run's conversation. */
  readonly waitingSince: Date | null;
  readonly inbound: number | null;
  /** Rounds the rule has used up on the subject, newest last. */
  readonly fired: readonly { readonly fired: string; readonly at: Date }[];
  readonly at: Date;
}

export type Decision =
  | { readonly go: true; readonly fired: string }
  | { readonly go: false; readonly state: 'skipped' | 'not_matched'; readonly why: string };

/** A run that waited so much longer than its time, because of a pause or a long stop of the house, is not made up for. */
export const staleAfterMs = 24 * 3_600_000;

const skip = (why: string): Decision => ({ go: false, state: 'skipped', why });

/** Whether what set the run off still stands: nobody has answered, the buyer has not written. */
function stands({ run, waitingSince, inbound }: Moment): boolean {
  if (run.trigger === 'conversation.unanswered')
    return waitingSince !== null && waitingSince.toISOString() === run.mark;
  if (run.trigger === 'conversation.quiet')
    return waitingSince === null && String(inbound) === run.mark;
  return true;
}

/** The name of the round a match uses up, or null when it is used up and may not come again yet. */
export function roundOf({ run, rule, fired, at }: Moment): string | null {
  const same = fired.filter(
    (one) => one.fired === run.round || one.fired.startsWith(`${run.round}#`),
  );
  const last = same.at(-1);
  if (!last) return run.round;
  const repeat = rule?.definition.repeatMinutes ?? null;
  if (repeat === null || at.getTime() - last.at.getTime() < repeat * 60_000) return null;
  return `${run.round}#${same.length + 1}`;
}

/** Decides a run whose time has come, on what is true now. */
export function decide(moment: Moment): Decision {
  const { run, rule, snapshot, at } = moment;
  if (!rule || rule.state === 'off') return skip('off');
  if (rule.trigger !== run.trigger) return skip('changed');
  if (rule.since !== null && run.happenedAt < rule.since) return skip('off');
  if (snapshot === null) return skip('gone');
  if (at.getTime() - run.dueAt.getTime() > staleAfterMs) return skip('stale');
  if (!stands(moment)) return skip('over');
  if (!matches(rule.definition.conditions, snapshot))
    return { go: false, state: 'not_matched', why: '' };
  const fired = roundOf(moment);
  return fired === null ? skip('once') : { go: true, fired };
}

const isPlain = (name: automation.RuleFactName) => name !== 'buyer.name' && name !== 'message.text';

/** The facts a log keeps: those asked for, none that names a person or quotes one. */
export const factsKept = (rule: RuleRow | undefined, snapshot: Snapshot | null) =>
  Object.fromEntries(
    rule && snapshot
      ? askedFacts(rule.definition.conditions)
          .filter(isPlain)
          .map((name) => [name, snapshot[name] ?? null])
      : [],
  );
