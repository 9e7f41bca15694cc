import { Type } from '@guitai/contract';
import { describe, expect, it } from 'vitest';
import { compileWriter } from './shape.ts';

const card = Type.Union([
  Type.Object({ type: Type.Literal('order'), number: Type.String() }),
  Type.Object({
    type: Type.Literal('product'),
    title: Type.String(),
    price: Type.Optional(Type.Integer()),
  }),
]);

describe('the shape of a reply', () => {
  it('writes what is declared and nothing else, at any depth', () => {
    const write = compileWriter(
      Type.Object({
        items: Type.Array(card),
        next: Type.Union([Type.String(), Type.Null()]),
        more: Type.Record(Type.String(), Type.Unknown()),
      }),
    );
    const said = {
      items: [
        { type: 'order', number: '1', secret: 'x' },
        { type: 'product', title: '壶 "一"', price: undefined },
      ],
      next: null,
      more: { a: [1, null, { b: '\u2028' }] },
      hash: 'y',
    };
    expect(JSON.parse(write(said))).toEqual({
      items: [
        { type: 'order', number: '1' },
        { type: 'product', title: '壶 "一"' },
      ],
      next: null,
      more: { a: [1, null, { b: '\u2028' }] },
    });
  });

  it('writes instants as text and keeps false, zero and empty texts', () => {
    const write = compileWriter(
      Type.Object({
        at: Type.String(),
        no: Type.Boolean(),
        zero: Type.Integer(),
        text: Type.String(),
      }),
    );
    expect(write({ at: new Date(0), no: false, zero: 0, text: '' })).toBe(
      '{"at":"1970-01-01T00:00:00.000Z","no":false,"zero":0,"text":""}',
    );
  });

  it('throws for a missing field, a foreign alternative and a list that is none', () => {
    expect(() => compileWriter(Type.Object({ a: Type.String() }))({})).toThrow(/field a/);
    expect(() => compileWriter(card)({ type: 'parcel' })).toThrow(/alternatives/);
    expect(() => compileWriter(Type.Array(card))({})).toThrow(/list/);
    expect(() => compileWriter(Type.Object({}))(null)).toThrow(/object/);
  });
});
