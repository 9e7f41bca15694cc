import { describe, expect, test } from 'vitest';
import { message } from './fixtures.test-help.ts';
import { handedTo } from './handed.rules.ts';

const at = '2026-03-18T02:00:00.000Z';
const now = Date.parse(at) + 18_000;
const line = (code: string, params: Record<string, unknown> = {}) =>
  message('c', 1, { kind: 'line', at, line: { code, params } });
const transferred = line('conversation.transferred', {
  toId: 'me',
  byId: 'lead',
  byName: '周启明',
  note: '客人急',
});

describe('CONV-15 what was handed over', () => {
  test('may be given back for a minute', () => {
    const handed = { fromName: '周启明', note: '客人急', secondsLeft: 42 };
    expect(handedTo('me', [transferred], now)).toEqual(handed);
    expect(handedTo('me', [transferred], now + 42_000)).toBeNull();
  });

  test('not by somebody else, and not once something else happened to it', () => {
    expect(handedTo('you', [transferred], now)).toBeNull();
    expect(handedTo('lead', [transferred], now)).toBeNull();
    expect(handedTo('me', [transferred, line('conversation.snoozed')], now)).toBeNull();
    expect(handedTo('me', [], now)).toBeNull();
  });
});
