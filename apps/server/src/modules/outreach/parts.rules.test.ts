import { countParts, smsText, splitText } from '@guitai/contract/outreach.sms';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isChatStop, isRobotAddress, isStop } from './opt-out.rules.ts';

describe('SMS-01 parts of a text message', () => {
  it.each([
    ['a'.repeat(160), 'gsm7', 1],
    ['a'.repeat(161), 'gsm7', 2],
    ['a'.repeat(306), 'gsm7', 2],
    ['a'.repeat(307), 'gsm7', 3],
    ['€'.repeat(80), 'gsm7', 1],
    ['€'.repeat(81), 'gsm7', 2],
    ['您'.repeat(70), 'ucs2', 1],
    ['您'.repeat(71), 'ucs2', 2],
    ['您'.repeat(134), 'ucs2', 2],
    ['您'.repeat(135), 'ucs2', 3],
    ['😀'.repeat(35), 'ucs2', 1],
    ['😀'.repeat(36), 'ucs2', 2],
    ['', 'gsm7', 1],
  ])('%s', (text, alphabet, parts) => {
    expect(countParts(text)).toMatchObject({ alphabet, parts });
  });

  it('whatever is written: the parts join to the text, each fits, no character is torn', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 400 });
    fc.assert(
      fc.property(
        fc.oneof(text, fc.string({ unit: fc.constantFrom('a', '€', '{'), maxLength: 700 })),
        (given) => {
          const { alphabet, parts } = splitText(given);
          expect(parts.join('')).toBe(given);
          const most =
            parts.length === 1 ? (alphabet === 'gsm7' ? 160 : 70) : alphabet === 'gsm7' ? 153 : 67;
          for (const part of parts) {
            const units =
              alphabet === 'ucs2'
                ? part.length
                : [...part].reduce((n, c) => n + ('^{}\\[~]|€'.includes(c) ? 2 : 1), 0);
            expect(units).toBeLessThanOrEqual(most);
            expect(part.isWellFormed()).toBe(given.isWellFormed());
          }
          expect(countParts(given).parts).toBe(parts.length);
        },
      ),
    );
  });
});

describe('CMP-04 words that are a no', () => {
  it.each(['退订', ' 退訂。', 'TD', 'td', 'Ｔ', 'N', 'STOP', 'Stop.', 'unsubscribe'])(
    '%s',
    (word) => {
      expect(isStop(word)).toBe(true);
    },
  );
  it.each(['不要退订', '退订多少钱', '好的', 'not', 'Tomorrow', ''])('%s is none', (word) => {
    expect(isStop(word)).toBe(false);
  });
  it.each([
    ['退订', true],
    ['N', false],
    ['T', false],
    ['TD', true],
  ])('in a chat %s: %s', (word, is) => {
    expect(isChatStop(word)).toBe(is);
  });
  it.each([
    ['no-reply@shop.example', true],
    ['noreply+1@shop.example', true],
    ['MAILER-DAEMON@x.example', true],
    ['bounce-123@x.example', true],
    ['dev-request@x.example', true],
    ['a@lists.example.org', true],
    ['li@example.com', false],
    ['norely.wang@example.com', false],
  ])('AUT-09 %s is a robot: %s', (address, is) => {
    expect(isRobotAddress(address)).toBe(is);
  });
});

describe('CMP-04 advertising by text message says how to hear no more', () => {
  const selling = { topic: 'marketing', locale: 'zh-TW', gateway: 'smpp' } as const;
  it.each([
    ['上新啦', selling, '上新啦 退訂回T'],
    ['上新啦', { ...selling, locale: null }, '上新啦 退订回T'],
    ['New tea is here.', selling, 'New tea is here. Reply STOP to opt out'],
    ['上新啦，退订回N', selling, '上新啦，退订回N'],
    ['拒收请回复R', selling, '拒收请回复R'],
    ['破损可拒收，退订单也行', selling, '破损可拒收，退订单也行 退訂回T'],
    ['Stop by today!', selling, 'Stop by today! Reply STOP to opt out'],
    ['上新啦', { ...selling, gateway: 'aliyun' }, '上新啦'],
    ['已发货', { ...selling, topic: 'service' }, '已发货'],
  ] as const)('%s', (text, occasion, leaves) => {
    expect(smsText(text, occasion)).toBe(leaves);
    expect(smsText(leaves, occasion)).toBe(leaves);
  });
});
