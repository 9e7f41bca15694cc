import type { conversations, live, orders, workbench } from '@guitai/contract';

type Counter = Pick<workbench.CounterShape, 'conversation' | 'orders'>;

interface Told {
  readonly conversationId?: string;
  readonly conversation?: conversations.ConversationSummary;
  readonly was?: conversations.Was;
  readonly buyerId?: string | null;
  readonly buyer?: { readonly id: string };
  readonly order?: orders.OrderSummaryShape;
  readonly orders?: readonly { readonly id: string; readonly buyerId: string | null }[];
  readonly orderIds?: readonly string[];
  readonly buyerIds?: readonly string[];
}

/** Whether an event changes the profile, the orders or what may be done in this counter. */
export function touches(
  { type, data }: Pick<live.EventFrame, 'type' | 'data'>,
  counter: Counter,
): boolean {
  const told = data as Told;
  const { conversation } = counter;
  if (told.conversation?.id === conversation.id) return changesStanding(told);
  if (told.conversationId === conversation.id) return type !== 'conversation.read';
  if (type.startsWith('order.'))
    return ofBuyer(told, conversation.buyerId) || hasOrder(told, counter);
  if (type.startsWith('parcel.')) return hasOrder(told, counter);
  if (type.startsWith('case.')) return ofBuyer(told, conversation.buyerId);
  return type.startsWith('buyer.') && ofBuyer(told, conversation.buyerId);
}

function changesStanding({ conversation, was }: Told): boolean {
  if (!conversation || !was) return false;
  return conversation.state !== was.state || conversation.assigneeId !== was.assigneeId;
}

const ofBuyer = (told: Told, buyerId: string): boolean =>
  told.buyerId === buyerId ||
  told.buyer?.id === buyerId ||
  told.order?.buyerId === buyerId ||
  told.buyerIds?.includes(buyerId) === true ||
  told.orders?.some((one) => one.buyerId === buyerId) === true;

const hasOrder = ({ orderIds, orders: some }: Told, counter: Counter): boolean =>
  counter.orders.items.some(
    ({ id }) => orderIds?.includes(id) || some?.some((one) => one.id === id),
  );
