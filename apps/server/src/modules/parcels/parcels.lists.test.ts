import { describe, expect, test } from 'vitest';
import { hands, parcelShop } from '../../../test/underway.ts';
import { listCarriers } from './choices.ts';
import { createParcelProviderWith, listParcelProvidersWith } from './provider.ts';

const { w, shipped } = await parcelShop();

test('SHOP-08 an account of another shop is not on the list; one of the whole team is', async () => {
  const other = await w.anotherShop('二店');
  const secrets = { secret: 'theirs' };
  const theirs = { kind: 'sandbox', shopId: other, secrets } as const;
  await w.write((tx) => createParcelProviderWith(hands)(w.member('owner'), tx, theirs));
  const list = async (...[role, shops]: Parameters<typeof w.member>) =>
    (await w.read((tx) => listParcelProvidersWith(hands)(w.member(role, shops), tx))).items.map(
      ({ shopId }) => shopId,
    );
  expect(await list('lead', [w.shop])).toEqual([null]);
  expect(await list('lead', [other])).toEqual([null, other]);
  expect(await list('owner')).toEqual([null, other]);
});

describe('SHOP-08 which carrier a number is of', () => {
  const names = async (input: object, shops?: string[]) =>
    (await w.read((tx) => listCarriers(w.member('agent', shops), tx, input))).items;

  test("the shop's own come first; a shape of several is offered as several; another shop learns nothing", async () => {
    for (const number of ['4310000000001', '4310000000002']) await shipped(number, '韵达快递');
    await shipped('75812345678901', '中通快递');
    const own = await names({ shopId: w.shop });
    expect(own[0]).toMatchObject({ own: true, fits: false });
    expect(own.map(({ code }) => code)).toContain('zhongtong');
    const [first] = await names({ shopId: w.shop, number: '4310000000003' });
    expect(first).toMatchObject({ code: 'yunda', fits: true, own: true });
    expect((await names({ number: 'SF1234567890123' }))[0]).toMatchObject({
      ...{ code: 'shunfeng', fits: true, own: false },
    });
    const other = await w.anotherShop('三店');
    const strange = await names({ shopId: w.shop, number: '4310000000003' }, [other]);
    expect(strange.map(({ code, own: mine }) => [code, mine])).toEqual([['yunda', false]]);
  });
});
