import type { OrderFacts, OrderItemFacts } from './facts.store.ts';
import { mayBecome } from './status.rules.ts';
import type { OrderStatus } from './words.ts';

type Standing = { readonly status: OrderStatus; readonly onDelivery: boolean };

/** Where an order may go: what is paid on delivery goes the way of a paid one. */
export const mayGo = ({ status, onDelivery }: Standing, to: OrderStatus): boolean =>
  mayBecome(status, to) || (onDelivery && status === 'placed' && mayBecome('paid', to));

/** Whether goods would leave before they are paid: a supplement is open and nobody pays at the door. */
export const owes = ({
  dueMinor,
  onDelivery,
  source,
}: Pick<OrderFacts, 'dueMinor' | 'onDelivery' | 'source'>): boolean =>
  dueMinor > 0 && !onDelivery && source !== 'connector';

/** Pieces of a line that have not left. */
export interface Remaining {
  readonly item: OrderItemFacts;
  readonly quantity: number;
}

export const remainingOf = (
  items: readonly OrderItemFacts[],
  shipped: ReadonlyMap<number, number>,
): Remaining[] =>
  items
    .map((item) => ({ item, quantity: item.quantity - (shipped.get(item.no) ?? 0) }))
    .filter(({ quantity }) => quantity > 0);

/** What goes into a parcel: the lines named, else all that is left; a number names the line that has not so much left. */
export function packed(
  remaining: readonly Remaining[],
  wanted:
    | readonly { readonly lineNo: number; readonly quantity?: number | undefined }[]
    | undefined,
): Remaining[] | { readonly lineNo: number; readonly twice: boolean } {
  if (!wanted) return [...remaining];
  const taken: Remaining[] = [];
  for (const { lineNo, quantity } of wanted) {
    if (taken.some(({ item }) => item.no === lineNo)) return { lineNo, twice: true };
    const left = remaining.find(({ item }) => item.no === lineNo);
    if (!left || (quantity ?? 1) > left.quantity) return { lineNo, twice: false };
    taken.push({ item: left.item, quantity: quantity ?? left.quantity });
  }
  return taken;
}

const sum = (of: readonly Remaining[]) => of.reduce((all, { quantity }) => all + quantity, 0);

/** Where the order stands once this parcel has left. */
export const afterShipping = (
  remaining: readonly Remaining[],
  parcel: readonly Remaining[],
): 'shipped' | 'partly_shipped' => (sum(remaining) === sum(parcel) ? 'shipped' : 'partly_shipped');
