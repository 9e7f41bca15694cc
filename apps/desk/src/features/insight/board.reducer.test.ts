import type { live } from '@guitai/contract';
import { describe, expect, it } from 'vitest';
import { applyToBoard, type Board, floorOf } from './board.reducer.ts';

const at = (seconds: number) => new Date(Date.UTC(2026, 4, 4) + seconds * 1000).toISOString();
const board: Board = {
  at: at(0),
  shops: [{ id: 's', name: '竹', answerPromiseSeconds: 60 }],
  conversations: [
    { id: 'a', shopId: 's', assigneeId: null, state: 'open', waitingSince: at(0) },
    { id: 'b', shopId: 's', assigneeId: 'lin', state: 'open', waitingSince: at(50) },
    { id: 'c', shopId: 's', assigneeId: 'lin', state: 'snoozed', waitingSince: null },
  ],
};

const told = (conversation: object): live.EventFrame =>
  ({
    ...{ t: 'event', seq: 1, type: 'conversation.assigned', subject: 'a', at: at(1) },
    ...{ actor: { kind: 'member', id: 'lin' }, data: { conversation } },
  }) as live.EventFrame;

describe('the live board', () => {
  it('REP-10 counts queue, waits, loads and what is late or nearly so', () => {
    const floor = floorOf(board, Date.parse(at(98)), undefined);
    expect(floor).toMatchObject({ queue: 1, waiting: 2, longest: 98_000, soon: 1, late: 1 });
    expect(floor.loads.get('lin')).toBe(1);
  });

  it('REP-10 follows events without asking: taken, answered, closed, opened', () => {
    const taken = applyToBoard(
      board,
      told({ id: 'a', shopId: 's', assigneeId: 'lin', state: 'open', waitingSince: null }),
    );
    expect(floorOf(taken, Date.parse(at(98)), 's')).toMatchObject({ queue: 0, waiting: 1 });
    expect(floorOf(taken, Date.parse(at(98)), 's').loads.get('lin')).toBe(2);
    const closed = applyToBoard(
      taken,
      told({ id: 'b', shopId: 's', assigneeId: 'lin', state: 'resolved', waitingSince: null }),
    );
    expect(closed.conversations.map(({ id }) => id)).toEqual(['c', 'a']);
    expect(applyToBoard(closed, told({ id: 'x', shopId: 'other', state: 'open' }))).toBe(closed);
  });
});
