import { isTrouble, type Trouble } from '../../modules/connectors/ports.ts';
import { linesOf } from './order.ts';
import * as queries from './queries.ts';
import type { Send } from './session.ts';
import type { VendureFulfilment, VendureOrder } from './shapes.ts';
import { refusedBy, type Way, type WriteOf } from './way.ts';

const parcelOf = (order: VendureOrder, number: string): VendureFulfilment | undefined =>
  (order.fulfillments ?? []).find((f) => f.trackingCode === number && f.state !== 'Cancelled');

/** Pieces of each line that are in no parcel yet. */
function unsent(order: VendureOrder): { orderLineId: string; quantity: number }[] {
  const sent = new Map<string, number>();
  for (const parcel of order.fulfillments ?? [])
    if (parcel.state !== 'Cancelled')
      for (const { orderLineId, quantity } of parcel.lines)
        sent.set(orderLineId, (sent.get(orderLineId) ?? 0) + quantity);
  return linesOf(order)
    .map(({ id, quantity }) => ({ orderLineId: id, quantity: quantity - (sent.get(id) ?? 0) }))
    .filter(({ quantity }) => quantity > 0);
}

async function create(
  send: Send,
  order: VendureOrder,
  what: WriteOf<'ship'>,
): Promise<string | Trouble> {
  const held = linesOf(order);
  const lines =
    what.lines?.map(({ lineNo, quantity }) => ({
      orderLineId: held[lineNo - 1]?.id ?? '',
      quantity,
    })) ?? unsent(order);
  const handler = {
    code: 'manual-fulfillment',
    arguments: [
      { name: 'method', value: what.carrier },
      { name: 'trackingCode', value: what.number },
    ],
  };
  const told = await send<{ addFulfillmentToOrder: { id?: string } }>(queries.fulfil, {
    input: { lines, handler },
  });
  if (isTrouble(told)) return told;
  const { id } = told.addFulfillmentToOrder;
  return refusedBy(told) ?? id ?? { trouble: 'down', detail: 'answered without a parcel' };
}

/** A parcel with its number, handed over. The number is what it is known by: one order never has it twice. */
export const ship: Way<WriteOf<'ship'>> = {
  async find({ order, what }) {
    const parcel = parcelOf(order, what.number);
    return parcel && (parcel.state === 'Shipped' || parcel.state === 'Delivered')
      ? { reference: parcel.id }
      : null;
  },
  async apply({ send, order, what }) {
    const id = parcelOf(order, what.number)?.id ?? (await create(send, order, what));
    if (isTrouble(id)) return id;
    const told = await send<object>(queries.turnFulfilment, { id, state: 'Shipped' });
    return isTrouble(told) ? told : refusedBy(told);
  },
};
