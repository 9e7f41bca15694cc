import { expect, test } from 'vitest';
import { nextAddress } from './next.ts';

test('after signing in one comes back to where one was, and never to another site', () => {
  expect(nextAddress('?next=%2Forders%2F1%3Fq%3Da')).toBe('/orders/1?q=a');
  expect(nextAddress('')).toBe('/');
  expect(nextAddress('?next=https%3A%2F%2Fevil.example')).toBe('/');
  expect(nextAddress('?next=%2F%2Fevil.example')).toBe('/');
  expect(nextAddress('?next=%2F%5Cevil.example')).toBe('/');
  expect(nextAddress('?next=%2Fsign-in')).toBe('/');
});
