import { channels, conversations, orders, payments, sample, storefront } from '@guitai/contract';
import { createClient } from '@guitai/sdk';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { type AtCounter, address, atCounter } from '../../../test/counter.ts';
import { outcomeOf } from '../../../test/office.ts';
import { type World, world } from '../../../test/world.ts';
import { system } from '../../kernel/actor.ts';
import { newId } from '../../kernel/ids.ts';
import { run } from '../../kernel/tx.ts';

/** The storefront's page: knows its site, and once signed in the token in its memory. */
function pageOf(w: World, site: string, locale: 'zh-CN' | 'zh-TW' | 'en' = 'zh-CN') {
  let token: string | null = null;
  const client = createClient({
    baseUrl: '',
    locale,
    headers: () => ({ 'guitai-site': site, ...(token ? { 'guitai-identity': token } : {}) }),
    fetch: async (url, init) => {
      const response = await w.built.app.inject({
        method: (init.method ?? 'GET') as 'GET',
        url,
        headers: {
          ...Object.fromEntries(new Headers(init.headers)),
          'x-forwarded-for': '198.51.100.7',
        },
        ...(typeof init.body === 'string' ? { payload: init.body } : {}),
      });
      return new Response(response.body, {
        status: response.statusCode,
        headers: { 'content-type': String(response.headers['content-type'] ?? '') },
      });
    },
  });
  return {
    ...client,
    async signIn(shopperId: string) {
      const signed = await client.call(storefront.signInShopper, { shopperId });
      token = signed.token;
      return signed;
    },
    take: (given: string) => {
      token = given;
    },
  };
}

describe('the demo shop', () => {
  let w: World;
  let site = '';
  const page = (locale?: 'zh-CN' | 'zh-TW' | 'en') => pageOf(w, site, locale);

  beforeAll(async () => {
    w = await world();
    const owner = await w.as('何雅琴');
    await owner.call(sample.loadSampleShop, {});
    site = (await owner.call(storefront.getStorefront, {})).site ?? '';
  });

  test('shows its shelf in three languages, by category and by words', async () => {
    const front = await page('zh-TW').call(storefront.getStorefront, { locale: 'zh-TW' });
    expect(front).toMatchObject({
      shopName: '青竹家居',
      currency: 'CNY',
      categories: ['餐廚', '茶器', '陶瓷', '收納', '織品', '香與燈'],
    });
    expect(front.shoppers.map((shopper) => shopper.name)).toContain('王晓敏');
    const all = await page().call(storefront.listStorefrontProducts, {});
    expect(all.items).toHaveLength(30);
    expect(all.items[0]).toMatchObject({ title: '竹制餐盘', category: '餐厨', priceMinor: 5_800 });
    const tea = await page('en').call(storefront.listStorefrontProducts, {
      category: 'Tea',
      locale: 'en',
    });
    expect(tea.items.map((item) => item.category)).toEqual(Array(7).fill('Tea'));
    const found = await page().call(storefront.listStorefrontProducts, { q: '茶壶' });
    expect(found.items.map((item) => item.title)).toContain('紫砂西施壶');
    const product = await page('en').call(storefront.getStorefrontProduct, {
      productId: tea.items[1]?.id ?? '',
      locale: 'en',
    });
    expect(product).toMatchObject({
      title: 'Yixing teapot “Xishi”',
      variants: [{ title: '180 ml', priceMinor: 46_800 }, { title: '240 ml' }],
    });
  });

  test('finds a product by the shop’s own key, as its cards link to it', async () => {
    const pot = await page().call(storefront.getStorefrontProduct, { productId: 'teapot' });
    expect(pot.title).toBe('紫砂西施壶');
    const none = await page().attempt(storefront.getStorefrontProduct, { productId: 'no-such' });
    expect(outcomeOf(none)).toBe('product.not_found');
  });

  test('pages by cursor without repeating or losing a product', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const part = await page().call(storefront.listStorefrontProducts, {
        limit: 7,
        ...(cursor ? { cursor } : {}),
      });
      seen.push(...part.items.map((item) => item.id));
      cursor = part.next ?? undefined;
    } while (cursor);
    expect(new Set(seen).size).toBe(30);
    expect(seen).toHaveLength(30);
  });

  test('SEC-04 serves drawn pictures as pixels only, and nothing else under that address', async () => {
    const [first] = (await page().call(storefront.listStorefrontProducts, { limit: 1 })).items;
    const picture = await w.built.app.inject({ method: 'GET', url: first?.imageUrl ?? '' });
    expect(picture.statusCode).toBe(200);
    expect(picture.headers['content-type']).toBe('image/png');
    expect(picture.headers['content-security-policy']).toContain("default-src 'none'");
    expect(picture.headers['cache-control']).toContain('immutable');
    expect(picture.rawPayload.subarray(1, 4).toString()).toBe('PNG');
    for (const name of ['teapot-gold.png', '..%2Fteapot-clay.png', 'teapot-clay.svg'])
      expect(
        (await w.built.app.inject({ method: 'GET', url: `/api/storefront/pictures/${name}` }))
          .statusCode,
      ).toBeGreaterThanOrEqual(400);
  });

  test('signs in only its invented shoppers; the chat knows them by the same token', async () => {
    const front = await page().call(storefront.getStorefront, {});
    const shopper = front.shoppers.find((one) => one.name === '王晓敏');
    const shop = page();
    const signed = await shop.signIn(shopper?.id ?? '');
    expect(Date.parse(signed.expiresAt) - Date.now()).toBeLessThanOrEqual(600_000);
    const chat = pageOf(w, site);
    const secret = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url');
    const visitor = createVisitor(w, site, secret, signed.token);
    await visitor.call(channels.sendChatMessage, { clientKey: newId(), text: '我的订单到哪了' });
    const own = await visitor.call(channels.listChatOrders, {});
    expect(own.items).toHaveLength(6);
    expect(outcomeOf(await chat.attempt(storefront.signInShopper, { shopperId: newId() }))).toBe(
      'shopper.not_found',
    );
    const refreshed = await shop.call(storefront.issueIdentityToken, {
      shopperId: shopper?.id ?? '',
    });
    expect(refreshed.token).not.toBe(signed.token);
    const owner = await w.as('何雅琴');
    const list = await owner.call(conversations.listConversations, { view: 'all' });
    expect(list.items.filter((one) => one.buyerName === '王晓敏')).toHaveLength(1);
  });

  test('takes an order and a payment; what a shopper may see is their own', async () => {
    const front = await page().call(storefront.getStorefront, {});
    const [a, b] = front.shoppers;
    const shop = page();
    await shop.signIn(a?.id ?? '');
    const products = await shop.call(storefront.listStorefrontProducts, {});
    const cup = await shop.call(storefront.getStorefrontProduct, {
      productId: products.items.find((one) => one.title === '青瓷品茗杯')?.id ?? '',
    });
    const variantId = cup.variants[0]?.id ?? '';
    const placed = await shop.call(storefront.placeOrder, {
      items: [
        { variantId, quantity: 1 },
        { variantId, quantity: 2 },
      ],
      address,
      note: '送人',
    });
    expect(placed).toMatchObject({
      state: 'placed',
      totalMinor: 10_800,
      paidMinor: 0,
      can: ['payOrder'],
      items: [{ quantity: 3, unitMinor: 3_600 }],
      address,
    });
    const link = { orderId: placed.id, gateway: 'sandbox' as const };
    const opened = await (await w.as('何雅琴')).call(payments.openPaymentLink, link);
    expect(opened).toMatchObject({ amountMinor: 10_800, failure: null });
    const failed = await shop.attempt(storefront.payOrder, { orderId: placed.id, outcome: 'fail' });
    expect(outcomeOf(failed)).toBe('storefront.payment_failed');
    expect(
      (await shop.call(storefront.payOrder, { orderId: placed.id, outcome: 'stay_unpaid' }))
        .paidMinor,
    ).toBe(0);
    const paying = { orderId: placed.id, outcome: 'succeed' } as const;
    const key = { idempotencyKey: 'the-shopper-pays' };
    const paid = await shop.call(storefront.payOrder, paying, key);
    expect(await shop.call(storefront.payOrder, paying, key)).toEqual(paid);
    expect(
      outcomeOf(await shop.attempt(storefront.payOrder, { ...paying, outcome: 'fail' }, key)),
    ).toBe('idempotency.key_reused');
    expect(paid).toMatchObject({
      state: 'paid',
      paidMinor: 10_800,
      can: [],
      timeline: [{ code: 'placed' }, { code: 'paid' }],
    });
    expect(
      outcomeOf(
        await shop.attempt(storefront.payOrder, { orderId: placed.id, outcome: 'succeed' }),
      ),
    ).toBe('order.not_payable');
    const mine = await shop.call(storefront.listShopperOrders, {});
    expect(mine.items[0]?.id).toBe(placed.id);

    const byNumber = await shop.call(storefront.getShopperOrder, { orderId: placed.number });
    expect(byNumber.id).toBe(placed.id);

    const other = page();
    await other.signIn(b?.id ?? '');
    const foreign = await other.attempt(storefront.getShopperOrder, { orderId: placed.number });
    expect(outcomeOf(foreign)).toBe('order.not_found');
    expect(outcomeOf(await other.attempt(storefront.getShopperOrder, { orderId: placed.id }))).toBe(
      'order.not_found',
    );
    expect(
      outcomeOf(
        await other.attempt(storefront.payOrder, { orderId: placed.id, outcome: 'succeed' }),
      ),
    ).toBe('order.not_found');
    expect(outcomeOf(await page().attempt(storefront.listShopperOrders, {}))).toBe(
      'visitor.identity_needed',
    );
    const forged = page();
    forged.take('eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmVk');
    expect(outcomeOf(await forged.attempt(storefront.listShopperOrders, {}))).toBe(
      'visitor.identity_invalid',
    );
  });

  test('SHOP-04 pays a part from a gift card and the rest at the gateway, or all of it on delivery', async () => {
    const front = await page().call(storefront.getStorefront, {});
    const shop = page();
    await shop.signIn(front.shoppers[1]?.id ?? '');
    const products = await shop.call(storefront.listStorefrontProducts, {});
    const cup = await shop.call(storefront.getStorefrontProduct, {
      productId: products.items.find((one) => one.title === '青瓷品茗杯')?.id ?? '',
    });
    const items = [{ variantId: cup.variants[0]?.id ?? '', quantity: 1 }];
    const first = await shop.call(storefront.placeOrder, { items, address });
    const [card] = first.balances;
    const balance = { methodId: card?.id ?? '', amountMinor: 1_000 };
    const declined = { orderId: first.id, outcome: 'fail', balance } as const;
    expect(outcomeOf(await shop.attempt(storefront.payOrder, declined))).toBe(
      'storefront.payment_failed',
    );
    const part = await shop.call(storefront.getShopperOrder, { orderId: first.id });
    expect(part).toMatchObject({ state: 'placed', paidMinor: 1_000, dueMinor: 2_600 });
    expect(part.balances[0]?.balanceMinor).toBe((card?.balanceMinor ?? 0) - 1_000);
    const rest = { orderId: first.id, outcome: 'succeed' } as const;
    const paid = await shop.call(storefront.payOrder, rest);
    expect(paid).toMatchObject({ state: 'paid', paidMinor: 3_600, dueMinor: 0, balances: [] });
    const owner = await w.as('何雅琴');
    const card2 = await owner.call(orders.getOrder, { orderId: first.id });
    expect(card2.payments.map(({ kind, amountMinor }) => [kind, amountMinor])).toEqual([
      ['gift_card', 1_000],
      ['sandbox', 2_600],
    ]);
    const second = await shop.call(storefront.placeOrder, { items, address });
    const later = { orderId: second.id, outcome: 'on_delivery' } as const;
    expect(await shop.call(storefront.payOrder, later)).toMatchObject({
      state: 'placed',
      onDelivery: true,
      can: [],
    });
    const parcel = { orderId: second.id, carrier: 'SF', number: 'SF100' };
    const shipped = await owner.call(orders.shipOrder, parcel);
    const box = shipped.order.parcels[0]?.id ?? '';
    await owner.call(orders.deliverParcel, { orderId: second.id, parcelId: box });
    const received = await shop.call(storefront.confirmReceipt, { orderId: second.id });
    expect(received).toMatchObject({ state: 'received', paidMinor: 3_600, dueMinor: 0 });
  });

  test('the same idempotency key places one order', async () => {
    const front = await page().call(storefront.getStorefront, {});
    const shop = page();
    await shop.signIn(front.shoppers[2]?.id ?? '');
    const products = await shop.call(storefront.listStorefrontProducts, {});
    const product = await shop.call(storefront.getStorefrontProduct, {
      productId: products.items[2]?.id ?? '',
    });
    const cart = { items: [{ variantId: product.variants[0]?.id ?? '', quantity: 1 }], address };
    const key = newId();
    const tries = await Promise.all(
      Array.from({ length: 10 }, () =>
        shop.call(storefront.placeOrder, cart, { idempotencyKey: key }),
      ),
    );
    expect(new Set(tries.map((order) => order.id)).size).toBe(1);
    const other = page();
    await other.signIn(front.shoppers[3]?.id ?? '');
    const own = await other.call(storefront.placeOrder, cart, { idempotencyKey: key });
    expect(own.id).not.toBe(tries[0]?.id);
  });
});

const createVisitor = (w: World, site: string, secret: string, identity: string) =>
  createClient({
    baseUrl: '',
    locale: 'zh-CN',
    headers: { 'guitai-site': site, 'guitai-visitor': secret, 'guitai-identity': identity },
    fetch: async (url, init) => {
      const response = await w.built.app.inject({
        method: (init.method ?? 'GET') as 'GET',
        url,
        headers: {
          ...Object.fromEntries(new Headers(init.headers)),
          'x-forwarded-for': '198.51.100.8',
        },
        ...(typeof init.body === 'string' ? { payload: init.body } : {}),
      });
      return new Response(response.statusCode === 204 ? null : response.body, {
        status: response.statusCode,
        headers: { 'content-type': String(response.headers['content-type'] ?? '') },
      });
    },
  });

describe('E5 stock', () => {
  const buy = async (w: AtCounter, quantity: number, who: string) => {
    const shop = pageOf(w, w.site);
    shop.take(await w.identity(who));
    return shop.attempt(storefront.placeOrder, {
      items: [{ variantId: w.variant, quantity }],
      address,
    });
  };

  test('200 buyers at once for 10 pieces: ten are sold, everyone else hears that none are left', async () => {
    const w = await atCounter(12);
    const making = system(w.team, 'test');
    await w.doing(async (tx) => {
      const { ensureVerifiedBuyer } = await import('../buyers/index.ts');
      for (let n = 0; n < 200; n += 1)
        await ensureVerifiedBuyer(making, tx, {
          shopId: w.shop,
          externalId: `many-${n}`,
          name: `买家${n}`,
        });
    });
    const tries = await Promise.all(Array.from({ length: 200 }, (_, n) => buy(w, 1, `many-${n}`)));
    const outcomes = tries.map(outcomeOf);
    expect(outcomes.filter((one) => one === 'done')).toHaveLength(10);
    expect(new Set(outcomes)).toEqual(new Set(['done', 'product.sold_out']));
    const [left] = await w.db.read(making, (tx) =>
      run<{ stock: number; sold: number }>(
        tx,
        sql`select v.stock, (select count(*)::int from published.orders o where o.shop_id = ${w.shop}) as sold
            from published.variants v where v.id = ${w.variant}`,
      ),
    );
    // One order of two pieces was there before.
    expect(left).toEqual({ stock: 0, sold: 11 });
  });

  test('an order for more than is left takes nothing', async () => {
    const w = await atCounter(5);
    expect(outcomeOf(await buy(w, 4, 'b-1'))).toBe('product.sold_out');
    expect(outcomeOf(await buy(w, 3, 'b-1'))).toBe('done');
  });

  test('the sandbox books no payment for an order of a real shop, and nobody orders in a shop that is only mirrored', async () => {
    const w = await atCounter();
    const shop = pageOf(w, w.site);
    shop.take(await w.identity('b-1'));
    expect((await shop.call(storefront.getShopperOrder, { orderId: w.order })).can).toEqual([]);
    const free = { orderId: w.order, outcome: 'succeed' as const };
    expect(outcomeOf(await shop.attempt(storefront.payOrder, free))).toBe('order.not_payable');
    const agent = await w.as('林小满');
    const link = { orderId: w.order, gateway: 'sandbox' as const };
    expect(outcomeOf(await agent.attempt(payments.openPaymentLink, link))).toBe(
      'payment.gateway_off',
    );
    const order = await agent.call(orders.getOrder, { orderId: w.order });
    expect(order.totals.paidMinor).toBe(0);
    await w.doing((tx) => run(tx, sql`update shops set kind = 'imported' where id = ${w.shop}`));
    const cart = { items: [{ variantId: w.variant, quantity: 1 }], address };
    expect(outcomeOf(await shop.attempt(storefront.placeOrder, cart))).toBe('variant.not_found');
  });

  test('a price is the server’s, and a variant of another shop does not exist', async () => {
    const w = await atCounter();
    const shop = pageOf(w, w.site);
    shop.take(await w.identity('b-1'));
    const foreign = await shop.attempt(storefront.placeOrder, {
      items: [{ variantId: newId(), quantity: 1 }],
      address,
    });
    expect(outcomeOf(foreign)).toBe('variant.not_found');
    const agent = await w.as('林小满');
    const order = await agent.call(orders.getOrder, { orderId: w.order });
    expect(order.totals.totalMinor).toBe(23_400);
  });
});
