import { channels } from '@guitai/contract';
import { system } from '../src/kernel/actor.ts';
import { newId } from '../src/kernel/ids.ts';
import { isRefusal } from '../src/kernel/refusal.ts';
import type { Tx } from '../src/kernel/tx.ts';
import { buyersByAccount } from '../src/modules/buyers/index.ts';
import { mirrorProducts } from '../src/modules/catalog/index.ts';
import { readChannel, signIdentity } from '../src/modules/channels/index.ts';
import { placeOrder } from '../src/modules/orders/index.ts';
import { needs } from './office.ts';
import { productRecord, variantRecord } from './records.ts';
import { type World, world } from './world.ts';

/** What 王晓敏 gives as her address. */
export const address = {
  name: '王晓敏',
  phone: '13800004614',
  country: '',
  province: '浙江省',
  city: '杭州市',
  district: '余杭区',
  street: '竹溪路 8 号听松苑 3 幢 1202 室',
  postcode: '',
};

export type Visitor = ReturnType<World['visitor']>;

/** A person at the counter: 王晓敏, vouched for by the shop, has written and has an unpaid order of two plates. */
export interface AtCounter extends World {
  readonly buyer: string;
  readonly conversation: string;
  readonly order: string;
  readonly product: string;
  readonly variant: string;
  readonly chat: Visitor;
  /** A token the shop signs for a buyer of that id. */
  identity(externalId: string, name?: string): Promise<string>;
  /** A further visitor who has written once. */
  newcomer(identity?: string): Promise<{ chat: Visitor; conversation: string }>;
  /** A further order of the buyer. */
  placed(quantity?: number): Promise<string>;
  doing<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
}

const plate = (stock: number) =>
  productRecord({
    externalId: 'plate',
    title: '竹制餐盘',
    pictures: ['/api/storefront/pictures/plate-bamboo.png'],
    variants: [
      variantRecord({
        externalId: 'QZ-PL-28',
        options: { 尺寸: '28 cm' },
        priceMinor: 11_700,
        stock,
      }),
    ],
  });

const must = <R>(result: R): Exclude<R, { code: string }> => {
  if (isRefusal(result)) throw new Error(`the set-up was refused: ${result.code}`);
  return result as Exclude<R, { code: string }>;
};

/** Sets the counter up; `stock` pieces of the plate are there before the first order. */
export async function atCounter(stock = 1_000): Promise<AtCounter> {
  const w = await world();
  const making = system(w.team, 'test');
  const doing: AtCounter['doing'] = (work) => w.db.write(making, work);
  await doing((tx) => mirrorProducts(making, tx, w.shop, [plate(stock)]));
  const channel = await w.db.read(making, (tx) => readChannel(tx, w.channel));
  if (!channel) throw new Error('the world has no channel');
  const identity: AtCounter['identity'] = async (externalId, name = '王晓敏') =>
    (await signIdentity(needs.secretKey, channel, { externalId, name })).token;
  const newcomer: AtCounter['newcomer'] = async (token) => {
    const chat = w.visitor(token ? { identity: token } : {});
    const said = await chat.call(channels.sendChatMessage, { clientKey: newId(), text: '在吗' });
    return { chat, conversation: said.conversation.id };
  };
  const { chat, conversation } = await newcomer(await identity('b-1'));
  const ids = await w.db.read(making, async (tx) => {
    const { sql } = await import('kysely');
    const { first } = await import('../src/kernel/tx.ts');
    const variant = await first<{ id: string; product_id: string }>(
      tx,
      sql`select id, product_id from published.variants where shop_id = ${w.shop}`,
    );
    const buyer = (await buyersByAccount(tx, w.shop, ['b-1'])).get('b-1');
    if (!variant || !buyer) throw new Error('the set-up lost its variant or buyer');
    return { variant: variant.id, product: variant.product_id, buyer };
  });
  const placed: AtCounter['placed'] = async (quantity = 2) => {
    const items = [{ variantId: ids.variant, quantity }];
    const cart = { shopId: w.shop, buyerId: ids.buyer, items, address, note: '' };
    return must(await doing((tx) => placeOrder(making, tx, cart))).orderId;
  };
  return {
    ...w,
    ...ids,
    chat,
    conversation,
    order: await placed(),
    identity,
    newcomer,
    placed,
    doing,
  };
}
