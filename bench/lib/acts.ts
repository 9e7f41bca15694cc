import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { channels, orders, sample, storefront } from '@guitai/contract';
import { type Client, createClient } from '@guitai/sdk';
import type { WebSocket } from 'ws';
import type { Product } from './product.ts';
import { openSocket } from './rally.ts';

/** A buyer with a paid order, in a chat of the sample shop. */
interface Served {
  readonly orderId: string;
  readonly conversationId: string;
  readonly socket: WebSocket;
}

const clientOf = ({ address }: Product, headers: Record<string, string>): Client =>
  createClient({
    baseUrl: address,
    locale: 'zh-CN',
    fetch: (url, init) => {
      const all = new Headers(init.headers);
      for (const [name, value] of Object.entries(headers)) all.set(name, value);
      return fetch(url, { ...init, headers: all });
    },
  });

/** The owner's desk: no limit stands in the way of what is measured. */
export const ownerOf = (product: Product): Client =>
  clientOf(product, { origin: product.address, cookie: product.cookie });

const address = {
  name: '沈知夏',
  phone: '13912345678',
  country: '',
  province: '浙江省',
  city: '杭州市',
  district: '余杭区',
  street: '竹溪路 8 号听松苑 3 幢 602',
  postcode: '311100',
};

async function serve(
  product: Product,
  owner: Client,
  site: string,
  shopperId: string,
  variantId: string,
): Promise<Served> {
  const { token } = await owner.call(storefront.signInShopper, { shopperId });
  const secret = randomBytes(32).toString('base64url');
  const chat = clientOf(product, {
    'guitai-site': site,
    'guitai-visitor': secret,
    'guitai-identity': token,
  });
  const said = await chat.call(channels.sendChatMessage, {
    clientKey: randomBytes(12).toString('hex'),
    text: '你好，想改一下订单',
  });
  const placed = await chat.call(storefront.placeOrder, {
    items: [{ variantId, quantity: 1 }],
    address,
  });
  await chat.call(storefront.payOrder, { orderId: placed.id, outcome: 'succeed' });
  const url = `${product.address.replace('http', 'ws')}/api/live`;
  const hello = { t: 'hello', as: 'visitor', site, token: secret, identity: token };
  const socket = await openSocket(url, hello, /"t":"at"/);
  return { orderId: placed.id, conversationId: said.conversation.id, socket };
}

/** Brings the sample shop in and three of its shoppers into the chat, each with paid orders. */
export async function openCounterWithOrders(product: Product): Promise<Served[]> {
  const owner = ownerOf(product);
  await owner.call(sample.loadSampleShop, {});
  const { site, shoppers } = await owner.call(storefront.getStorefront, {});
  const { items } = await owner.call(storefront.listStorefrontProducts, { limit: 50 });
  const one = items.find(({ stock }) => stock === null || stock > 20);
  if (!site || !one) throw new Error('the sample shop has nothing to sell');
  const { variants } = await owner.call(storefront.getStorefrontProduct, { productId: one.id });
  const variant = variants.find(({ stock }) => stock === null || stock > 10);
  const served: Served[] = [];
  for (const { id } of shoppers.slice(0, 3))
    served.push(await serve(product, owner, site, id, variant?.id ?? ''));
  await sleep(1_000);
  return served;
}

/** What is clicked, round by round. */
const clicks = [
  (of: Served) => ({ endpoint: orders.setOrderUrgent, input: { ...idsOf(of) } }),
  (of: Served, n: number) => ({
    endpoint: orders.changeOrderAddress,
    input: { ...idsOf(of), address: { ...address, street: `竹溪路 ${n} 号` } },
  }),
  (of: Served) => ({
    endpoint: orders.refundOrder,
    input: { ...idsOf(of), amountMinor: 1, reasonCode: '' },
  }),
  (of: Served) => ({ endpoint: orders.clearOrderUrgent, input: { ...idsOf(of) } }),
] as const;

const idsOf = ({ orderId, conversationId }: Served) => ({ orderId, conversationId });

/** From the click to the card on the screens of both sides, in ms, one act after the other. */
export async function clickThrough(
  product: Product,
  served: readonly Served[],
  desk: WebSocket,
  rounds: number,
): Promise<number[]> {
  const owner = ownerOf(product);
  const reasonCode = await refundReason(owner, served);
  const heard = new Map<WebSocket, Array<{ at: number; text: string }>>();
  for (const socket of [desk, ...served.map((one) => one.socket)]) {
    const cards: Array<{ at: number; text: string }> = [];
    heard.set(socket, cards);
    socket.on('message', (data) => {
      const text = String(data);
      if (text.includes('"act"')) cards.push({ at: performance.now(), text });
    });
  }
  const seenAt = async (socket: WebSocket, id: string): Promise<number> => {
    for (const end = performance.now() + 10_000; performance.now() < end; await sleep(1)) {
      const found = heard.get(socket)?.find(({ text }) => text.includes(`"id":"${id}"`));
      if (found) return found.at;
    }
    throw new Error('a card never came');
  };
  const times: number[] = [];
  for (let n = 0; n < rounds; n += 1) {
    const one = served[n % served.length] as Served;
    const click = clicks[Math.floor(n / served.length) % clicks.length] ?? clicks[0];
    const { endpoint, input } = click(one, n);
    const began = performance.now();
    const given = 'reasonCode' in input ? { ...input, reasonCode } : input;
    const { act } = await owner.call(endpoint, given as never);
    if (!act) throw new Error(`${endpoint.id} left no act`);
    times.push(Math.max(await seenAt(desk, act.id), await seenAt(one.socket, act.id)) - began);
    await sleep(20);
  }
  return times;
}

async function refundReason(owner: Client, served: readonly Served[]): Promise<string> {
  const choices = await owner.call(orders.getOrderChoices, { orderId: served[0]?.orderId ?? '' });
  return choices.refundReasons[0]?.code ?? '';
}
