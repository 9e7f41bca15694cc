import { describe, expect, test } from 'vitest';
import {
  mergeSteps,
  signedAtOf,
  statusOfSteps,
  type ToldStep,
  tellingSteps,
} from './parcel-steps.rules.ts';

const step = (
  at: string,
  status: ToldStep['status'],
  text: string,
  more: Partial<ToldStep> = {},
): ToldStep => ({
  at: `2026-03-${at}:00.000Z`,
  status,
  text,
  sourceStatus: '',
  place: '',
  operator: '',
  teller: 'carrier',
  ...more,
});

const way = [
  step('01T02:00', 'collected', '已揽收'),
  step('01T09:30', 'in_transit', '离开杭州'),
  step('02T06:10', 'arrived', '到达上海'),
  step('02T08:00', 'out_for_delivery', '派送中'),
  step('02T10:00', 'signed_self', '本人签收'),
];

/** Every order in which five steps can come. */
function* orders(steps: readonly ToldStep[]): Generator<ToldStep[]> {
  if (steps.length === 0) return yield [];
  for (let n = 0; n < steps.length; n += 1)
    for (const rest of orders(steps.toSpliced(n, 1))) yield [steps[n] as ToldStep, ...rest];
}

describe('SHOP-08 steps of a parcel', () => {
  test('come in any order, each twice, and the way is the same', () => {
    for (const told of orders(way)) {
      const merged = told.reduce<ToldStep[]>(
        (known, one) => mergeSteps(mergeSteps(known, [one]), [one]),
        [],
      );
      expect(merged).toEqual(way);
    }
  });

  test('a word the vocabulary lacks stays in the way and does not unseat what was known', () => {
    const merged = mergeSteps(way.slice(0, 3), [step('02T07:00', 'unknown', '🚚 系统升级')]);
    expect(merged).toHaveLength(4);
    expect(statusOfSteps(merged)).toBe('arrived');
    expect(statusOfSteps([step('01T01:00', 'unknown', '???')])).toBe('unknown');
  });

  test('the same step told again brings what was missing', () => {
    const bare = step('01T02:00', 'unknown', '已 揽收');
    const [merged] = mergeSteps(
      [bare],
      [step('01T02:00', 'collected', '已揽收', { place: '杭州' })],
    );
    expect(merged).toMatchObject({ status: 'collected', place: '杭州', text: '已 揽收' });
  });

  test('after it was signed for, only a way back says more', () => {
    expect(statusOfSteps([...way, step('02T11:00', 'in_transit', '感谢使用')])).toBe('signed_self');
    expect(signedAtOf(way)).toBe('2026-03-02T10:00:00.000Z');
    const back = [...way, step('03T11:00', 'returning', '退回中')];
    expect(statusOfSteps(back)).toBe('returning');
    expect(signedAtOf(back)).toBeNull();
  });

  test('our own note of handing it over gives way to the carrier', () => {
    const ours = step('01T12:00', 'collected', '', { teller: '' });
    expect(statusOfSteps(mergeSteps([ours], []))).toBe('collected');
    const merged = mergeSteps([ours], [step('01T02:00', 'created', '已下单')]);
    expect(statusOfSteps(merged)).toBe('created');
    expect(tellingSteps(merged)).toHaveLength(1);
  });
});
