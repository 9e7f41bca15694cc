import { h } from '../dom.ts';
import { money } from '../format.ts';
import { w } from '../words.ts';
import type { View } from './app.tsx';
import { stateWord } from './order.tsx';

/** The buyer's own orders; one click sends the card. */
export const Orders = ({ state: { orders }, act }: View) => (
  <section key="orders" class="orders" aria-label={w.orders}>
    {orders?.length === 0 && <p>{w.noOrders}</p>}
    {orders ? (
      orders.map((order) => (
        <button key={order.id} class="row" onClick={() => act.put({ orderId: order.id })}>
          {order.items[0]?.imageUrl && <img src={order.items[0].imageUrl} alt="" />}
          <span>
            <b>{order.number}</b>
            <small>{order.items[0]?.title}</small>
          </span>
          <span>
            {money(order.totalMinor, order.currency)}
            <small>{stateWord(order.state)}</small>
          </span>
        </button>
      ))
    ) : (
      <p>{w.loading}</p>
    )}
  </section>
);
