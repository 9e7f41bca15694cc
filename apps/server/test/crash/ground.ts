import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { access, channels, conversations, orders, sample, storefront } from '@guitai/contract';
import { type Client, createClient } from '@guitai/sdk';
import { deskOf, retried } from '../kill-desk.ts';
import { type Mortal, startMortal } from './program.ts';

/** A shop at work that dies and comes back: its desk, a shopper in the chat, and what they hold. */
export interface Ground {
  readonly dataDir: string;
  readonly desk: Client;
  readonly chat: Client;
  readonly shopId: string;
  readonly conversationId: string;
  readonly variantId: string;
  product: Mortal;
  /** Its end is wanted, or it is being started. */
  awaited: boolean;
}

export const address = (street: string) => ({
  name: '沈知夏',
  phone: '13912345678',
  country: '',
  province: '浙江省',
  city: '杭州市',
  district: '余杭区',
  street,
  postcode: '311100',
});

const owner = {
  name: '何雅琴',
  email: 'he@example.com',
  password: '河边的旧茶馆下午开门',
  locale: 'zh-CN',
  team: '青竹',
  shop: { name: '青竹家居', currency: 'CNY', timezone: 'Asia/Shanghai', locale: 'zh-CN' },
} as const;

const tokenIn = (product: Mortal): string | undefined =>
  /set-up#(?:token=)?(\S+)/.exec(product.said())?.[1];

async function setUp(product: Mortal, desk: Client): Promise<string> {
  for (let tries = 0; !tokenIn(product) && tries < 500; tries += 1) await sleep(20);
  const { shopId } = await desk.call(access.createOwner, {
    ...owner,
    token: tokenIn(product) ?? '',
  });
  await desk.call(sample.loadSampleShop, {});
  return shopId;
}

/** The shop's word for its shopper holds ten minutes; the ride takes longer. */
const tokenServesMs = 5 * 60_000;

/** A visitor whom the demo shop vouches for; the address is asked anew for every call, since the product moves. */
async function shopper(desk: Client, place: () => string): Promise<Client> {
  const { site, shoppers } = await desk.call(storefront.getStorefront, {});
  const sign = () => desk.call(storefront.signInShopper, { shopperId: shoppers[0]?.id ?? '' });
  const secret = randomBytes(32).toString('base64url');
  let signed = { ...(await sign()), at: Date.now() };
  return createClient({
    baseUrl: '',
    locale: 'zh-CN',
    headers: { 'guitai-site': site ?? '', 'guitai-visitor': secret },
    fetch: async (url, init) => {
      if (Date.now() - signed.at > tokenServesMs)
        signed = { ...(await retried(sign)), at: Date.now() };
      const headers = new Headers(init.headers);
      headers.set('guitai-identity', signed.token);
      return fetch(`${place()}${url}`, { ...init, headers });
    },
  });
}

/** What is plenty of in the demo shop. */
async function plenty(desk: Client): Promise<string> {
  const { items } = await desk.call(storefront.listStorefrontProducts, { limit: 50 });
  const found = items.toSorted((a, b) => (b.stock ?? 1e9) - (a.stock ?? 1e9))[0];
  const product = await desk.call(storefront.getStorefrontProduct, { productId: found?.id ?? '' });
  const variant = product.variants.toSorted((a, b) => (b.stock ?? 1e9) - (a.stock ?? 1e9))[0];
  if (!variant) throw new Error('the sample shop has nothing to sell');
  return variant.id;
}

/** Opens the shop on a fresh data folder. */
export async function openGround(dataDir: string): Promise<Ground> {
  const product = await startMortal(dataDir);
  const ground = { product } as { product: Mortal };
  const place = () => ground.product.address;
  const desk = deskOf(place);
  const shopId = await setUp(product, desk);
  const chat = await shopper(desk, place);
  const { conversation } = await chat.call(channels.sendChatMessage, {
    clientKey: randomBytes(12).toString('hex'),
    text: '你好，想改一下订单',
  });
  await desk.call(conversations.takeConversation, { conversationId: conversation.id });
  return Object.assign(ground, {
    dataDir,
    desk,
    chat,
    shopId,
    awaited: false,
    conversationId: conversation.id,
    variantId: await plenty(desk),
  });
}

/** A fresh order of the shopper. */
export async function placed({ chat, variantId }: Ground): Promise<string> {
  const { id } = await chat.call(storefront.placeOrder, {
    items: [{ variantId, quantity: 1 }],
    address: address('竹溪路 8 号听松苑 3 幢 602'),
  });
  return id;
}

/** A fresh order of the shopper, paid at the gateway. */
export async function paid(ground: Ground): Promise<string> {
  const orderId = await placed(ground);
  await ground.chat.call(storefront.payOrder, { orderId, outcome: 'succeed' });
  await retried(async () => {
    const { status } = await ground.desk.call(orders.getOrder, { orderId });
    if (status !== 'paid') throw new Error('not booked yet');
  });
  return orderId;
}
