import { money } from '../format.ts';
import type { Order } from '../types.ts';
import { w } from '../words.ts';

/** The sums of an order. */
export const Sums = ({ order }: { order: Order }) => {
  const { itemsMinor, discountMinor, postageMinor, totalMinor, paidMinor, currency } = order;
  const { refundedMinor, dueMinor } = order;
  const rows: [string, number, boolean][] = [
    [w().goods, itemsMinor, true],
    [w().discount, -Math.abs(discountMinor), discountMinor !== 0],
    [w().postage, postageMinor, true],
    [w().total, totalMinor, true],
    [w().paid, paidMinor, paidMinor !== 0],
    [w().refunded, -refundedMinor, refundedMinor !== 0],
    [w().stillDue, dueMinor, dueMinor !== 0 && paidMinor !== 0],
  ];
  return (
    <dl class="sums">
      {rows
        .filter(([, , shown]) => shown)
        .map(([name, minor]) => (
          <div key={name} class={name === w().total ? 'total' : ''}>
            <dt>{name}</dt>
            <dd>{money(minor, currency)}</dd>
          </div>
        ))}
    </dl>
  );
};
