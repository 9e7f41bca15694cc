import type { storefront } from '@guitai/contract';
import { useState } from 'preact/hooks';
import { call } from '../api.ts';
import { dateClock, money } from '../format.ts';
import { Notice } from '../parts/notice.tsx';
import { OwnReviews } from '../parts/own-reviews.tsx';
import { Parcel } from '../parts/parcel.tsx';
import { Picture } from '../parts/picture.tsx';
import { Sums } from '../parts/sums.tsx';
import { to } from '../router.ts';
import { identity, useShopper } from '../session.ts';
import type { Order, Outcome } from '../types.ts';
import { useLoad } from '../use-load.ts';
import { fill, w } from '../words.ts';
import { stateWord } from './orders.tsx';

/** The sandbox: the buyer chooses how the payment service answers, and whether a balance pays a part. */
const Payment = ({ order, onChange }: { order: Order; onChange: (order: Order) => void }) => {
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const [card, setCard] = useState('');
  const send = async (work: () => Promise<Order>, done: string) => {
    setBusy(true);
    try {
      onChange(await work());
      setSaid(done);
    } catch (error) {
      setSaid((error as Error).message);
    }
    setBusy(false);
  };
  const pass = async () => ({ identity: await identity(), key: crypto.randomUUID() });
  const pay = (outcome: Outcome) => {
    const chosen = order.balances.find(({ id }) => id === card);
    const amountMinor = Math.min(chosen?.balanceMinor ?? 0, order.dueMinor);
    const balance = chosen && { methodId: chosen.id, amountMinor };
    const body = { outcome, ...(balance ? { balance } : {}) };
    const done = outcome === 'succeed' ? w().paidThanks : w().stayedUnpaid;
    return send(
      async () =>
        call<typeof storefront.payOrder>('POST', `/orders/${order.id}/payment`, {
          ...(await pass()),
          body,
        }),
      outcome === 'on_delivery' ? w().paysOnDelivery : done,
    );
  };
  const receive = () =>
    send(
      async () =>
        call<typeof storefront.confirmReceipt>('PUT', `/orders/${order.id}/receipt`, await pass()),
      w().receivedThanks,
    );
  return (
    <section class="panel">
      {order.can.includes('payOrder') && (
        <>
          <h2>{w().pay}</h2>
          <p>{w().payHint}</p>
          {order.balances.length > 0 && (
            <label>
              {w().payPart}{' '}
              <select value={card} onChange={(event) => setCard(event.currentTarget.value)}>
                <option value="">{w().payNoPart}</option>
                {order.balances.map(({ id, label, balanceMinor }) => (
                  <option key={id} value={id}>
                    {label} · {money(balanceMinor, order.currency)}
                  </option>
                ))}
              </select>
            </label>
          )}
          <div class="acts">
            <button type="button" class="main" disabled={busy} onClick={() => pay('succeed')}>
              {w().paySucceed}
            </button>
            <button type="button" disabled={busy} onClick={() => pay('fail')}>
              {w().payFail}
            </button>
            <button type="button" disabled={busy} onClick={() => pay('stay_unpaid')}>
              {w().payLater}
            </button>
            <button type="button" disabled={busy} onClick={() => pay('on_delivery')}>
              {w().payOnDelivery}
            </button>
          </div>
        </>
      )}
      {order.can.includes('confirmReceipt') && (
        <div class="acts">
          <button type="button" class="main" disabled={busy} onClick={receive}>
            {w().confirmReceipt}
          </button>
        </div>
      )}
      {said && <Notice text={said} />}
    </section>
  );
};

const Items = ({ order }: { order: Order }) => (
  <ul class="lines">
    {order.items.map((item) => (
      <li key={`${item.productId}${item.variant}`} class="line">
        <Picture src={item.imageUrl} title={item.title} size="small" />
        <span class="grow">
          {item.productId ? (
            <a href={to(`/products/${item.productId}`)}>{item.title}</a>
          ) : (
            item.title
          )}
          <small>
            {item.variant} × {item.quantity}
          </small>
        </span>
        <b>{money(item.unitMinor * item.quantity, order.currency)}</b>
      </li>
    ))}
  </ul>
);

/** Cards of the chat lead here by the order's number. */
const readOrder = async (idOrNumber: string): Promise<Order> => {
  const pass = { identity: await identity() };
  if (/^[0-9a-f-]{36}$/.test(idOrNumber))
    return call<typeof storefront.getShopperOrder>('GET', `/orders/${idOrNumber}`, pass);
  const own = await call<typeof storefront.listShopperOrders>('GET', '/orders?limit=50', pass);
  const found = own.items.find(({ number }) => number === idOrNumber);
  if (found) return found;
  throw new Error(w().notHere);
};

/** One order: state, goods, sums, payment, parcels. */
export const OrderPage = ({ id }: { id: string }) => {
  const shopper = useShopper();
  const { value, fault, set } = useLoad(
    async () => shopper && readOrder(decodeURIComponent(id)),
    [id, shopper?.id],
  );
  if (!shopper)
    return <Notice text={w().signInFirst} link={to('/sign-in')} linkText={w().signIn} />;
  if (fault) return <Notice text={fault} link={to('/orders')} linkText={w().orders} />;
  if (!value) return <Notice text={w().loading} />;
  const { address } = value;
  return (
    <article class="narrow">
      <h1>
        {fill(w().order, { number: value.number })}{' '}
        <span class="state">{stateWord(value.state)}</span>
      </h1>
      <p>{fill(w().placedOn, { date: dateClock(value.placedAt) })}</p>
      <Payment order={value} onChange={set} />
      <Items order={value} />
      <Sums order={value} />
      <OwnReviews order={value} />
      {address && (
        <section>
          <h2>{w().address}</h2>
          <address>
            {address.name} {address.phone}
            <br />
            {address.province} {address.city} {address.district} {address.street}
          </address>
        </section>
      )}
      {value.parcels.map((parcel) => (
        <Parcel key={parcel.id} parcel={parcel} />
      ))}
      <section>
        <h2>{w().history}</h2>
        <ol class="steps">
          {value.timeline.map(({ code, at }) => (
            <li key={code + at}>
              {code === 'placed' ? w().ordered : stateWord(code)} <small>{dateClock(at)}</small>
            </li>
          ))}
        </ol>
      </section>
    </article>
  );
};
