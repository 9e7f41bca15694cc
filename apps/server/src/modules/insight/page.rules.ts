import type { OpenClock } from './clock.rules.ts';
import { enquiriesOf } from './enquiry.rules.ts';
import { type MeasuredRound, measureFirst, measureRound, openSeconds } from './measure.rules.ts';
import type { DayFacts, RoundFact, SessionFact } from './page.facts.ts';
import type { ProfileRules } from './profile.rules.ts';
import { type Counter, type Measure, type Sum, Tally } from './tally.rules.ts';

/** Stands for whoever is no person: the queue, a robot. */
export const nobody = '00000000-0000-0000-0000-000000000000';

/** How one hour of the day went: rounds begun, unanswered, answered, seconds until then. */
export type HourCounts = readonly [number, number, number, number];

/** What one shop's day comes to under a profile. */
export interface Page {
  readonly whole: Tally;
  readonly people: ReadonlyMap<string, Tally>;
  /** By the hour at which rounds began, 0 to 23. */
  readonly hours: readonly HourCounts[];
}

interface Open {
  readonly rules: ProfileRules;
  readonly clock: OpenClock;
  readonly whole: Tally;
  readonly people: Map<string, Tally>;
  readonly hours: [number, number, number, number][];
}

const tallyOf = ({ people }: Open, member: string | null): Tally => {
  const id = member ?? nobody;
  const known = people.get(id) ?? new Tally();
  people.set(id, known);
  return known;
};

const bump = (open: Open, member: string | null, counter: Counter, by = 1): void => {
  open.whole.bump(counter, by);
  tallyOf(open, member).bump(counter, by);
};

const add = (open: Open, member: string | null, measure: Measure, value: number): void => {
  open.whole.histogram(measure).add(value);
  tallyOf(open, member).histogram(measure).add(value);
};

const pay = (open: Open, member: string | null, sum: Sum, currency: string, minor: number) => {
  open.whole.pay(sum, currency, minor);
  tallyOf(open, member).pay(sum, currency, minor);
};

function addRound(open: Open, round: RoundFact, measured: MeasuredRound): void {
  const { member, state, seconds, own } = measured;
  if (state === 'dismissed') {
    bump(open, member, 'dismissed');
    return;
  }
  bump(open, member, 'rounds');
  bump(open, member, 'buyerMessages', round.messages);
  const hour = open.hours[Math.floor(round.minute / 60)];
  if (hour) hour[0] += 1;
  if (own !== null) add(open, round.by, 'own', own);
  if (seconds === null) {
    bump(open, member, 'unanswered');
    if (hour) hour[1] += 1;
    return;
  }
  add(open, member, 'response', seconds);
  if (hour) {
    hour[2] += 1;
    hour[3] += seconds;
  }
}

interface Worst {
  readonly member: string | null;
  readonly seconds: number | null;
}

/** The slowest round of each session that day; an unanswered one is slower than any. */
function worse(before: Worst | undefined, { member, seconds }: MeasuredRound): Worst {
  if (before === undefined) return { member, seconds };
  if (before.seconds === null) return before;
  return seconds === null || seconds > before.seconds ? { member, seconds } : before;
}

function addRounds(open: Open, rounds: readonly RoundFact[]): void {
  const sessions = new Map<string, Worst>();
  const buyers = new Set<string>();
  for (const round of rounds) {
    const measured = measureRound(open.rules, open.clock, round);
    if (!measured) continue;
    addRound(open, round, measured);
    buyers.add(round.buyer);
    if (measured.state === 'dismissed') continue;
    const key = `${round.talk} ${round.episode}`;
    sessions.set(key, worse(sessions.get(key), measured));
  }
  open.whole.bump('buyers', buyers.size);
  for (const { member, seconds } of sessions.values()) {
    bump(open, member, 'strictSessions');
    if (seconds === null) bump(open, member, 'strictMissed');
    else add(open, member, 'worst', seconds);
  }
}

function addSession(open: Open, session: SessionFact): void {
  const { whole, clock } = open;
  if (session.begun === 'member') whole.bump('agentStarted');
  if (session.begun === 'buyer') whole.bump('sessions');
  if (session.reopened) bump(open, session.holder, 'reopened');
  else whole.bump('conversations');
  whole.bump('humanMessages', session.people);
  whole.bump('autoMessages', session.machines);
  const first = measureFirst(open.rules, clock, session);
  if (first?.state === 'unanswered') bump(open, first.member, 'firstMissed');
  if (typeof first?.seconds === 'number') add(open, first.member, 'first', first.seconds);
  if (session.asked !== null && session.assigned !== null) {
    add(open, session.holder, 'queue', openSeconds(clock, session.asked, session.assigned));
  }
  if (session.closed !== null) addClosing(open, session, session.closed);
}

function addClosing(open: Open, session: SessionFact, closed: number): void {
  const member = session.closer === 'member' ? session.closedBy : session.last;
  bump(open, member, 'resolved');
  add(open, member, 'resolution', openSeconds(open.clock, session.started, closed));
  const taken = session.assigned ?? session.human;
  if (session.people > 0 && taken !== null)
    add(open, member, 'handling', openSeconds(open.clock, taken, closed));
}

/** What each person did: conversations and buyers they spoke with, messages they wrote. */
function addParts(open: Open, { parts }: DayFacts): void {
  const seen = new Set<string>();
  const once = (key: string, tally: Tally, counter: Counter) => {
    if (!seen.has(key)) tally.bump(counter);
    seen.add(key);
  };
  for (const part of parts) {
    const tally = tallyOf(open, part.member);
    tally.bump('sessions');
    tally.bump('humanMessages', part.messages);
    once(`talk ${part.member} ${part.talk}`, tally, 'conversations');
    once(`buyer ${part.member} ${part.buyer}`, tally, 'buyers');
  }
}

/** One buyer's enquiries of the day are one, in parts for those credited with it; their orders each bring what they brought. */
function addEnquiries(open: Open, { asked, sales, services }: DayFacts): void {
  for (const { ordered, paid, kept, pieces } of enquiriesOf(asked, sales, services, open.rules))
    for (const piece of pieces) {
      const { member, parts, currency } = piece;
      bump(open, member, 'asked', parts);
      if (ordered) bump(open, member, 'ordered', parts);
      if (paid) bump(open, member, 'paid', parts);
      if (paid && !kept) bump(open, member, 'reversed', parts);
      if (currency === null) continue;
      pay(open, member, 'ordered', currency, piece.value);
      if (piece.state === 'ordered') continue;
      pay(open, member, 'paid', currency, piece.kept);
      pay(open, member, 'reversed', currency, piece.back);
    }
}

/** Sums up one shop's day. Pure: the same facts, rules and calendar give the same page, byte for byte. */
export function pageOf(facts: DayFacts, rules: ProfileRules, clock: OpenClock): Page {
  const hours = Array.from({ length: 24 }, (): [number, number, number, number] => [0, 0, 0, 0]);
  const open: Open = { rules, clock, whole: new Tally(), people: new Map(), hours };
  addRounds(open, facts.rounds);
  for (const session of facts.sessions) addSession(open, session);
  addParts(open, facts);
  addEnquiries(open, facts);
  for (const { member, kind, amount, currency } of facts.money) {
    const sum = kind === 'refund' ? 'refunds' : 'concessions';
    bump(open, member, sum);
    pay(open, member, sum, currency, amount);
  }
  return { whole: open.whole, people: open.people, hours };
}
