import type { orders } from '@guitai/contract';
import { describe, expect, test } from 'vitest';
import { minutesBetween, reminderState, weighReminder } from './reminder.rules.ts';

const noon = new Date('2026-03-18T04:00:00Z');
const placed = { status: 'placed', dueMinor: 21_400, remindedAt: null } as const;
const after: orders.OrderStatusWord[] = [
  'paid',
  'preparing',
  'shipped',
  'completed',
  'cancelled',
  'closed_unpaid',
];

describe('CMP-06 a payment reminder', () => {
  test('goes out for an order placed and not paid', () => {
    expect(weighReminder(placed, 720, noon)).toEqual({ may: true });
  });

  test('never for one paid, moved on or ended', () => {
    expect(weighReminder({ ...placed, dueMinor: 0 }, 720, noon)).toEqual({
      may: false,
      why: 'not_due',
    });
    for (const status of after)
      expect(weighReminder({ ...placed, status }, 720, noon)).toEqual({
        may: false,
        why: 'not_due',
      });
  });

  test("never twice within the shop's interval, to the second", () => {
    const remindedAt = new Date(noon.getTime() - 720 * 60_000 + 1_000);
    expect(weighReminder({ ...placed, remindedAt }, 720, noon)).toEqual({
      may: false,
      why: 'too_soon',
      nextAt: new Date(noon.getTime() + 1_000),
    });
    const earlier = new Date(noon.getTime() - 720 * 60_000);
    expect(weighReminder({ ...placed, remindedAt: earlier }, 720, noon)).toEqual({ may: true });
  });

  test('says on its card what became of the order', () => {
    expect(reminderState(placed)).toBe('due');
    expect(reminderState({ status: 'paid', dueMinor: 0 })).toBe('paid');
    expect(reminderState({ status: 'cancelled', dueMinor: 0 })).toBe('cancelled');
    expect(reminderState({ status: 'closed_unpaid', dueMinor: 0 })).toBe('cancelled');
  });

  test('speaks of minutes that people can wait', () => {
    expect(minutesBetween(noon, new Date(noon.getTime() + 1))).toBe(1);
    expect(minutesBetween(noon, new Date(noon.getTime() + 61_000))).toBe(2);
  });
});
