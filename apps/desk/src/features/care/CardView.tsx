import type { conversations } from '@guitai/contract';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { addressText } from '../../lib/address.ts';
import { dateTime, money } from '../../lib/format.ts';
import { Picture } from '../../ui/Picture.tsx';
import { Word } from '../../ui/Word.tsx';
import { CardFrame } from './CardFrame.tsx';
import styles from './CardView.module.css';
import { CheckState } from './CheckState.tsx';
import { GoodsOf } from './GoodsOf.tsx';

type Card = conversations.Card;
type CardOf<T extends Card['type']> = Extract<Card, { type: T }>;

export interface CardContext {
  /** The words of another module: where an order or a parcel stands. */
  readonly orderWord: (state: string) => string;
  readonly parcelWord: (state: string) => string;
  readonly onOrder: (number: string) => void;
  /** The words and the body of an act's card, from the module that knows what was done. */
  readonly act: {
    readonly title: (card: CardOf<'act'>) => string;
    readonly state: (card: CardOf<'act'>) => ReactNode;
    readonly body: (card: CardOf<'act'>) => ReactNode;
  };
  /** Takes a question back that the buyer has not answered; undefined where the reader may not. */
  readonly onWithdraw: ((checkId: string) => void) | undefined;
}

interface Props<T extends Card['type']> {
  readonly card: CardOf<T>;
  readonly context: CardContext;
}

/** A card in the chat, as the team sees it; it changes in place as the buyer and the shop act. */
export function CardView({ card, context }: { card: Card; context: CardContext }): ReactNode {
  switch (card.type) {
    case 'product':
      return <ProductCard card={card} />;
    case 'order':
      return <OrderReference card={card} context={context} />;
    case 'orderCheck':
      return <OrderCheck card={card} context={context} />;
    case 'addressCheck':
      return <AddressCheck card={card} context={context} />;
    case 'paymentReminder':
      return <PaymentReminder card={card} context={context} />;
    case 'tracking':
      return <Tracking card={card} context={context} />;
    case 'act':
      return (
        <CardFrame
          title={context.act.title(card)}
          number={card.orderNumber}
          onNumber={context.onOrder}
          state={context.act.state(card)}
        >
          {context.act.body(card)}
        </CardFrame>
      );
    case 'info':
      return <Info card={card} />;
  }
}

/** Told in the buyer's words: the team sees what the buyer sees. */
function Info({ card }: { card: CardOf<'info'> }) {
  return (
    <CardFrame title={card.title}>
      {card.imageUrl && <Picture url={card.imageUrl} size={64} />}
      {card.text && <p className={styles.told}>{card.text}</p>}
      {card.lines.length > 0 && (
        <dl className={styles.lines}>
          {card.lines.map(({ label, value }) => (
            <div key={`${label} ${value}`}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {card.links.map(({ label, url }) => (
        <a key={url} href={url} target="_blank" rel="noreferrer">
          {label}
        </a>
      ))}
    </CardFrame>
  );
}

function ProductCard({ card }: { card: CardOf<'product'> }) {
  const { t } = useLingui();
  const { stock } = card;
  return (
    <CardFrame title={t`Product`}>
      <div className={styles.product}>
        <Picture url={card.imageUrl} size={64} />
        <div>
          <p className={styles.title}>{card.title}</p>
          <p>
            <b>{money(card.priceMinor, card.currency)}</b>
            <small>
              {!card.inSale ? (
                <Trans>Off the shelf</Trans>
              ) : stock === 0 ? (
                <Trans>Sold out</Trans>
              ) : (
                stock !== null && <Trans>{stock} left</Trans>
              )}
            </small>
          </p>
        </div>
      </div>
    </CardFrame>
  );
}

function OrderReference({ card, context }: Props<'order'>) {
  const { t } = useLingui();
  return (
    <CardFrame
      title={t`Order`}
      number={card.order.number}
      onNumber={context.onOrder}
      state={<Word>{context.orderWord(card.order.state)}</Word>}
    >
      <GoodsOf order={card.order} />
    </CardFrame>
  );
}

function OrderCheck({ card, context }: Props<'orderCheck'>) {
  const { t } = useLingui();
  return (
    <CardFrame
      title={t`Verify order`}
      number={card.order.number}
      onNumber={context.onOrder}
      state={<CheckState state={card.state} />}
    >
      <GoodsOf order={card.order} />
      <Answer card={card} context={context} />
    </CardFrame>
  );
}

function AddressCheck({ card, context }: Props<'addressCheck'>) {
  const { t, i18n } = useLingui();
  const { address, proposed } = card;
  return (
    <CardFrame
      title={t`Verify address`}
      number={card.orderNumber}
      onNumber={context.onOrder}
      state={<CheckState state={card.state} />}
    >
      <div className={styles.address} data-old={proposed !== null}>
        <p>
          {address.name} {address.phone}
        </p>
        <p>{addressText(address, i18n.locale)}</p>
      </div>
      {proposed && (
        <div className={styles.address}>
          <small>
            <Trans>The buyer wants</Trans>
          </small>
          <p>
            {proposed.name} {proposed.phone}
          </p>
          <p>{addressText(proposed, i18n.locale)}</p>
        </div>
      )}
      <Answer card={card} context={context} />
    </CardFrame>
  );
}

/** What the buyer said, or the way to take the question back. */
function Answer({ card, context }: Props<'orderCheck' | 'addressCheck'>) {
  const { onWithdraw } = context;
  return (
    <>
      {card.answer && <q className={styles.answer}>{card.answer}</q>}
      {card.answeredAt && <p className={styles.quiet}>{dateTime(card.answeredAt)}</p>}
      {card.state === 'asked' && (
        <p className={styles.quiet}>
          <Trans>Waits for the buyer</Trans>
          {onWithdraw && (
            <button type="button" className={styles.withdraw} onClick={() => onWithdraw(card.id)}>
              <Trans>Take back</Trans>
            </button>
          )}
        </p>
      )}
    </>
  );
}

function PaymentReminder({ card, context }: Props<'paymentReminder'>) {
  const { t } = useLingui();
  const states = {
    due: <Word tone="soon">{t`Not paid yet`}</Word>,
    paid: <Word tone="good">{t`Paid`}</Word>,
    cancelled: <Word tone="quiet">{t`Cancelled`}</Word>,
  };
  return (
    <CardFrame
      title={t`Payment reminder`}
      number={card.order.number}
      onNumber={context.onOrder}
      state={states[card.state]}
    >
      <GoodsOf order={card.order} />
    </CardFrame>
  );
}

function Tracking({ card, context }: Props<'tracking'>) {
  const { t } = useLingui();
  return (
    <CardFrame
      title={t`Parcel`}
      number={card.orderNumber}
      onNumber={context.onOrder}
      state={<Word>{context.parcelWord(card.state)}</Word>}
    >
      <p className={styles.carrier}>
        {card.carrier} {card.number}
      </p>
      <ol className={styles.steps}>
        {card.steps.slice(0, 3).map((step) => (
          <li key={`${step.at} ${step.text}`}>
            <time dateTime={step.at}>{dateTime(step.at)}</time>
            <span>
              {step.place && `${step.place} `}
              {step.text}
            </span>
          </li>
        ))}
      </ol>
    </CardFrame>
  );
}
