import type { InputOf } from '@guitai/contract';
import { isProblem } from '@guitai/sdk';
import { callAny } from '../../../lib/query.ts';
import { keepOrder, lookAgain } from '../keep-order.ts';
import type { ActEndpoint, Acted, FormProps, OwnFields } from './act.types.ts';

/**
 * Ways back to a former value, for acts that move no money: before payment, or a mere mark. Undefined once money has
 * moved: the way back is then another act, looked at and decided like any other.
 */
export function useUndo<E extends ActEndpoint>(
  endpoint: E,
  { order, conversationId, onClose }: Pick<FormProps, 'order' | 'conversationId' | 'onClose'>,
): (before: OwnFields<E>) => (() => void) | undefined {
  return (before) => {
    if (order.totals.paidMinor > 0) return undefined;
    return () => void putBack(endpoint, order.id, conversationId, before).then(onClose);
  };
}

/** Calls the act with what stood there before; a refusal leaves everything as it is and shows the order afresh. */
export async function putBack<E extends ActEndpoint>(
  endpoint: E,
  orderId: string,
  conversationId: string | undefined,
  before: OwnFields<E>,
): Promise<void> {
  const input = { ...before, orderId, ...(conversationId ? { conversationId } : {}) };
  try {
    const acted = (await callAny(endpoint, input as unknown as InputOf<E>)) as Acted;
    keepOrder(acted.order);
  } catch (error) {
    if (!isProblem(error)) throw error;
    lookAgain(orderId);
  }
}
