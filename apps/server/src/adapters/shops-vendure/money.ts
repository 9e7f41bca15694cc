import { isTrouble, type Trouble, type Written } from '../../modules/connectors/ports.ts';
import { marked, markOf } from '../shops-http/records.ts';
import { markedHistory } from './notes.ts';
import { linesOf } from './order.ts';
import * as queries from './queries.ts';
import type { Send } from './session.ts';
import type { VendureOrder, VendurePayment, VendureRefund } from './shapes.ts';
import { refusedBy, type Step, type Way, type WriteOf } from './way.ts';

const standing = ({ state }: VendureRefund): boolean => state !== 'Failed';

const refundsOf = (payment: VendurePayment): VendureRefund[] => payment.refunds.filter(standing);

/** What a payment can still give back. */
export const leftOf = (payment: VendurePayment): number =>
  payment.state === 'Settled'
    ? payment.amount - refundsOf(payment).reduce((sum, { total }) => sum + total, 0)
    : 0;

/** Refunds that carry our mark, and their sum. */
function ours(order: VendureOrder, key: string): { ids: string[]; sum: number } {
  const mark = markOf(key);
  const found = (order.payments ?? [])
    .flatMap(refundsOf)
    .filter(({ reason }) => reason?.includes(mark));
  return {
    ids: found.map(({ id }) => id),
    sum: found.reduce((sum, { total }) => sum + total, 0),
  };
}

/** Gives an amount back, payment after payment, as far as each can bear it. */
async function giveBack(
  send: Send,
  order: VendureOrder,
  want: { amountMinor: number; reference: string | null; reason: string },
): Promise<Trouble | null> {
  let open = want.amountMinor;
  for (const payment of order.payments ?? []) {
    if (want.reference !== null && payment.id !== want.reference) continue;
    const amount = Math.min(open, leftOf(payment));
    if (amount <= 0) continue;
    const input = {
      paymentId: payment.id,
      amount,
      lines: [],
      shipping: 0,
      adjustment: 0,
      reason: want.reason,
    };
    const told = await send<object>(queries.refund, { input });
    const trouble = isTrouble(told) ? told : refusedBy(told);
    if (trouble) return trouble;
    open -= amount;
  }
  return open === 0 ? null : { trouble: 'no', detail: 'more than these payments can give back' };
}

const bearable = (order: VendureOrder, reference: string | null): number =>
  (order.payments ?? [])
    .filter(({ id }) => reference === null || id === reference)
    .reduce((sum, payment) => sum + leftOf(payment), 0);

/** A refund of money alone; what it is for stands in its reason, with our mark. */
export const refund: Way<WriteOf<'refund'>> = {
  async find({ order, what, key }) {
    const { ids, sum } = ours(order, key);
    return sum >= what.amountMinor ? { reference: ids.join(',') } : null;
  },
  async apply({ send, order, what, key }) {
    const amountMinor = what.amountMinor - ours(order, key).sum;
    if (bearable(order, what.reference) < amountMinor)
      return { trouble: 'no', detail: 'more than was paid and not yet given back' };
    const reason = marked(what.reason, key);
    return giveBack(send, order, { amountMinor, reference: what.reference, reason });
  },
};

type Cancelling = Step<WriteOf<'cancel'>>;

async function isCancelled({ send, order, what, key }: Cancelling): Promise<boolean | Trouble> {
  if (order.state === 'Cancelled') return true;
  if (what.lines === null) return false;
  const found = await markedHistory(send, order.id, 'ORDER_CANCELLATION', key);
  return isTrouble(found) ? found : found.length > 0;
}

/** Takes back the order or some pieces. Money is given back by a refund of its own. */
export const cancel: Way<WriteOf<'cancel'>> = {
  async find(step): Promise<Written | null | Trouble> {
    const done = await isCancelled(step);
    if (isTrouble(done)) return done;
    return done ? { reference: null } : null;
  },
  async apply({ send, order, what, key }) {
    const held = linesOf(order);
    const lines = what.lines?.map(({ lineNo, quantity }) => ({
      orderLineId: held[lineNo - 1]?.id ?? '',
      quantity,
    }));
    const reason = marked(what.reason, key);
    const input = { orderId: order.id, reason, cancelShipping: !lines, ...(lines && { lines }) };
    const told = await send<object>(queries.cancel, { input });
    return isTrouble(told) ? told : refusedBy(told);
  },
};
