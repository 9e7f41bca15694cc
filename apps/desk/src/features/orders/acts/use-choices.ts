import { orders, type ReplyOf } from '@guitai/contract';
import { useReply } from '../../../lib/query.ts';

export type Choices = ReplyOf<typeof orders.getOrderChoices>;

/** What the forms of an order offer; asked when the first of them opens, or before (`when`) so that it is there. */
export const useChoices = (orderId: string, when = true) =>
  useReply(orders.getOrderChoices, { orderId }, { when, freshFor: 5_000 });
