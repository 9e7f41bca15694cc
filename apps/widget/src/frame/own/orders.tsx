import { h } from '../dom.ts';
import { money } from '../format.ts';
import type { CardOrder } from '../types.ts';
import { stateWord } from '../view/order.tsx';
import { locale, w } from '../words.ts';
import { texts } from './claim.words.ts';
import { texts as selfTexts } from './self.words.ts';

interface Props {
  orders: readonly CardOrder[] | undefined;
  trouble: string;
  ask: (order: CardOrder) => void;
  change: (order: CardOrder) => void;
  send: (orderId: string) => void;
}

/** The buyer's own orders; one click sends the card, another opens after-sales. */
export const Orders = ({ orders, trouble, ask, change, send }: Props) => (
  <section key="orders" class="orders" aria-label={w.orders}>
    {orders?.length === 0 && <p>{w.noOrders}</p>}
    {trouble && (
      <p class="fault" role="alert">
        {trouble}
      </p>
    )}
    {orders?.map((order) => (
      <div key={order.id} style="margin-bottom:6px">
        <button class="row" onClick={() => send(order.id)}>
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
        {['placed', 'paid', 'preparing'].includes(order.state) && (
          <button
            style="width:auto;border:0;padding:2px 10px;text-decoration:underline"
            onClick={() => change(order)}
          >
            {selfTexts[locale].open}
          </button>
        )}
        {!['placed', 'cancelled', 'closed_unpaid'].includes(order.state) && (
          <button
            style="width:auto;border:0;padding:2px 10px;text-decoration:underline"
            onClick={() => ask(order)}
          >
            {texts[locale].ask}
          </button>
        )}
      </div>
    ))}
    {!orders && !trouble && <p>{w.loading}</p>}
  </section>
);
