import { expect, test } from 'vitest';
import { tokenIn } from './token.ts';

test('the secret is found in a whole link, behind the #, or alone', () => {
  const secret = 'Zm9vYmFyYmF6cXV4MTIzNDU2';
  expect(tokenIn(`http://127.0.0.1:8080/desk/set-up#${secret}`)).toBe(secret);
  expect(tokenIn(`#${secret}`)).toBe(secret);
  expect(tokenIn(` ${secret} `)).toBe(secret);
  expect(tokenIn('http://127.0.0.1:8080/desk/set-up')).toBe('');
  expect(tokenIn('')).toBe('');
});
