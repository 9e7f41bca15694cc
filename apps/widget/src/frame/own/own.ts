/** The buyer's own orders and what is asked about them. Fetched when the panel is first opened. */
import type { channels } from '@guitai/contract';
import { isRefusal } from '../api.ts';
import type { Child } from '../dom.ts';
import type { CardOrder } from '../types.ts';
import { type Chat, openClaim } from './claim.ts';
import { Orders } from './orders.tsx';
import { openSelf } from './self.tsx';

/** Asks for the orders; gives the view to be drawn in the chat. One by one: names of fields are bytes in the chat itself. */
export function openOwn(
  call: Chat['call'],
  get: Chat['get'],
  set: Chat['set'],
  imageOf: Chat['imageOf'],
  send: Chat['send'],
): () => Child {
  const chat: Chat = { call, get, set, imageOf, send };
  let orders: readonly CardOrder[] | undefined;
  let trouble = '';
  let claim: (() => Child) | undefined;
  const show = (next?: () => Child) => {
    claim = next;
    chat.set({});
  };
  const back = () => {
    show();
    void read();
  };
  const ask = (order: CardOrder) => show(openClaim({ ...chat, order, leave: () => show() }));
  const change = (order: CardOrder) => show(openSelf({ ...chat, order, leave: back }));
  const read = async () => {
    const page = await chat.call<typeof channels.listChatOrders>('GET', '/orders');
    if (isRefusal(page)) trouble = page.detail;
    else orders = page.items;
    chat.set({});
  };
  void read();
  return () => claim?.() ?? Orders({ orders, trouble, ask, change, send: chat.send });
}
