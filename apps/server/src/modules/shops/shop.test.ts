import { access, shops } from '@guitai/contract';
import { describe, expect, test } from 'vitest';
import { type Office, office, outcomeOf } from '../../../test/office.ts';
import { findShop } from './find-shop.ts';
import { defaultSettings } from './settings.rules.ts';

const second = {
  name: 'Green Bamboo',
  kind: 'imported' as const,
  currency: 'USD',
  timezone: 'America/New_York',
  locale: 'en' as const,
  colour: '#114488',
};

const lead = async (o: Office, shopIds: string[] | null) => {
  await (await o.as('何雅琴')).call(access.changeMemberRole, {
    memberId: o.member('周启明'),
    role: 'lead',
    shopIds,
  });
  return o.as('周启明');
};

describe('shops', () => {
  test('the owner opens a second shop; the name is taken whatever the case', async () => {
    const o = await office();
    const owner = await o.as('何雅琴');
    const shop = await owner.call(shops.createShop, second);
    expect(shop).toMatchObject({ ...second, can: ['updateShop', 'updateShopSettings'] });
    const twice = await owner.attempt(shops.createShop, { ...second, name: 'GREEN bamboo' });
    expect(outcomeOf(twice)).toBe('shop.name_taken');
    const nowhere = await owner.attempt(shops.createShop, {
      ...second,
      name: 'x',
      timezone: 'X/Y',
    });
    expect(outcomeOf(nowhere)).toBe('shop.timezone_unknown');
    const { items } = await owner.call(shops.listShops, { limit: 1 });
    expect(items.map((one) => one.id)).toEqual([o.shop]);
  });

  test('ACL-02 a member limited to one shop neither lists, reads nor changes another', async () => {
    const o = await office();
    const owner = await o.as('何雅琴');
    const other = await owner.call(shops.createShop, second);
    const limited = await lead(o, [o.shop]);
    const { items } = await limited.call(shops.listShops, {});
    expect(items.map((one) => one.id)).toEqual([o.shop]);
    const shopId = other.id;
    for (const outcome of [
      await limited.attempt(shops.getShopSettings, { shopId }),
      await limited.attempt(shops.updateShop, { shopId, name: 'x' }),
      await limited.attempt(shops.updateShopSettings, { shopId, answerPromiseSeconds: 30 }),
    ]) {
      expect(outcomeOf(outcome)).toBe('shop.not_found');
    }
    expect(outcomeOf(await limited.attempt(shops.createShop, second))).toBe('access.denied');
  });

  test('SEC-06 a shop of another team is not there', async () => {
    const [o, other] = [await office(), await office()];
    const owner = await o.as('何雅琴');
    const outcome = await owner.attempt(shops.getShopSettings, { shopId: other.shop });
    expect(outcomeOf(outcome)).toBe('shop.not_found');
    expect(await o.db.read(o.actor('何雅琴'), (tx) => findShop(tx, other.shop))).toBeNull();
  });

  test('settings: defaults, changes field by field, two people at once both kept', async () => {
    const o = await office();
    const owner = await o.as('何雅琴');
    const shopId = o.shop;
    expect(await owner.call(shops.getShopSettings, { shopId })).toEqual(defaultSettings);
    await Promise.all([
      owner.call(shops.updateShopSettings, { shopId, answerPromiseSeconds: 45 }),
      (await o.as('周启明')).call(shops.updateShopSettings, { shopId, reopenWindowHours: 24 }),
    ]);
    expect(await owner.call(shops.getShopSettings, { shopId })).toEqual({
      ...defaultSettings,
      answerPromiseSeconds: 45,
      reopenWindowHours: 24,
    });
    const bad = await owner.attempt(shops.updateShopSettings, {
      shopId,
      orderNumberPattern: '{YYYY}',
    });
    expect(outcomeOf(bad)).toBe('shop.pattern_invalid');
    const agent = await o.as('林小满');
    const denied = await agent.attempt(shops.updateShopSettings, { shopId, reopenWindowHours: 1 });
    expect(outcomeOf(denied)).toBe('access.denied');
  });

  test('a renamed shop is told and keeps its currency', async () => {
    const o = await office();
    const owner = await o.as('何雅琴');
    const shop = await owner.call(shops.updateShop, {
      shopId: o.shop,
      name: '青竹',
      colour: '#223344',
    });
    expect(shop).toMatchObject({ name: '青竹', colour: '#223344', currency: 'CNY' });
    const odd = await owner.raw({
      method: 'PATCH',
      path: `/api/shops/${o.shop}`,
      headers: { 'content-type': 'application/json' },
      body: { currency: 'USD' },
    });
    expect(odd.status).toBe(400);
  });
});
