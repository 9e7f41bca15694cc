import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Act,
  buyerWritesOnResolved,
  isPlain,
  mayWakeAt,
  transition,
  transitions,
} from './conversation.rules.ts';

const states = Object.keys(transitions) as (keyof typeof transitions)[];
const acts: Act[] = [
  'buyerWrites',
  'reply',
  'note',
  'take',
  'assign',
  'close',
  'reopen',
  'snooze',
  'wake',
  'markSpam',
];

describe('the table of transitions', () => {
  it('CONV-01 allows exactly what is written here', () => {
    const allowed = states.flatMap((from) =>
      acts.flatMap((act) => {
        const to = transition(from, act);
        return to === null ? [] : [`${from} ${act} → ${to}`];
      }),
    );
    expect(allowed).toEqual([
      'open buyerWrites → open',
      'open reply → open',
      'open note → open',
      'open take → open',
      'open assign → open',
      'open close → resolved',
      'open snooze → snoozed',
      'open markSpam → spam',
      'pending buyerWrites → pending',
      'pending reply → open',
      'pending note → pending',
      'pending take → open',
      'pending assign → open',
      'pending close → resolved',
      'pending markSpam → spam',
      'snoozed buyerWrites → open',
      'snoozed reply → snoozed',
      'snoozed note → snoozed',
      'snoozed assign → snoozed',
      'snoozed close → resolved',
      'snoozed snooze → snoozed',
      'snoozed wake → open',
      'snoozed markSpam → spam',
      'resolved reply → resolved',
      'resolved note → resolved',
      'resolved reopen → open',
      'resolved markSpam → spam',
      'spam buyerWrites → spam',
      'spam note → spam',
      'spam reopen → open',
    ]);
  });

  it('CONV-01 never leaves the five states, and no state is a trap', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...acts), { maxLength: 40 }), (walk) => {
        let state: (typeof states)[number] = 'open';
        for (const act of walk) state = transition(state, act) ?? state;
        expect(states).toContain(state);
        const out = acts.map((act) => transition(state, act)).filter((to) => to !== null);
        expect(out.some((to) => to !== state) || state === 'resolved' || state === 'spam').toBe(
          true,
        );
      }),
    );
  });

  it('lets a plain message through without touching the state', () => {
    expect(isPlain('open', 'buyerWrites')).toBe(true);
    expect(isPlain('snoozed', 'buyerWrites')).toBe(false);
    expect(isPlain('pending', 'reply')).toBe(false);
    expect(isPlain('resolved', 'buyerWrites')).toBe(false);
    expect(states.every((state) => isPlain(state, 'note'))).toBe(true);
  });
});

describe('times', () => {
  const at = (ms: number) => new Date(1_800_000_000_000 + ms);

  it('CONV-02 reopens within the window and begins anew at its end', () => {
    const hour = 3_600_000;
    expect(buyerWritesOnResolved(at(0), 72, at(72 * hour - 1))).toBe('reopen');
    expect(buyerWritesOnResolved(at(0), 72, at(72 * hour))).toBe('begin');
    expect(buyerWritesOnResolved(at(0), 0, at(0))).toBe('begin');
  });

  it('CONV-05 sleeps until a time ahead, at most a year, or for no time at all', () => {
    expect(mayWakeAt(null, at(0))).toBe(true);
    expect(mayWakeAt(at(1), at(0))).toBe(true);
    expect(mayWakeAt(at(0), at(0))).toBe(false);
    expect(mayWakeAt(at(400 * 86_400_000), at(0))).toBe(false);
  });
});
