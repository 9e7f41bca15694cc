import { promises } from '@guitai/contract';
import { describe, expect, test } from 'vitest';
import { nothing, promised } from './sentences.test-help.ts';

const { dueOf, onDay, quickDues, readPromise } = promises;

describe('A19 a promise read out of a sentence', () => {
  test('of real sentences at least 97 of 100 offered are promises, and 95 of 100 promises are offered', () => {
    expect(promised.length + nothing.length).toBeGreaterThanOrEqual(130);
    const found = promised.filter(([text]) => readPromise(text) !== null);
    const wrong = nothing.filter((text) => readPromise(text) !== null);
    const missed = promised.filter(([text]) => readPromise(text) === null).map(([text]) => text);
    const precision = found.length / (found.length + wrong.length);
    const recall = found.length / promised.length;
    expect({ precision, wrong }).toMatchObject({
      precision: expect.toSatisfy((n: number) => n >= 0.97),
    });
    expect({ recall, missed }).toMatchObject({
      recall: expect.toSatisfy((n: number) => n >= 0.95),
    });
  });

  test('and of those found at least 95 of 100 say what really is promised', () => {
    const found = promised.flatMap(([text, event]) => {
      const read = readPromise(text);
      return read ? [{ text, event, read: read.event }] : [];
    });
    const other = found.filter(({ event, read }) => event !== read);
    expect({ share: 1 - other.length / found.length, other }).toMatchObject({
      share: expect.toSatisfy((n: number) => n >= 0.95),
    });
  });

  const now = new Date('2026-03-18T06:00:00Z'); // Wednesday, 14:00 in Shanghai
  const due = (text: string, timezone = 'Asia/Shanghai') => {
    const read = readPromise(text);
    return read && (dueOf(read.event, read.time, now, timezone)?.toISOString() ?? 'arrival');
  };

  test.each([
    ['今天发货', '2026-03-18T16:00:00.000Z'],
    ['今天下午五点半前给您寄出', '2026-03-18T09:30:00.000Z'],
    ['明天上午给您答复', '2026-03-19T04:00:00.000Z'],
    ['明天一定给您寄出', '2026-03-19T16:00:00.000Z'],
    ['24小时内退款', '2026-03-19T06:00:00.000Z'],
    ['半小时内回复您', '2026-03-18T06:30:00.000Z'],
    ['三个工作日内退款给您', '2026-03-23T16:00:00.000Z'],
    ['周五前给您补寄配件', '2026-03-20T16:00:00.000Z'],
    ['到货通知您', 'arrival'],
    ["We'll ship it today", '2026-03-18T16:00:00.000Z'],
    ['I will refund you by 6 pm today', '2026-03-18T10:00:00.000Z'],
    ['我们会尽快发货的', '2026-03-20T06:00:00.000Z'],
    ['今天會幫您出貨', '2026-03-18T16:00:00.000Z'],
  ])('%s is due %s', (text, expected) => expect(due(text)).toBe(expected));

  test("the day is the shop's, over summer time too", () => {
    expect(due('今天发货', 'America/New_York')).toBe('2026-03-19T04:00:00.000Z');
    const before = new Date('2026-03-07T20:00:00Z'); // the day before clocks go forward in New York
    expect(onDay(before, 'America/New_York', 1, 24).toISOString()).toBe('2026-03-09T04:00:00.000Z');
    expect(onDay(before, 'America/New_York', 0, 24).toISOString()).toBe('2026-03-08T05:00:00.000Z');
  });

  test('quick choices are ahead of now', () => {
    expect(quickDues(now, 'Asia/Shanghai').map(({ key }) => key)).toEqual([
      'evening',
      'today',
      'tomorrow',
      'hours48',
    ]);
    const late = new Date('2026-03-18T11:00:00Z');
    expect(quickDues(late, 'Asia/Shanghai').map(({ key }) => key)).toEqual([
      'today',
      'tomorrow',
      'hours48',
    ]);
  });
});
