import { createHash } from 'node:crypto';
import type { AddressShape, cards, orders, Static } from '@guitai/contract';

export type CheckKind = 'order' | 'address';
export type CheckState = Static<typeof cards.CheckState>;
export type Answer = 'confirmed' | 'change_wanted';
type CardOrder = Static<typeof cards.CardOrder>;

/** What may become of a question. Everything but `asked` is final. */
const settled: Readonly<Record<CheckState, readonly CheckState[]>> = {
  asked: ['confirmed', 'change_wanted', 'withdrawn', 'outdated'],
  confirmed: [],
  change_wanted: [],
  withdrawn: [],
  outdated: [],
};

/** Whether a question may go from one state to the other. */
export const maySettle = (from: CheckState, to: CheckState): boolean => settled[from].includes(to);

/** Before anything has left the house the address can still be changed, so it is worth asking. */
const worthAsking: Readonly<Record<CheckKind, ReadonlySet<orders.OrderStatusWord>>> = {
  order: new Set(['placed', 'paid', 'preparing', 'partly_shipped']),
  address: new Set(['placed', 'paid', 'preparing']),
};

/** Whether an answer could still change anything about an order in this status. */
export const mayAsk = (kind: CheckKind, status: orders.OrderStatusWord): boolean =>
  worthAsking[kind].has(status);

const hash = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url');

/**
 * A fingerprint of exactly what the buyer is asked about. When it differs later the question is outdated: a "yes" to it
 * would be a "yes" to something else. A payment does not change it, goods, money or address do.
 */
export function markOf(kind: CheckKind, order: CardOrder, address: AddressShape | null): string {
  if (kind === 'address') {
    const { name, phone, country, province, city, district, street, postcode } = address ?? {};
    return hash([name, phone, country, province, city, district, street, postcode]);
  }
  const goods = order.items.map((item) => [item.sku, item.variant, item.quantity, item.unitMinor]);
  return hash([goods, order.currency, order.discountMinor, order.postageMinor, order.totalMinor]);
}

/** Whether a question still stands: the order is as it was shown and an answer can still be followed. */
export const stillAsks = (
  kind: CheckKind,
  mark: string,
  now: { status: orders.OrderStatusWord; mark: string },
): boolean => mark === now.mark && mayAsk(kind, now.status);

/** What an answer comes to: settle, already so, or a refusal. */
export function weighAnswer(
  state: CheckState,
  said: { answer: Answer; text: string; address: unknown },
  stands: boolean,
): 'settle' | 'same' | 'order_check.settled' | 'order_check.outdated' | 'order_check.answer_empty' {
  if (state === said.answer) return 'same';
  if (state === 'outdated') return 'order_check.outdated';
  if (!maySettle(state, said.answer)) return 'order_check.settled';
  if (!stands) return 'order_check.outdated';
  const wordless = said.text.trim() === '' && !said.address;
  return said.answer === 'change_wanted' && wordless ? 'order_check.answer_empty' : 'settle';
}
