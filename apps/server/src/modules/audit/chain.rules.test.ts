import { describe, expect, test } from 'vitest';
import { type Chained, chainHash, follow, type Head, meets, nothing } from './chain.rules.ts';

const team = 'team';
const entry = (seq: number, action = 'member.role_changed'): Chained => ({
  seq,
  at: '2026-03-18T06:02:11.000Z',
  actor_kind: 'member',
  actor_id: 'a',
  action,
  subject_kind: null,
  subject_id: null,
  outcome: 'done',
  reason: null,
  before: null,
  after: '{"role":"lead"}',
  shop_id: null,
  address: null,
  device: null,
});

function chainOf(count: number) {
  let hash = nothing.hash;
  return Array.from({ length: count }, (_, n) => {
    const made = entry(n + 1);
    hash = chainHash(hash, team, made);
    return { ...made, hash };
  });
}

const at = <T>(list: readonly T[], n: number): T => list[n] as T;

describe('SEC-01 the chain finds what was done to it', () => {
  const chain = chainOf(5);
  const head: Head = { seq: 5, hash: at(chain, 4).hash };

  test('an untouched chain holds, in one piece or in stretches', () => {
    const whole = follow(team, nothing, chain) as Head;
    expect(meets(whole, head)).toBeNull();
    const half = follow(team, nothing, chain.slice(0, 2)) as Head;
    expect(meets(follow(team, half, chain.slice(2)) as Head, head)).toBeNull();
  });

  test('an edited entry', () => {
    for (const change of [
      { after: '{"role":"owner"}' },
      { at: '2026-03-18T06:02:12.000Z' },
      { actor_id: null },
    ]) {
      const edited = chain.map((e) => (e.seq === 3 ? { ...e, ...change } : e));
      expect(follow(team, nothing, edited)).toEqual({ seq: 3, why: 'changed' });
    }
  });

  test('a removed entry, and a cut end', () => {
    expect(
      follow(
        team,
        nothing,
        chain.filter((e) => e.seq !== 2),
      ),
    ).toEqual({ seq: 2, why: 'missing' });
    const shorter = follow(team, nothing, chain.slice(0, 3)) as Head;
    expect(meets(shorter, head)).toEqual({ seq: 4, why: 'cut' });
  });

  test('two entries that changed places', () => {
    const moved = chain.map((e) => ({ ...e }));
    at(moved, 1).seq = 3;
    at(moved, 2).seq = 2;
    const sorted = moved.map((e, n) => ({ ...e, action: n === 1 ? 'other' : e.action }));
    sorted.sort((a, b) => a.seq - b.seq);
    expect(follow(team, nothing, sorted)).toMatchObject({ why: 'changed' });
  });

  test('an entry of another team, even at the same place', () => {
    expect(follow('other', nothing, chain)).toEqual({ seq: 1, why: 'changed' });
  });
});
