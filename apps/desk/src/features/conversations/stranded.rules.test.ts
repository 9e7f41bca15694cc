import { describe, expect, it } from 'vitest';
import { strandedIn } from './stranded.rules.ts';

const one = (id: string, waitingSince: string | null, assigneeId: string | null) => ({
  id,
  waitingSince,
  assigneeId,
});

describe('ASG-07 buyers who wait for somebody who is not here', () => {
  it('are those with a holder who is offline, the longest waiting first', () => {
    const items = [
      one('late', '2026-03-18T02:00:00Z', 'gone'),
      one('first', '2026-03-18T01:00:00Z', 'gone'),
      one('served', '2026-03-18T01:00:00Z', 'here'),
      one('answered', null, 'gone'),
      one('queued', '2026-03-18T01:00:00Z', null),
    ];
    const found = strandedIn(items, (id) => id === 'gone');
    expect(found.map(({ id }) => id)).toEqual(['first', 'late']);
  });
});
