import { scripts } from '@guitai/contract';
import { describe, expect, it } from 'vitest';
import { fill, unfilled, unknownNames } from './fill.rules.ts';

describe('SCR-03 variables', () => {
  it('take their value, else the fallback, else they are named at their place', () => {
    const template = '您好{buyer.name|亲}，{order.number|您的订单}已由{logistics.carrier}发出';
    const { text, missing } = fill(template, { 'order.number': '8801' });
    expect(text).toBe('您好亲，8801已由{logistics.carrier}发出');
    expect(missing.map(({ name, start, end }) => [name, text.slice(start, end)])).toEqual([
      ['logistics.carrier', '{logistics.carrier}'],
    ]);
    expect(fill('{buyer.name}', { 'buyer.name': '  ' }).missing).toHaveLength(1);
    expect(fill('a{today|}b', {}).text).toBe('ab');
  });

  it('never read a value again: a buyer called {order.number} stays one', () => {
    const { text, missing } = fill('{buyer.name}', { 'buyer.name': '{order.number}' });
    expect([text, missing]).toEqual(['{order.number}', []]);
  });

  it('refuse what is no variable and leave other braces alone', () => {
    expect(unknownNames('{buyer.phone} {order.address} {order.number}')).toEqual([
      'buyer.phone',
      'order.address',
    ]);
    expect(unknownNames('{笑} {A} {} {{X}')).toEqual([]);
    expect(unfilled('还差{order.number}和{nothing.known}')).toEqual(['order.number']);
  });

  it('hold for 500 random templates: every place is right, and nothing known is left unnamed', () => {
    let state = 3;
    const roll = (below: number) => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((state / 2_147_483_648) * below);
    };
    const names = scripts.scriptVariables;
    const pieces = ['您好', ' {', '}', '|', '😀', '\n'];
    for (let round = 0; round < 500; round += 1) {
      let template = '';
      const values: Record<string, string> = {};
      for (let n = 0; n < 6; n += 1) {
        const name = names[roll(names.length)] as string;
        const kind = roll(4);
        template += pieces[roll(3) === 0 ? roll(pieces.length) : 0];
        template += kind === 0 ? `{${name}|备用}` : `{${name}}`;
        if (kind === 1) values[name] = `值${n}`;
      }
      const { text, missing } = fill(template, values);
      for (const { name, start, end } of missing) {
        expect(text.slice(start, end)).toBe(`{${name}}`);
        expect(values[name]).toBeUndefined();
      }
      expect(unfilled(text).sort()).toEqual(missing.map(({ name }) => name).sort());
    }
  });
});
