import { existsSync, readFileSync } from 'node:fs';
import { orders } from '@guitai/contract';
import { describe, expect, test } from 'vitest';
import { statusOfCode, statusOfText } from './carriers.rules.ts';

const folder = new URL('../../../../../../shared/data/logistics-status/', import.meta.url);
const codes = (name: string): { code: number; name: string }[] =>
  JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

describe('SHOP-08 one vocabulary for every carrier', () => {
  test.skipIf(!existsSync(folder)).each(['kuaidi100', 'kdniao'] as const)(
    'every code of %s maps',
    (source) => {
      for (const { code, name } of codes(`${source}.json`)) {
        const word = statusOfCode(source, code);
        expect(word, `${code} ${name}`).not.toBe('unknown');
        expect(orders.ParcelStatus.anyOf).toContainEqual(expect.objectContaining({ const: word }));
      }
    },
  );

  test('a code of tomorrow is unknown, not an error', () => {
    expect(statusOfCode('kuaidi100', 9999)).toBe('unknown');
    expect(statusOfCode('kdniao', 'abc')).toBe('unknown');
    expect(statusOfCode('kdniao', '__proto__')).toBe('unknown');
  });

  test.each([
    ['已创建', 'created'],
    ['已揽收', 'collected'],
    ['运输中', 'in_transit'],
    ['已到达', 'arrived'],
    ['派送中', 'out_for_delivery'],
    ['已签收', 'signed'],
    ['已送达', 'signed'],
    ['已出库', 'in_transit'],
    ['拒收', 'refused'],
    ['退回中', 'returning'],
    ['Out for delivery', 'out_for_delivery'],
    ['🚚', 'unknown'],
    ['', 'unknown'],
  ])('%s is %s', (text, word) => expect(statusOfText(text)).toBe(word));
});
