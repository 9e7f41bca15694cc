import { describe, expect, it } from 'vitest';
import { defaultSettings, isOpen } from '../shops/index.ts';
import type { Calendar } from './calendar.rules.ts';
import { openClock, wallClock } from './clock.rules.ts';
import { fold } from './fold.rules.ts';
import type { Told } from './fold.types.ts';
import { metrics } from './metrics/index.ts';
import { shipped } from './profile.rules.ts';
import { drawn } from './rules.test-help.ts';
import { addEncoded, addPeople, addPerson, encodePeople, encodeTally } from './tally.codec.ts';
import { counters, measures, Tally } from './tally.rules.ts';

const minuteMs = 60_000;

/** The oracle: asks of every single minute whether the shop was open, with the shops' own rule. */
function minutesOpen(calendar: Calendar, from: number, until: number): number {
  let open = 0;
  for (let at = from; at < until; at += minuteMs) if (isOpenAt(calendar, at)) open += 1;
  return open;
}

const walls = new Map<string, Intl.DateTimeFormat>();

function wallIn(timeZone: string): Intl.DateTimeFormat {
  const known = walls.get(timeZone);
  const made =
    known ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  walls.set(timeZone, made);
  return made;
}

function isOpenAt(calendar: Calendar, at: number): boolean {
  const local = wallIn(calendar.timezone).format(at);
  const [date = '', clock = ''] = local.split(' ');
  const before = new Date(Date.parse(`${date}T00:00Z`) - 86_400_000).toISOString().slice(0, 10);
  const special = (day: string) => calendar.special.find((one) => one.date === day);
  const weekday = new Date(`${date}T00:00Z`).getUTCDay() || 7;
  const rangesOf = (day: string, n: number) =>
    special(day)?.hours ?? calendar.hours.filter((range) => range.weekday === n);
  const yesterday = weekday === 1 ? 7 : weekday - 1;
  const today = rangesOf(date, weekday).some(({ from, until }) =>
    until <= from ? clock >= from : clock >= from && clock < until,
  );
  return today || rangesOf(before, yesterday).some((r) => r.until <= r.from && clock < r.until);
}

const zones = [
  'Asia/Shanghai',
  'America/New_York',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
];
const two = (value: number) => String(value).padStart(2, '0');

function drawnCalendar(random: ReturnType<typeof drawn>): Calendar {
  const clock = () => `${two(random.below(24))}:${two(random.below(60))}`;
  const range = () => ({ from: clock(), until: clock() });
  return {
    timezone: zones[random.below(zones.length)] ?? 'UTC',
    hours: Array.from({ length: 1 + random.below(14) }, () => ({
      weekday: 1 + random.below(7),
      ...range(),
    })),
    special: ['2026-03-08', '2026-03-29', '2026-11-01', '2026-10-25'].map((date) => ({
      date,
      hours: random.below(3) === 0 ? [] : [range()],
    })),
  };
}

describe('the shop’s clock', () => {
  it('REP-06 counts open time as a walk over every minute does: ranges over midnight, changes of the clocks, special days', () => {
    const random = drawn(20261122);
    const moments = [
      '2026-03-06',
      '2026-03-27',
      '2026-10-03',
      '2026-10-24',
      '2026-10-30',
      '2026-04-03',
    ];
    for (let n = 0; n < 60; n += 1) {
      const calendar = drawnCalendar(random);
      const start = Date.parse(`${moments[random.below(moments.length)]}T00:00Z`);
      const from = start + random.below(2 * 1440) * minuteMs;
      const until = from + random.below(3 * 1440) * minuteMs;
      const clock = openClock(calendar, [start, start + 86_400_000]);
      const said = `${JSON.stringify(calendar)} ${new Date(from).toISOString()} ${new Date(until).toISOString()}`;
      expect(clock.between(from, until) / minuteMs, said).toBe(minutesOpen(calendar, from, until));
    }
  }, 60_000);

  it('REP-06 agrees with the hours the shops themselves answer by', () => {
    const calendar = {
      timezone: 'Asia/Shanghai',
      hours: defaultSettings.businessHours,
      special: [],
    };
    const start = Date.parse('2026-05-04T00:00Z');
    const clock = openClock(calendar, [start, start + 86_400_000]);
    for (let hour = 0; hour < 24; hour += 1) {
      const at = start + hour * 60 * minuteMs;
      const open = isOpen(calendar.hours, new Date(at), calendar.timezone);
      expect(clock.between(at, at + minuteMs)).toBe(open ? minuteMs : 0);
    }
    expect(wallClock.between(5, 3)).toBe(0);
  });

  it('REP-06 adds up: the parts of a time are as long as the time', () => {
    const random = drawn(7);
    for (let n = 0; n < 40; n += 1) {
      const calendar = drawnCalendar(random);
      const from = Date.parse('2026-03-07T00:00Z');
      const clock = openClock(calendar, [from, from + 86_400_000]);
      const [a, b] = [random.below(1e9), random.below(1e9)].sort((x, y) => x - y) as [
        number,
        number,
      ];
      const whole = clock.between(from, from + b);
      expect(clock.between(from, from + a) + clock.between(from + a, from + b)).toBe(whole);
    }
  });
});

describe('tallies', () => {
  const drawnTally = (random: ReturnType<typeof drawn>): Tally => {
    const tally = new Tally();
    for (const counter of counters) tally.bump(counter, random.below(1000));
    for (const measure of measures)
      for (let n = random.below(60); n > 0; n -= 1)
        tally.histogram(measure).add(random.below(random.below(4) === 0 ? 900_000 : 600));
    tally.pay('paid', 'CNY', random.below(1_000_000));
    tally.pay('reversed', 'TWD', -random.below(500));
    return tally;
  };

  it('REP-08 come back from their bytes as they were, and the sum of parts is the whole', () => {
    const random = drawn(99);
    const [a, b, into, sum] = [drawnTally(random), drawnTally(random), new Tally(), new Tally()];
    addEncoded(into, encodeTally(a));
    expect(Buffer.from(encodeTally(into))).toEqual(Buffer.from(encodeTally(a)));
    addEncoded(into, encodeTally(b));
    sum.merge(a);
    sum.merge(b);
    expect(Buffer.from(encodeTally(into))).toEqual(Buffer.from(encodeTally(sum)));
    const ids = ['11111111-1111-1111-1111-111111111111', '00000000-0000-0000-0000-000000000000'];
    const people = new Map<string, Tally>();
    addPeople(
      people,
      encodePeople(
        new Map([
          [ids[0] ?? '', a],
          [ids[1] ?? '', b],
        ]),
      ),
      new Set(measures),
    );
    expect([...people.keys()]).toEqual([...ids].reverse());
    const one = encodePeople(new Map([[ids[0] ?? '', a]]));
    const alone = new Map<string, Tally>();
    for (const length of [0, 10, one.length - 1])
      expect(addPerson(alone, one.subarray(0, length), new Set(measures), ids[0] ?? '')).toBe(
        length === 0,
      );
    expect(addPerson(alone, one, new Set(measures), ids[0] ?? '')).toBe(true);
    expect(Buffer.from(encodeTally(alone.get(ids[0] ?? '') ?? new Tally()))).toEqual(
      Buffer.from(encodeTally(a)),
    );
    expect(people.get(ids[0] ?? '')?.count('rounds')).toBe(a.count('rounds'));
  });

  it('REP-05 finds median and percentiles as sorting every value does', () => {
    const random = drawn(3);
    const tally = new Tally();
    const values = Array.from({ length: 501 }, () => random.below(random.below(2) ? 100 : 90_000));
    for (const value of values) tally.histogram('response').add(value);
    const sorted = [...values].sort((a, b) => a - b);
    for (const share of [0.5, 0.9, 0.95])
      expect(tally.histogram('response').quantile(share)).toBe(sorted[Math.ceil(501 * share) - 1]);
    expect(new Tally().histogram('own').quantile(0.5)).toBeNull();
  });
});

const talkId = '0193a000-0000-7000-8000-000000000001';
const conversation = {
  id: talkId,
  shopId: '0193a000-0000-7000-8000-00000000000a',
  channelId: '0193a000-0000-7000-8000-00000000000b',
  buyerId: '0193a000-0000-7000-8000-00000000000c',
  openedAt: '2026-05-04T02:00:00.000Z',
  resolvedAt: null,
};
const people = ['0193a000-0000-7000-8000-0000000000e1', '0193a000-0000-7000-8000-0000000000e2'];

/** A conversation as the log tells it: opened, words of everybody, handed about, closed, reopened. */
function drawnLog(random: ReturnType<typeof drawn>): Told[] {
  let at = Date.parse(conversation.openedAt);
  let [state, assigneeId, seq] = ['open', null as string | null, 1];
  const told: Told[] = [];
  const instant = () => new Date(at).toISOString();
  const tell = (type: string, actor: Told['actor'], message: Told['message'] = null) => {
    const resolvedAt = state === 'resolved' ? instant() : null;
    told.push({
      ...{ seq: told.length + 1, type, at: instant(), actor, message },
      conversation: { ...conversation, state, assigneeId, resolvedAt },
    });
  };
  tell('conversation.opened', { kind: 'buyer', id: null });
  for (let n = 0; n < 60; n += 1) {
    at += random.below(400) * 1000;
    const who = people[random.below(2)] ?? null;
    const act = random.below(12);
    if (act === 0) {
      assigneeId = random.below(3) === 0 ? null : who;
      tell('conversation.assigned', { kind: 'member', id: who });
    } else if (act === 1 && state === 'open') {
      state = 'resolved';
      tell('conversation.closed', { kind: random.below(2) ? 'member' : 'system', id: who });
    } else if (act === 2 && state === 'resolved') {
      state = 'open';
      tell('conversation.reopened', { kind: 'buyer', id: null });
    } else {
      const kind = act < 8 ? 'buyer' : act < 10 ? 'member' : 'system';
      const said = act === 11 ? 'line' : 'text';
      seq += 1;
      const author = { kind, id: kind === 'member' ? who : null };
      const id = `0193a000-0000-7000-8000-${String(seq).padStart(12, '0')}`;
      tell('message.posted', author, { id, seq, kind: said, author, at: instant(), card: null });
    }
  }
  return told;
}

const local = (_shop: string, at: string) => ({ day: at.slice(0, 10), minute: 0 });

describe('facts out of the log', () => {
  const rowsOf = (batches: readonly Told[][]) => {
    const kept = { rounds: new Map(), sessions: new Map(), parts: new Map() };
    let talk: Parameters<typeof fold>[0] = null;
    for (const batch of batches) {
      const folded = fold(talk, batch, local);
      if (!folded) continue;
      for (const [key, round] of folded.rounds) kept.rounds.set(key, round);
      for (const [key, session] of folded.sessions) kept.sessions.set(key, session);
      for (const [key, part] of folded.parts) kept.parts.set(key, part);
      talk = JSON.parse(JSON.stringify(folded.talk));
    }
    return JSON.stringify([kept.rounds, kept.sessions, kept.parts].map((map) => [...map].sort()));
  };

  it('REP-07 are the same however the log is cut, and though every event comes twice', () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const random = drawn(seed);
      const log = drawnLog(random);
      const once = rowsOf([log]);
      const cut: Told[][] = [];
      for (let at = 0; at < log.length; ) {
        const size = 1 + random.below(7);
        cut.push(log.slice(Math.max(0, at - 3), at + size));
        at += size;
      }
      expect(rowsOf(cut), `seed ${seed}`).toBe(once);
      expect(rowsOf([log, log])).toBe(once);
    }
  });

  it('REP-03 credit the one who answered, whoever gets the conversation later', () => {
    const random = drawn(1);
    const [first = '', second = ''] = people;
    const buyer = { kind: 'buyer', id: null };
    const at = (minute: number) => `2026-05-04T02:${two(minute)}:00.000Z`;
    const base = { ...conversation, state: 'open', assigneeId: first as string | null };
    const said = (seq: number, author: Told['actor'], minute: number): Told => ({
      ...{ seq: seq + 10, type: 'message.posted', at: at(minute), actor: author },
      // The log refers to messages: the conversation is told as it stands today, long since somebody else's.
      conversation: { ...base, assigneeId: second },
      message: { id: talkId, seq, kind: 'text', author, at: at(minute), card: null },
    });
    const log: Told[] = [
      {
        seq: 1,
        type: 'conversation.opened',
        at: at(0),
        actor: buyer,
        conversation: base,
        message: null,
      },
      said(1, buyer, 1),
      said(2, { kind: 'member', id: first }, 3),
      {
        seq: 20,
        type: 'conversation.assigned',
        at: at(9),
        actor: buyer,
        message: null,
        conversation: { ...base, assigneeId: second },
      },
    ];
    const folded = fold(null, log, local);
    expect(folded?.rounds.get(1)).toMatchObject({
      humanBy: first,
      holderId: first,
      heldSince: conversation.openedAt,
    });
    expect(folded?.sessions.get(1)).toMatchObject({ firstHumanBy: first, assignedTo: first });
    expect(random.next()).toBeLessThan(1);
  });
});

describe('definitions', () => {
  it('REP-01 every metric has one id, a name and a definition in three languages', () => {
    expect(new Set(metrics.map(({ id }) => id)).size).toBe(metrics.length);
    for (const { name, definition } of metrics)
      for (const locale of ['en', 'zh-CN', 'zh-TW'] as const) {
        expect(name[locale].length).toBeGreaterThan(1);
        expect(definition[locale].length).toBeGreaterThan(8);
      }
    expect(shipped.map(({ id }) => id)).toEqual([
      ...['house', 'chatwoot', 'gorgias', 'zendesk', 'jd-2021-12'],
      ...['taobao-3min', 'feige-3min', 'pdd-5min', 'kuaishou-2023'],
    ]);
    expect(shipped.every(({ id, secondHand }) => secondHand === (id !== 'house'))).toBe(true);
  });
});
