import { buyers } from '@guitai/contract';
import { beforeAll, describe, expect, it } from 'vitest';
import { codeOf } from '../test/talk.ts';
import { type World, world } from '../test/world.ts';

let w: World;
beforeAll(async () => {
  w = await world();
});

describe('OPS-07 figures for the operator', () => {
  const ask = async (remoteAddress: string, headers: Record<string, string> = {}) =>
    (await w.built.app.inject({ url: '/metrics', remoteAddress, headers })).statusCode;

  it('are read from the machine itself and by nobody else', async () => {
    expect(await ask('127.0.0.1')).toBe(200);
    expect(await ask('203.0.113.7')).toBe(404);
    expect(await ask('127.0.0.1', { 'x-forwarded-for': '203.0.113.7' })).toBe(404);
    expect(await ask('203.0.113.7', { authorization: 'Bearer guessed' })).toBe(404);
  });
});

describe('ACL-05 searching by a whole phone number', () => {
  it('has an end, so that what is masked cannot be tried out', async () => {
    const agent = await w.as('林小满');
    const find = (q: string) => codeOf(agent.call(buyers.listBuyers, { q }));
    const answers: string[] = [];
    for (let n = 0; n < 125; n += 1)
      answers.push(await find(`1381234${String(n).padStart(4, '0')}`));
    expect(answers.slice(0, 120)).toEqual(Array(120).fill('done'));
    expect(answers.at(-1)).toBe('rate.limited');
    expect(await find('王')).toBe('done');
  });
});
