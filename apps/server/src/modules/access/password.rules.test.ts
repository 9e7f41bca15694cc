import { describe, expect, test } from 'vitest';
import { emailKey, tooEasy } from './password.rules.ts';

describe('SEC-02 passwords that anybody would try first', () => {
  test.each([
    '1234567890',
    '0987654321',
    'aaaaaaaaaa',
    'abababababab',
    'Password123!',
    'qwertyuiop',
    'abcdefghijk',
    'heyaqin2024',
    'heyaqin@example.com',
    'admin123456',
  ])('%s is refused', (password) => {
    expect(tooEasy(password, 'HeYaqin@example.com')).toBe(true);
  });

  test.each([
    '竹筷子配青花瓷碗盘子杯子',
    'correct horse battery',
    'guitai-dao-di-hao-bu-hao',
    'k3#vTq9!zLm2',
  ])('%s is taken', (password) => {
    expect(tooEasy(password, 'heyaqin@example.com')).toBe(false);
  });

  test('one person, however the address is typed', () => {
    expect(emailKey(' HeYaqin@Example.COM ')).toBe('heyaqin@example.com');
    expect(emailKey('ｈｅ@example.com')).toBe('he@example.com');
  });
});
