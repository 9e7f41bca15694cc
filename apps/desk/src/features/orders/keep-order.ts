import { orders, type workbench } from '@guitai/contract';
import { cache, refresh, replyKey } from '../../lib/query.ts';

type Order = orders.OrderCardShape;
interface Cards {
  readonly items: readonly Order[];
}

/** An order as an act answered it, put wherever it stands on screen; the event that follows finds it there. */
export function keepOrder(order: Order): void {
  const swap = <T extends Cards>(cards: T): T =>
    cards.items.some(({ id, version }) => id === order.id && version <= order.version)
      ? { ...cards, items: cards.items.map((one) => (one.id === order.id ? order : one)) }
      : cards;
  cache.setQueryData(replyKey(orders.getOrder, { orderId: order.id }), (known?: Order) =>
    known ? order : known,
  );
  cache.setQueriesData<Cards>({ queryKey: [orders.listBuyerOrders.id] }, (known) =>
    known?.items ? swap(known) : known,
  );
  cache.setQueriesData<workbench.CounterShape>({ queryKey: ['openCounter'] }, (known) =>
    known ? { ...known, orders: swap(known.orders) } : known,
  );
  refresh(orders.listOrders, orders.listOrderActs, orders.getOrderChoices);
}

/** A refusal may mean that the order is not what stands on screen: it is fetched again. */
export function lookAgain(orderId: string): void {
  void cache.invalidateQueries({ queryKey: replyKey(orders.getOrder, { orderId }) });
  void cache.invalidateQueries({
    queryKey: ['openCounter'],
    predicate: ({ state }) =>
      (state.data as workbench.CounterShape | undefined)?.orders.items.some(
        ({ id }) => id === orderId,
      ) === true,
  });
}
