import type { AddressShape, cards, Static } from '@guitai/contract';
import { maskAddress } from '../buyers/index.ts';
import type { OrderFacts } from '../orders/index.ts';
import { type CheckKind, type CheckState, markOf } from './order-check.rules.ts';

export type CheckCard = Static<typeof cards.OrderCheckCard> | Static<typeof cards.AddressCheckCard>;

/** What the buyer said, as the card shows it. */
export interface Said {
  readonly answer: string | null;
  readonly answeredAt: string | null;
  readonly proposed?: AddressShape | null;
}

const unsaid: Said = { answer: null, answeredAt: null };

/** For an order that lost its address after it was asked about; such a question is outdated. */
const nowhere: AddressShape = {
  name: '',
  phone: '',
  country: '',
  province: '',
  city: '',
  district: '',
  street: '',
  postcode: '',
};

/** The card of a question about the order as it is now. The address is covered: the card is on both sides' screens. */
export function checkCard(
  kind: CheckKind,
  id: string,
  state: CheckState,
  order: OrderFacts,
  said: Said = unsaid,
): CheckCard {
  const { answer, answeredAt } = said;
  if (kind === 'order') {
    return { type: 'orderCheck', id, state, order: order.card, answer, answeredAt };
  }
  return {
    type: 'addressCheck',
    id,
    state,
    orderNumber: order.number,
    address: maskAddress(order.address ?? nowhere),
    proposed: said.proposed ? maskAddress(said.proposed) : null,
    answer,
    answeredAt,
  };
}

/** The fingerprint of what a check of this kind asks about. */
export const markOfOrder = (kind: CheckKind, order: OrderFacts): string =>
  markOf(kind, order.card, order.address);
