import type { OpenClock } from './clock.rules.ts';
import type { ReplyKind } from './fold.types.ts';
import type { RoundFact, SessionFact } from './page.facts.ts';
import { inWindow, type ProfileRules } from './profile.rules.ts';

/** Whole seconds begun. */
const seconds = (ms: number): number => Math.ceil(ms / 1000);

/** What a round comes to under a profile: whose it is, and after how long it was answered; null: not at all. */
export interface MeasuredRound {
  readonly member: string | null;
  readonly state: 'answered' | 'unanswered' | 'dismissed';
  readonly seconds: number | null;
  /** From when the person who answered held it; null where no person answered. */
  readonly own: number | null;
}

const later = (a: number, b: number | null): number => (b === null ? a : Math.max(a, b));

const stopsFor = (rules: ProfileRules, kind: ReplyKind | null): boolean =>
  kind !== null && rules.stops.includes(kind);

/** When the clock of a round starts: at its first message, or when a robot handed over, or when the person got it. */
function startOf(rules: ProfileRules, round: RoundFact): number {
  const machines = stopsFor(rules, 'automation');
  const first = machines ? round.started : round.chain;
  if (rules.start === 'first_message') return first;
  const handed = later(first, round.bot);
  return rules.start === 'handover' ? handed : later(handed, round.held);
}

/** When it stops; null while it runs. */
function stopOf(rules: ProfileRules, round: RoundFact): number | null {
  if (stopsFor(rules, round.kind) && round.kind !== 'human') return round.reply;
  return stopsFor(rules, 'human') ? round.human : null;
}

/** Measures a round; null where it does not count: out of the profile's hours, or the later part of it counts. */
export function measureRound(
  rules: ProfileRules,
  clock: OpenClock,
  round: RoundFact,
): MeasuredRound | null {
  if (!inWindow(rules, round.minute)) return null;
  const stop = stopOf(rules, round);
  const fromHold = later(later(round.chain, round.bot), round.held);
  const own = round.human === null ? null : seconds(clock.between(fromHold, round.human));
  if (stop !== null) {
    const byMachine = stop !== round.human;
    const took = seconds(clock.between(startOf(rules, round), stop));
    return { member: byMachine ? null : round.by, state: 'answered', seconds: took, own };
  }
  if (round.continued) return null;
  const dismissed = round.dismissed && rules.dismissed === 'excluded';
  const state = dismissed ? 'dismissed' : 'unanswered';
  return { member: round.holder, state, seconds: null, own: null };
}

/** What a session's first answer comes to; null where it is not asked for. */
export function measureFirst(
  rules: ProfileRules,
  clock: OpenClock,
  session: SessionFact,
): MeasuredRound | null {
  const { asked } = session;
  if (asked === null || session.begun !== 'buyer' || !inWindow(rules, session.minute)) return null;
  const machine = stopsFor(rules, session.kind) && session.kind !== 'human';
  const stop = machine ? session.reply : session.human;
  const botClosed = session.closed !== null && session.closer === 'system' && session.people === 0;
  if (stop === null) {
    if (botClosed) return null;
    const dismissed = session.closed !== null && rules.dismissed === 'excluded';
    const state = dismissed ? 'dismissed' : 'unanswered';
    return { member: session.holder, state, seconds: null, own: null };
  }
  const handed = rules.start === 'first_message' ? asked : later(asked, session.bot);
  const start = rules.start === 'assignment' ? later(handed, session.assigned) : handed;
  const took = seconds(clock.between(start, stop));
  return { member: machine ? null : session.by, state: 'answered', seconds: took, own: null };
}

/** Seconds the shop was open between two instants. */
export const openSeconds = (clock: OpenClock, from: number, until: number): number =>
  seconds(clock.between(from, until));
