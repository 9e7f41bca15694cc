import { h } from '../dom.ts';
import { money } from '../format.ts';
import type { CardOrder } from '../types.ts';
import { fill, w } from '../words.ts';
import { Out } from './out.tsx';

/** The word for an order's state; a state without a word of ours stands as it came. */
export const stateWord = (state: string): string =>
  (w.states as Record<string, string>)[state] ?? state;

/** An order: goods, sums, state. */
export const OrderView = ({ order }: { order: CardOrder }) => {
  const { currency, items, itemsMinor, discountMinor, postageMinor, totalMinor } = order;
  const sums: [string, number][] = [
    [w.goods, itemsMinor],
    [w.discount, -discountMinor],
    [w.postage, postageMinor],
    [w.total, totalMinor],
  ];
  return (
    <div>
      <div class="sum">
        <Out url={order.url}>{fill(w.order, { number: order.number })}</Out>
        <span>{stateWord(order.state)}</span>
      </div>
      {items.map(({ title, variant, quantity, unitMinor, imageUrl }) => (
        <div class="row item">
          {imageUrl && <img src={imageUrl} alt="" />}
          <span>
            {title}
            <small>
              {variant} × {quantity}
            </small>
          </span>
          <span>{money(unitMinor * quantity, currency)}</span>
        </div>
      ))}
      {sums.map(
        ([name, minor]) =>
          (minor !== 0 || name === w.postage) && (
            <div class="sum">
              <span>{name}</span>
              <span>{money(minor, currency)}</span>
            </div>
          ),
      )}
    </div>
  );
};
