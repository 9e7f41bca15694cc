import { isTrouble, type Trouble, type Written } from '../../modules/connectors/ports.ts';
import { marked, markOf } from '../shops-http/records.ts';
import { leftOf } from './money.ts';
import { linesOf, postageOf, surchargeSkus } from './order.ts';
import * as queries from './queries.ts';
import type { VendureOrder } from './shapes.ts';
import { refusedBy, type Step, type Way, type WriteOf } from './way.ts';

/** The part of `ModifyOrderInput` that makes a change. */
interface Change {
  readonly input: object;
}

interface Modified {
  readonly modifyOrder: { readonly totalWithTax?: number };
}

const isWritten = (order: VendureOrder, key: string): boolean =>
  order.modifications.some(({ note }) => note.includes(markOf(key)));

const turn = async (step: Step<unknown>, state: string): Promise<Trouble | null> => {
  const told = await step.send<object>(queries.turnInto, { id: step.order.id, state });
  return isTrouble(told) ? told : refusedBy(told);
};

/** Payments the difference goes back to, the first first. */
function refundsFor(order: VendureOrder, amount: number, reason: string): object[] {
  let open = amount;
  return (order.payments ?? []).flatMap((payment) => {
    const part = Math.min(open, leftOf(payment));
    if (part <= 0) return [];
    open -= part;
    return [{ paymentId: payment.id, amount: part, reason }];
  });
}

/** States an order may come back into, the most likely first: more to pay, or how far its parcels are. */
function after(order: VendureOrder): string[] {
  const paid = (order.payments ?? []).reduce((sum, payment) => sum + leftOf(payment), 0);
  if (paid < order.totalWithTax) return ['ArrangingAdditionalPayment'];
  return [
    'PaymentSettled',
    'PartiallyShipped',
    'Shipped',
    'PartiallyDelivered',
    'PaymentAuthorized',
  ];
}

/** Leaves the state in which Vendure lets orders be changed. */
async function leave(step: Step<unknown>): Promise<Trouble | null> {
  const now = await step.send<{ order: VendureOrder }>(queries.readOrder, { id: step.order.id });
  if (isTrouble(now)) return now;
  if (now.order.state !== 'Modifying') return null;
  let last: Trouble | null = null;
  for (const state of after(now.order)) {
    last = await turn(step, state);
    if (last === null || last.trouble !== 'no') return last;
  }
  return last;
}

/** Makes the change with our mark in its note. What the order costs less by it, tried first, goes back to who paid it. */
async function change(step: Step<unknown>, { input: wanted }: Change): Promise<Trouble | null> {
  const { send, order, key } = step;
  const reason = marked('', key);
  const input = { orderId: order.id, note: reason, ...wanted };
  const tried = await send<Modified>(queries.modify, { input: { ...input, dryRun: true } });
  const barred = isTrouble(tried) ? tried : refusedBy(tried);
  if (isTrouble(tried) || barred) return barred;
  const cheaperBy = order.totalWithTax - (tried.modifyOrder.totalWithTax ?? order.totalWithTax);
  const refunds = cheaperBy > 0 ? { refunds: refundsFor(order, cheaperBy, reason) } : {};
  const told = await send<Modified>(queries.modify, {
    input: { ...input, dryRun: false, ...refunds },
  });
  return isTrouble(told) ? told : refusedBy(told);
}

/** A change of a placed order: into `Modifying`, the change, and out again. */
const modification = <W>(changeOf: (order: VendureOrder, what: W) => Change | Trouble): Way<W> => ({
  async find({ order, key }): Promise<Written | null> {
    return isWritten(order, key) && order.state !== 'Modifying' ? { reference: null } : null;
  },
  async apply(step) {
    const { order, what, key } = step;
    if (!isWritten(order, key)) {
      const wanted = changeOf(order, what);
      if (isTrouble(wanted)) return wanted;
      const barred = order.state === 'Modifying' ? null : await turn(step, 'Modifying');
      if (barred) return barred;
      const trouble = await change(step, wanted);
      // A change that was refused leaves the order where it was, not in the middle of a change.
      if (trouble?.trouble === 'no') return (await leave(step)) ?? trouble;
      if (trouble) return trouble;
    }
    return leave(step);
  },
});

export const address = modification<WriteOf<'address'>>((_order, { address: to }) => ({
  input: {
    updateShippingAddress: {
      fullName: to.name,
      phoneNumber: to.phone,
      streetLine1: [to.district, to.street].filter(Boolean).join(' '),
      streetLine2: '',
      city: to.city,
      province: to.province,
      postalCode: to.postcode,
      ...(/^[A-Z]{2}$/.test(to.country) ? { countryCode: to.country } : {}),
    },
  },
}));

const surcharge = (sku: string, description: string, price: number): Change => ({
  input: { surcharges: [{ sku, description, price, priceIncludesTax: true }] },
});

/** Vendure keeps its own postage; the difference stands beside it as a surcharge that we count as postage. */
export const postage = modification<WriteOf<'postage'>>((order, { postageMinor }) => {
  const difference = postageMinor - postageOf(order);
  if (difference === 0) return { trouble: 'no', detail: 'the postage is this already' };
  return surcharge(surchargeSkus.postage, 'Postage', difference);
});

export const discount = modification<WriteOf<'discount'>>((_order, { amountMinor, name }) =>
  surcharge(surchargeSkus.discount, name || 'Discount', -amountMinor),
);

/** Each line gives up its pieces, and as many of the other variant come in. */
export const items = modification<WriteOf<'items'>>((order, { changes }) => {
  const held = linesOf(order);
  const adjustOrderLines = [];
  const addItems = [];
  for (const { lineNo, quantity, variantExternalId } of changes) {
    const line = held[lineNo - 1];
    if (!line) return { trouble: 'no', detail: `there is no line ${lineNo}` };
    const same = line.productVariant.id === variantExternalId;
    adjustOrderLines.push({ orderLineId: line.id, quantity: same ? quantity : 0 });
    if (!same) addItems.push({ productVariantId: variantExternalId, quantity });
  }
  return { input: { adjustOrderLines, addItems } };
});
