import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { OrderFacts, OrderItemFacts } from '../orders/index.ts';
import type { Kind } from './case.rules.ts';
import type { NewLine } from './case.store.ts';
import type { Offer } from './ground.store.ts';
import type { Standing } from './ground.ts';
import type { Wanted, Wish } from './opening.ts';

function newVariant(item: OrderItemFacts, wanted: Wanted, offers: readonly Offer[]) {
  const { lineNo } = wanted;
  if (!wanted.newVariantId) return refuse('case.variant_needed', { lineNo });
  if (wanted.newVariantId === item.variantId) return refuse('order.variant_same', { lineNo });
  const offer = offers.find((one) => one.variantId === wanted.newVariantId);
  if (!offer || offer.productId !== item.productId)
    return refuse('order.variant_foreign', { lineNo });
  return offer.available ? offer : refuse('product.not_for_sale', { title: item.title });
}

function lineOf(order: OrderFacts, { offers }: Standing, kind: Kind, wanted: Wanted) {
  const item = order.items.find((one) => one.no === wanted.lineNo);
  if (!item || item.quantity < wanted.quantity)
    return refuse('order.line_not_found', { lineNo: wanted.lineNo });
  const instead = kind === 'exchange' ? newVariant(item, wanted, offers) : null;
  if (isRefusal(instead)) return instead;
  const { title, sku, options, pictureUrl, unitMinor, variantId } = item;
  return {
    lineNo: item.no,
    quantity: wanted.quantity,
    ...{ title, sku, options, pictureUrl, unitMinor, variantId },
    newVariantId: instead?.variantId ?? null,
    newSku: instead?.sku ?? null,
    newOptions: instead?.options ?? null,
    newUnitMinor: instead?.priceMinor ?? null,
  } satisfies NewLine;
}

/** The goods a case is about, each once, and for an exchange what comes instead; money alone needs none. */
export function linesOf(order: OrderFacts, standing: Standing, { kind, lines = [] }: Wish) {
  const isMoney = kind === 'refund' || kind === 'compensate';
  if (lines.length === 0) return isMoney ? [] : refuse('case.lines_needed');
  const twice = lines.find((one, n) => lines.findIndex((o) => o.lineNo === one.lineNo) !== n);
  if (twice) return refuse('order.line_twice', { lineNo: twice.lineNo });
  const made: NewLine[] = [];
  for (const wanted of lines) {
    const line = lineOf(order, standing, kind, wanted);
    if (isRefusal(line)) return line;
    made.push(line);
  }
  return made;
}
