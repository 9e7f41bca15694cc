import type { storefront } from '@guitai/contract';
import { call } from '../api.ts';
import { dateClock, money } from '../format.ts';
import { Notice } from '../parts/notice.tsx';
import { Picture } from '../parts/picture.tsx';
import { to } from '../router.ts';
import { identity, useShopper } from '../session.ts';
import type { Order } from '../types.ts';
import { useLoad } from '../use-load.ts';
import { fill, w } from '../words.ts';

/** The word for an order's state; a state without a word of ours stands as it came. */
export const stateWord = (state: string): string =>
  (w().states as Readonly<Record<string, string>>)[state] ?? state;

const Row = ({ order }: { order: Order }) => {
  const first = order.items[0];
  return (
    <li class="line">
      <Picture src={first?.imageUrl ?? null} title={first?.title ?? ''} size="small" />
      <span class="grow">
        <a href={to(`/orders/${order.id}`)}>{fill(w().order, { number: order.number })}</a>
        <small>{dateClock(order.placedAt)}</small>
      </span>
      <span>{stateWord(order.state)}</span>
      <b>{money(order.totalMinor, order.currency)}</b>
    </li>
  );
};

/** The shopper's own orders. */
export const OrdersPage = () => {
  const shopper = useShopper();
  const { value, fault } = useLoad(
    async () =>
      shopper &&
      call<typeof storefront.listShopperOrders>('GET', '/orders', { identity: await identity() }),
    [shopper?.id],
  );
  if (!shopper)
    return <Notice text={w().signInFirst} link={to('/sign-in')} linkText={w().signIn} />;
  if (fault) return <Notice text={fault} />;
  if (!value) return <Notice text={w().loading} />;
  if (!value.items.length)
    return <Notice text={w().noOrders} link={to('/')} linkText={w().toShop} />;
  return (
    <section class="narrow">
      <h1>{w().orders}</h1>
      <ul class="lines">
        {value.items.map((order) => (
          <Row key={order.id} order={order} />
        ))}
      </ul>
    </section>
  );
};
