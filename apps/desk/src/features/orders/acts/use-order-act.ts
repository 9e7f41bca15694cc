import type { InputOf, orders } from '@guitai/contract';
import type { ProblemError } from '@guitai/sdk';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { callAny, useAct } from '../../../lib/query.ts';
import { useSettled } from '../../../lib/settled.ts';
import { keepOrder, lookAgain } from '../keep-order.ts';
import type { ActEndpoint, Acted, OwnFields } from './act.types.ts';

interface Where {
  readonly order: orders.OrderCardShape;
  readonly conversationId: string | undefined;
}

/** Acts whose outcome depends on what stood on screen: money, goods, the end of the order. */
const onWhatIsSeen: ReadonlySet<string> = new Set([
  'cancelOrder',
  'changeOrderItems',
  'changeOrderPaymentMethod',
  'changeOrderPostage',
  'changeLinePrice',
  'changeOrderDiscount',
  'refundOrder',
  'markOrderPaid',
]);

/** Own and common fields in one: the order as it was looked at where that matters, and the chat in which it is done. */
const inputOf = <E extends ActEndpoint>(
  endpoint: E,
  { order, conversationId }: Where,
  fields: OwnFields<E>,
  more: { approvalNote?: string; preview?: true } = {},
): InputOf<E> =>
  ({
    ...fields,
    ...more,
    orderId: order.id,
    ...(onWhatIsSeen.has(endpoint.id) ? { expectedVersion: order.version } : {}),
    ...(conversationId ? { conversationId } : {}),
  }) as unknown as InputOf<E>;

/** Carries an act out, or asks for its approval; the order on screen is the new one at once. */
export function useOrderAct<E extends ActEndpoint>(
  endpoint: E,
  where: Where,
  onActed: (acted: Acted) => void,
) {
  const act = useAct<E>(endpoint, (reply) => {
    const acted = reply as Acted;
    keepOrder(acted.order);
    onActed(acted);
  });
  return {
    busy: act.busy,
    refusal: act.refusal,
    reset: act.reset,
    run: async (fields: OwnFields<E>, approvalNote?: string) => {
      const reply = await act.run(
        inputOf<E>(endpoint, where, fields, approvalNote === undefined ? {} : { approvalNote }),
      );
      if (!reply) lookAgain(where.order.id);
      return reply as Acted | undefined;
    },
  };
}

/** What would come of an act, asked while the form is filled in; nothing is changed by it. */
export function usePreview<E extends ActEndpoint>(
  endpoint: E,
  where: Where,
  fields: OwnFields<E> | undefined,
) {
  const text = fields && JSON.stringify(inputOf<E>(endpoint, where, fields, { preview: true }));
  const settled = useSettled(text, 120);
  const query = useQuery<Acted, ProblemError>({
    queryKey: ['preview', endpoint.id, settled],
    queryFn: ({ signal }) =>
      callAny(endpoint, JSON.parse(settled as string), { signal }) as Promise<Acted>,
    enabled: settled !== undefined,
    retry: false,
    gcTime: 0,
    placeholderData: keepPreviousData,
  });
  const told = text !== undefined;
  return {
    acted: told && !query.error ? query.data : undefined,
    refusal: told ? query.error : null,
    /** The answer belongs to what stands in the form now. */
    current: told && settled === text && query.isFetched && !query.isPlaceholderData,
  };
}
