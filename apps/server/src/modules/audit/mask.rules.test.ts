import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maskEmail, masked, maskPhone } from './mask.rules.ts';

describe('ACL-05 what goes on record is masked', () => {
  test('phones, addresses and e-mails under their usual names', () => {
    const before = {
      phone: '13812344614',
      address: { province: '浙江省', line1: '余杭区文一西路 969 号' },
      email: 'xiaoman@example.com',
      level: 2,
    };
    expect(masked(before)).toEqual({
      phone: '138****4614',
      address: { province: '浙***', line1: '余杭区文一西***' },
      email: 'x***@example.com',
      level: 2,
    });
  });

  test('whom an invoice is made out to, and the tax number', () => {
    const personal = { invoiceTitle: '王晓敏', taxNumber: '330106199003070021' };
    expect(masked(personal)).toEqual({ invoiceTitle: '王***', taxNumber: '330****0021' });
    const company = { invoiceTitle: '青竹家居有限公司', taxNumber: '91330110MA27XYZ08K' };
    expect(masked(company)).toEqual({ invoiceTitle: '青竹家居***', taxNumber: '913301***' });
  });

  test('phones and e-mails inside other texts', () => {
    expect(masked({ remark: '电话 13812344614，邮箱 a@b.cn' })).toEqual({
      remark: '电话 138****4614，邮箱 a***@b.cn',
    });
  });

  test('secrets leave nothing', () => {
    expect(masked({ password: 'hunter22', token: 'abc' })).toEqual({
      password: '***',
      token: '***',
    });
  });

  test('order numbers, ids and amounts stay as they are', () => {
    const state = {
      number: '20260318-071',
      orderId: '0195a2b4-7c1d-7e00-8a10-1234567890ab',
      totalMinor: 46800,
    };
    expect(masked(state)).toEqual(state);
  });

  test('no phone survives whatever its writing', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^1[3-9]\d{9}$/),
        fc.constantFrom('', '+86', '+86 ', '0086'),
        (digits, prefix) => {
          const shown = JSON.stringify(masked({ phone: `${prefix}${digits}` }));
          expect(shown).not.toContain(digits);
          expect(shown).not.toContain(digits.slice(3, 9));
        },
      ),
    );
  });

  test('short ones too', () => {
    expect(maskPhone('8612')).toBe('****');
    expect(maskEmail('何@例子.中国')).toBe('何***@例子.中国');
  });
});
