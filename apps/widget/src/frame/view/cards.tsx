import { type Child, h } from '../dom.ts';
import { dateClock, money } from '../format.ts';
import type { Card, CardOf } from '../types.ts';
import { fill, w } from '../words.ts';
import type { View } from './app.tsx';
import { CheckView } from './check.tsx';
import { OrderView } from './order.tsx';
import { Out } from './out.tsx';

type Props<T extends Card['type']> = View & { card: CardOf<T> };

const ProductView = ({ card }: Props<'product'>) => {
  const { stock, title, imageUrl, url, priceMinor, currency, inSale } = card;
  const left = inSale ? (stock ?? 99) : 0;
  return (
    <Out url={url} class="row">
      {imageUrl && <img class="goods" src={imageUrl} alt="" />}
      <span>
        {title}
        <b class="price">{money(priceMinor, currency)}</b>
        {left < 10 && <small>{left > 0 ? fill(w.left, { count: left }) : w.soldOut}</small>}
      </span>
    </Out>
  );
};

const PaymentView = ({ card: { state, order } }: Props<'paymentReminder'>) => (
  <div>
    <b>{state === 'due' ? w.payTitle : state === 'paid' ? w.paidThanks : w.states.cancelled}</b>
    <OrderView order={order} />
    {state === 'due' && order.url && (
      <Out url={order.url} class="button main">
        {w.payNow}
      </Out>
    )}
  </div>
);

const Steps = ({ steps }: { steps: CardOf<'tracking'>['steps'] }) => (
  <ol>
    {steps.map(({ at, text }) => (
      <li>
        {text}
        <small>{dateClock(at)}</small>
      </li>
    ))}
  </ol>
);

const TrackingView = ({ card }: Props<'tracking'>) => (
  <div>
    <b>{fill(w.parcel, { number: card.orderNumber })}</b>
    <div>
      {card.carrier} <bdi>{card.number}</bdi>
    </div>
    <Steps steps={card.steps.slice(0, 3)} />
    {card.steps[3] && (
      <details>
        <summary>{w.moreSteps}</summary>
        <Steps steps={card.steps.slice(3)} />
      </details>
    )}
  </div>
);

/** What was done to an order, or something to know. The server wrote the words, in the buyer's language. */
const ToldView = ({ card }: Props<'info'>) => (
  <div>
    <b>{card.title}</b>
    <p class="text picture">
      {card.imageUrl && <img src={card.imageUrl} alt="" />}
      {card.text}
    </p>
    {card.lines.map(({ label, value }) => (
      <div class="sum">
        <span>{label}</span>
        <span>{value}</span>
      </div>
    ))}
    {card.links.map(({ label, url }) => (
      <Out url={url}>{label}</Out>
    ))}
  </div>
);

const views: { [T in Card['type']]: (props: Props<T>) => Child } = {
  product: ProductView,
  order: ({ card }) => <OrderView order={card.order} />,
  orderCheck: CheckView,
  addressCheck: CheckView,
  paymentReminder: PaymentView,
  tracking: TrackingView,
  act: ToldView as never,
  info: ToldView,
};

/** A card, acting in place. A type from a newer server shows nothing rather than breaking the chat. */
export const CardView = (props: View & { card: Card }) =>
  Object.hasOwn(views, props.card.type) && (
    <div class="card">{views[props.card.type](props as never)}</div>
  );
