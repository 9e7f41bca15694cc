import { describe, expect, test } from 'vitest';
import { drawingOf } from '../pictures/picture.ts';
import { chats } from './chats.ts';
import { factsOf } from './order.rules.ts';
import { orders } from './orders.ts';
import { buyers, colleagues } from './people.ts';
import { products } from './products.ts';
import { categories } from './words.ts';

const now = new Date('2026-03-18T08:00:00Z');
const buyerOf = (key: string) => {
  const buyer = buyers.find((one) => one.key === key);
  if (!buyer) throw new Error(`nobody is called ${key}`);
  return buyer;
};
const facts = orders.map((order, seed) => ({
  order,
  facts: factsOf(seed, order, buyerOf(order.buyer), 'zh-CN', now),
}));

describe('OPS-01 the sample shop', () => {
  test('has about thirty products with variants, twenty buyers and sixty orders in every state', () => {
    expect(products).toHaveLength(30);
    expect(buyers).toHaveLength(20);
    expect(orders).toHaveLength(60);
    expect(new Set(orders.map((order) => order.status)).size).toBe(11);
    expect(chats.length).toBeGreaterThanOrEqual(12);
  });

  test('says everything in three languages that differ', () => {
    for (const product of products)
      for (const texts of [
        product.title,
        product.text,
        product.differ,
        categories[product.category],
      ]) {
        expect(texts.every((text) => text.length > 0)).toBe(true);
        expect(texts[2]).toMatch(/^[\x20-\x7e×’“”–é]+$/);
      }
  });

  test('has a drawn picture for every variant', () => {
    for (const { facts: known } of facts)
      for (const line of known.lines) {
        const name = line.picture.split('/').at(-1) ?? '';
        expect(drawingOf(name)).toContain('<svg');
      }
    expect(drawingOf('../../etc-clay.png')).toBeNull();
    expect(drawingOf('teapot-gold.png')).toBeNull();
  });

  test('gives no two orders one number, no SKU twice, and nobody a real number', () => {
    const skus = products.flatMap((product) => product.variants.map((variant) => variant.sku));
    expect(new Set(skus).size).toBe(skus.length);
    expect(new Set(facts.map(({ facts: known }) => known.number)).size).toBe(60);
    for (const buyer of buyers) expect(buyer.phone).toMatch(/000|^\+447700900|^\+4915550/);
  });

  test('pays to the cent what it costs, and refunds no more than was paid', () => {
    for (const { order, facts: known } of facts) {
      const sum = known.lines.reduce((total, line) => total + line.quantity * line.unitMinor, 0);
      expect(known.totalMinor).toBe(sum - order.discountMinor + order.postageMinor);
      const of = (direction: string) =>
        known.payments
          .filter((one) => one.direction === direction)
          .reduce((total, one) => total + one.amountMinor, 0);
      expect(of('payment')).toBe(known.paidAt ? known.totalMinor : 0);
      expect(of('refund')).toBeLessThanOrEqual(of('payment'));
    }
  });

  test('happens in the past, in order', () => {
    for (const { facts: known } of facts) {
      const times = [
        known.placedAt,
        ...(known.paidAt ? [known.paidAt] : []),
        ...known.parcels.flatMap((parcel) => parcel.steps.map((step) => step.at)),
        ...(known.endedAt ? [known.endedAt] : []),
      ].map((at) => at.getTime());
      expect([...times].sort((a, b) => a - b)).toEqual(times);
      expect(times.at(-1)).toBeLessThanOrEqual(now.getTime());
    }
  });

  test('talks only of buyers and products that are there, holders who are colleagues, in rising time', () => {
    for (const chat of chats) {
      expect(buyerOf(chat.buyer)).toBeDefined();
      const times = chat.said.map(([, minutes]) => -minutes);
      expect([...times].sort((a, b) => a - b)).toEqual(times);
      for (const [who, , words] of chat.said) {
        const key = who.replace('note:', '');
        expect(key === 'b' || colleagues.some((colleague) => colleague.key === key)).toBe(true);
        const [, product] = /^card:product (\S+)$/.exec(words) ?? [];
        if (product) expect(products.some((one) => one.key === product)).toBe(true);
      }
    }
  });
});
