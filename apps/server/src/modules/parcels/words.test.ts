import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { statusOfText } from '../orders/index.ts';
import { stepsOf } from './read-steps.rules.ts';
import { defaultSettings } from './settings.rules.ts';
import { stageOf } from './stage.rules.ts';
import { nextAsk } from './tend.rules.ts';
import { causeToCome, causeTold, isHistory, type Standing } from './trouble.rules.ts';

const shared = new URL('../../../../../../shared/data/', import.meta.url);
const read = (path: string) => JSON.parse(readFileSync(new URL(path, shared), 'utf8'));
const here = existsSync(shared);

interface Track {
  readonly 时间: string;
  /** Missing on one real step: its words tell. */
  readonly 状态?: string;
  readonly 描述: string;
}

const wordOf = (step: Track) => {
  const said = step.状态 ?? step.描述;
  return [statusOfText(said), said] as const;
};

const standing = (more: Partial<Standing>): Standing => ({
  status: 'in_transit',
  told: 1,
  followed: true,
  word: '',
  lastText: '',
  lastAt: new Date('2026-03-01T00:00:00Z'),
  shippedAt: new Date('2026-02-28T00:00:00Z'),
  ...more,
});

/** Codes of trouble and what a shop is told about them. */
const causes: Record<string, Record<string, string>> = {
  kuaidi100: {
    201: 'failed',
    202: 'stuck',
    203: 'refused',
    204: 'failed',
    205: 'unclaimed',
    206: 'failed',
    207: 'address',
    208: 'stuck',
    209: 'damaged',
    2: 'failed',
    6: 'returning',
    4: 'returned',
    14: 'refused',
    13: 'failed',
  },
  kdniao: {
    401: 'stuck',
    402: 'failed',
    403: 'stuck',
    404: 'refused',
    405: 'failed',
    406: 'returned',
    407: 'returning',
    412: 'unclaimed',
    413: 'failed',
    414: 'damaged',
    416: 'failed',
    417: 'failed',
    418: 'failed',
    420: 'address',
    421: 'address',
    422: 'failed',
    423: 'address',
    4: 'failed',
    604: 'failed',
  },
};

describe('SHOP-08 every word of the carriers', () => {
  test.skipIf(!here).each(['kuaidi100', 'kdniao'] as const)(
    'of %s has a stage, and trouble its cause',
    (kind) => {
      const codes: { code: number; name: string }[] = read(`logistics-status/${kind}.json`);
      for (const { code, name } of codes) {
        const told = {
          carrier: 'x',
          number: 'x',
          code: null,
          ended: false,
          steps: [
            { at: '2026-03-01T00:00:00Z', code: String(code), word: name, text: '', place: '' },
          ],
        };
        const [step] = stepsOf(kind, told);
        expect(step?.status, name).not.toBe('unknown');
        expect(stageOf({ status: step?.status ?? 'unknown', told: 1 }), name).toBeTruthy();
        const cause = causeTold(standing({ status: step?.status ?? 'unknown', word: name }));
        expect(cause ?? '', `${code} ${name}`).toBe(causes[kind]?.[code] ?? '');
      }
    },
  );

  test.skipIf(!here)(
    'each real track of the shop is read, and by its stage it is known when it lies too long',
    () => {
      const tracks: Record<string, { 物流轨迹: Track[] }> = read('jd-shop/logistics.json');
      const all = Object.values(tracks);
      expect(all.length).toBeGreaterThan(30);
      const open = all.filter(({ 物流轨迹: steps }) => {
        const words = steps.map((step) => wordOf(step));
        expect(words.filter(([status]) => status === 'unknown')).toEqual([]);
        const last = steps.at(-1);
        const lastAt = new Date(`${last?.时间.replace(' ', 'T')}+08:00`);
        const status = words.at(-1)?.[0] ?? 'unknown';
        const coming = causeToCome(
          standing({ status, lastAt, shippedAt: lastAt }),
          defaultSettings,
        );
        const over = stageOf({ status, told: 1 }) === 'delivered';
        expect(coming === null, last?.状态).toBe(over || causeTold(standing({ status })) !== null);
        return !over;
      });
      expect(open.length).toBeGreaterThan(0);
    },
  );

  test('silence means nothing where there is nobody to ask; a month of silence is history', () => {
    expect(
      causeToCome(standing({ told: 0, followed: false, status: 'collected' }), defaultSettings),
    ).toBeNull();
    expect(causeToCome(standing({ told: 0, status: 'collected' }), defaultSettings)?.cause).toBe(
      'not_collected',
    );
    const now = new Date('2026-04-01T00:00:00Z');
    expect(isHistory(standing({}), now)).toBe(true);
    expect(isHistory(standing({ lastAt: new Date('2026-03-03T00:00:00Z') }), now)).toBe(false);
  });

  test('a subscription that speaks is left alone, a silent one is asked after 12, 24, 48, 48 hours', () => {
    const at = new Date('2026-03-01T00:00:00Z');
    const base = {
      followed: true,
      subscription: 'sent',
      subscribedAt: at,
      heardAt: null,
      askedAt: null,
      failures: 0,
      troubleKind: '',
    } as const;
    const hours = [0, 1, 2, 3].map(
      (quiet) => ((nextAsk({ ...base, quiet })?.getTime() ?? 0) - at.getTime()) / 3_600_000,
    );
    expect(hours).toEqual([12, 24, 48, 48]);
    const heard = new Date('2026-03-02T00:00:00Z');
    expect(nextAsk({ ...base, quiet: 0, heardAt: heard })).toEqual(
      new Date('2026-03-02T12:00:00Z'),
    );
  });
});
