import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { corpus } from '../../../../test/addresses/corpus.ts';
import { seeded } from '../../../../test/addresses/random.ts';
import { readAddressText } from './index.ts';

const shared = (name: string) =>
  new URL(`../../../../../../../shared/data/${name}`, import.meta.url);
const read = (name: string): string | null => {
  try {
    return readFileSync(shared(name), 'utf8');
  } catch {
    return null;
  }
};

/** Every text in a JSON value. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

const blank = (text: string) => text.normalize('NFKD').replace(/[\s,，-]/g, '');

/** Nothing invented: name and street use up the letters of the text. */
function expectInside(text: string, { name, street }: { name: string; street: string }) {
  const source = blank(text);
  for (const letter of blank(name + street)) expect(source).toContain(letter);
}

const samples = corpus(20_261_121, 3000);

describe('SHOP-06 Three thousand made addresses over all districts', () => {
  it('has the region right in 99.3 of 100, and never a wrong one without saying so', () => {
    const wrong = samples.filter(({ text, province, city, district }) => {
      const { address } = readAddressText(text);
      return (
        address.province !== province || address.city !== city || address.district !== district
      );
    });
    expect(wrong.length / samples.length).toBeLessThan(0.007);
    const unsaid = wrong.filter(({ text }) => readAddressText(text).sure.region);
    expect(unsaid.map(({ text }) => text)).toEqual([]);
  });

  it('has name, telephone and street', () => {
    const read = samples.map(({ text }) => readAddressText(text).address);
    const share = (field: 'name' | 'phone' | 'street') =>
      read.filter((address, at) => address[field] === samples[at]?.[field]).length / samples.length;
    expect(share('name')).toBeGreaterThan(0.99);
    expect(share('phone')).toBeGreaterThan(0.99);
    expect(share('street')).toBeGreaterThan(0.99);
  });

  it('invents nothing, whatever is cut out, doubled or turned round', () => {
    const random = seeded(5);
    for (const { text } of samples.slice(0, 600)) {
      const cut = random.below(text.length);
      for (const form of [
        text,
        text.slice(cut),
        text.slice(0, cut),
        text + text,
        [...text].reverse().join(''),
      ]) {
        expectInside(form, readAddressText(form).address);
      }
    }
  });

  it('reads its own reading again to the same region', () => {
    for (const { text } of samples.slice(0, 600)) {
      const { address, sure } = readAddressText(text);
      if (!sure.region) continue;
      const written = `${address.province}${address.city}${address.district} ${address.street}`;
      const { province, city, district } = readAddressText(written).address;
      expect([province, city, district]).toEqual([
        address.province,
        address.city,
        address.district,
      ]);
    }
  });
});

describe('SHOP-06 Real addresses', () => {
  const orders = read('jd-shop/orders.json');
  it.runIf(orders)('of a Chinese shop', () => {
    for (const order of Object.values(
      JSON.parse(orders ?? '{}') as Record<string, Record<string, unknown>>,
    )) {
      const a = order.收货地址 as Record<string, string>;
      const text = `${a.收件人姓名} ${a.电话号码} ${a.省份}${a.城市}${a.区县}${a.详细地址}`;
      const { address } = readAddressText(text);
      expect([address.district, address.name, address.phone]).toEqual([
        a.区县,
        a.收件人姓名,
        a.电话号码,
      ]);
    }
  });

  const users = read('retail-shop/users.json');
  it.runIf(users)('of an American shop', () => {
    for (const { address: a, name } of Object.values(
      JSON.parse(users ?? '{}') as Record<string, Record<string, Record<string, string>>>,
    )) {
      const text = `${name?.first_name} ${name?.last_name}\n${a?.address1}\n${a?.address2}\n${a?.city}, ${a?.state} ${a?.zip}\n${a?.country}`;
      const { address } = readAddressText(text, 'US');
      expect([address.city, address.province, address.postcode]).toEqual([
        a?.city,
        a?.state,
        a?.zip,
      ]);
    }
  });
});

describe('SHOP-06 Hostile text is read like any other', () => {
  const files = ['blns.json', 'hostile-text.json', 'csv-injection.json'].map((name) =>
    read(`hostile/${name}`),
  );
  it.runIf(files.every(Boolean))('without a fault', () => {
    for (const text of files.flatMap((file) => textsOf(JSON.parse(file ?? '[]')))) {
      for (const form of [text, `浙江省杭州市余杭区${text}`, `${text} 13812345678 张三`]) {
        expectInside(form, readAddressText(form).address);
      }
    }
  });

  it('does not grow with what would make a pattern search again and again', () => {
    for (const unit of [
      '1',
      '1 ',
      '1-',
      '省',
      '中国 ',
      '朝阳区',
      '吉林吉林市',
      '收货人:',
      '+86 ',
      '((',
      'A a',
      '\u{1f600}',
      '（1',
      '中山路',
    ]) {
      const reading = readAddressText(unit.repeat(20_000));
      expect(reading.problems).toContain('too_long');
    }
  });
});
