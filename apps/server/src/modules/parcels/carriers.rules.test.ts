import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { carrierNamed, carrierOf, carriersLike, carriersOfNumber } from './carriers.rules.ts';

const shared = new URL('../../../../../../shared/data/', import.meta.url);
const list = new URL('logistics-status/carriers-kuaidi100.json', shared);

describe('SHOP-08 the carrier of a number', () => {
  test.skipIf(!existsSync(list))(
    'every carrier of the list is found by its name and its code',
    () => {
      const known: { name: string; code: string }[] = JSON.parse(readFileSync(list, 'utf8'));
      const codes = new Set(known.map(({ code }) => code));
      const missing = known.filter(({ name, code }) => {
        const found = carrierNamed(name.replaceAll('=', '-').replaceAll('|', '/').trim());
        return !found || !codes.has(found.code) || carrierNamed(code) === null;
      });
      expect(missing).toEqual([]);
    },
  );

  test.each([
    ['SF1234567890123', 'shunfeng'],
    ['YT1234567890123', 'yuantong'],
    ['JT1234567890123', 'jtexpress'],
    ['JDVA00123456789', 'jd'],
    ['JD1234567890', 'jd'],
    ['jd1234567890', 'jd'],
    ['EA123456789CN', 'ems'],
    ['1Z999AA10123456784', 'ups'],
    ['773012345678901', 'zhongtong'],
  ])('%s is of %s', (number, code) => {
    expect(carriersOfNumber(number).map((one) => one.code)).toContain(code);
  });

  test('what is called by name goes before what the number looks like', () => {
    expect(carrierOf({ carrier: '顺丰', carrierName: '', number: 'YT1234567890123' })).toBe(
      'shunfeng',
    );
    expect(carrierOf({ carrier: '', carrierName: '京东快递', number: '' })).toBe('jd');
    expect(carrierOf({ carrier: '自配送', carrierName: '', number: 'X' })).toBeNull();
  });

  test('a few letters find the carrier', () => {
    expect(carriersLike('韵达')[0]?.code).toBe('yunda');
    expect(carriersLike('fedex')[0]?.code).toBe('fedex');
  });
});
