import type { aftersales, InputOf, Static } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { can } from '../access/index.ts';
import { type OrderFacts, orderFacts } from '../orders/index.ts';
import { paidForLine, protectedMinor } from './amount.rules.ts';
import { claimedRules } from './claim.store.ts';
import { offersOf } from './ground.store.ts';

type ProtectedLine = Static<typeof aftersales.ProtectedLine>;

/** Price paid and price now of every line whose variant is still known. */
async function pricesOf(tx: Tx, order: OrderFacts): Promise<ProtectedLine[]> {
  const products = [...new Set(order.items.flatMap((item) => item.productId ?? []))];
  const offers = await offersOf(tx, order.shopId, products);
  return order.items.flatMap((item) => {
    const offer = offers.find((one) => one.variantId === item.variantId);
    if (!offer) return [];
    const paid = paidForLine(order, item);
    return {
      lineNo: item.no,
      title: item.title,
      quantity: item.quantity,
      paidUnitMinor: Math.floor(paid / item.quantity),
      nowUnitMinor: offer.priceMinor,
      differenceMinor: protectedMinor(paid, offer.priceMinor, item.quantity),
    };
  });
}

/** The lines whose price fell below what was paid, of those named or of all that were not protected before. */
export async function fallen(tx: Tx, order: OrderFacts, lineNos: readonly number[] | undefined) {
  const strange = lineNos?.find((no) => !order.items.some((item) => item.no === no));
  if (strange !== undefined) return refuse('order.line_not_found', { lineNo: strange });
  const done = await claimedRules(tx, order.id);
  const lines = (await pricesOf(tx, order)).filter(
    ({ lineNo, differenceMinor }) =>
      differenceMinor > 0 && (lineNos?.includes(lineNo) ?? !done.has(`price_protection ${lineNo}`)),
  );
  const amountMinor = lines.reduce((sum, line) => sum + line.differenceMinor, 0);
  return amountMinor > 0 ? { lines, amountMinor } : refuse('case.nothing_to_protect');
}

/** What price protection would pay now. */
export async function getPriceProtection(
  actor: StaffActor,
  tx: Tx,
  { orderId }: InputOf<typeof aftersales.getPriceProtection>,
) {
  const order = await orderFacts(tx, orderId);
  if (!order || can(actor, 'orders.read', { shop: order.shopId }) !== 'yes')
    return refuse('order.not_found');
  const lines = await pricesOf(tx, order);
  const differenceMinor = lines.reduce((sum, line) => sum + line.differenceMinor, 0);
  return { currency: order.currency, lines, differenceMinor };
}
