import type { aftersales, Static } from '@guitai/contract';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import type { OrderFacts, OrderItemFacts } from '../orders/index.ts';
import { differenceOf, paidForPieces } from './amount.rules.ts';
import type { Kind } from './case.rules.ts';
import { askedMinor, type NewLine } from './case.store.ts';
import type { Offer } from './ground.store.ts';
import type { Standing } from './ground.ts';
import { payeeOf } from './payee.ts';
import { barredBy, faultOf, postageOf } from './proposal.rules.ts';

type Wanted = Static<typeof aftersales.CaseLineWanted>;

/** What somebody asks for. */
export interface Wish {
  readonly kind: Kind;
  readonly reasonCode: string;
  readonly lines?: readonly Wanted[];
  readonly amountMinor?: number;
  readonly to?: 'original' | { readonly methodId: string };
  readonly fault?: aftersales.CaseFaultWord;
}

/** A case that may be opened: what it would hold. */
export interface Prepared {
  readonly lines: readonly NewLine[];
  readonly reasonText: string;
  readonly amountMinor: number | null;
  readonly differenceMinor: number | null;
  readonly payeeMethodId: string | null;
  readonly fault: aftersales.CaseFaultWord;
  readonly postageBy: 'shop' | 'buyer';
}

/** The rules of the shop for opening: status, time, reason. */
function weighRules(order: OrderFacts, standing: Standing, wish: Wish) {
  const { rules, ground } = standing;
  const barred = barredBy(rules, wish.kind, ground);
  const { states, reasons, windowDays } = rules[wish.kind];
  if (barred?.code === 'order.act_not_allowed')
    return refuse('order.act_not_allowed', {
      act: wish.kind,
      status: order.status,
      allowed: states.join(', '),
    });
  if (barred) return refuse('order.window_over', { days: windowDays ?? 0 });
  const reason = reasons.find((one) => one.code === wish.reasonCode);
  return (
    reason ?? refuse('order.reason_unknown', { allowed: reasons.map((one) => one.code).join(', ') })
  );
}

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

function linesOf(order: OrderFacts, standing: Standing, { kind, lines = [] }: Wish) {
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

/** What the lines of a case were paid; the whole order without any. */
const worthOf = (order: OrderFacts, lines: readonly NewLine[]): number =>
  lines.length === 0
    ? order.paidMinor - order.refundedMinor
    : lines.reduce((sum, line) => {
        const item = order.items.find((one) => one.no === line.lineNo);
        return sum + (item ? paidForPieces(order, item, line.quantity) : 0);
      }, 0);

/** The money a case asks for; null where none is asked. Never more than is left of what was paid. */
async function amountOf(tx: Tx, order: OrderFacts, wish: Wish, lines: readonly NewLine[]) {
  if (wish.kind === 'compensate')
    return wish.amountMinor === undefined ? refuse('case.amount_needed') : bounded(order, wish, 0);
  if (wish.kind !== 'refund' && wish.kind !== 'return') return null;
  if (order.paidMinor === 0) return refuse('order.unpaid');
  const asked = await askedMinor(tx, order.id);
  const left = Math.max(order.paidMinor - order.refundedMinor - asked, 0);
  const amountMinor = wish.amountMinor ?? Math.min(worthOf(order, lines), left);
  return bounded(order, { ...wish, amountMinor }, asked);
}

function bounded(order: OrderFacts, { amountMinor = 0 }: Wish, asked: number) {
  const most = Math.max(order.paidMinor - order.refundedMinor - asked, 0);
  return amountMinor < 1 || amountMinor > most
    ? refuse('case.amount_too_high', { most, currency: order.currency })
    : amountMinor;
}

/** Looks whether a case may be opened by the shop's rules and what it would hold; changes nothing. */
export async function prepare(
  tx: Tx,
  order: OrderFacts,
  standing: Standing,
  wish: Wish,
): Promise<Prepared | Refusal<OpeningCode>> {
  const reason = weighRules(order, standing, wish);
  if (isRefusal(reason)) return reason;
  const lines = linesOf(order, standing, wish);
  if (isRefusal(lines)) return lines;
  const amountMinor = await amountOf(tx, order, wish, lines);
  if (isRefusal(amountMinor)) return amountMinor;
  const payeeMethodId = await payeeOf(tx, order, standing.rules, wish.kind, wish.to);
  if (isRefusal(payeeMethodId)) return payeeMethodId;
  const fault = wish.fault ?? faultOf(wish.reasonCode);
  return {
    lines,
    amountMinor,
    payeeMethodId,
    fault,
    reasonText: reason.text,
    differenceMinor: wish.kind === 'exchange' ? differenceOf(lines) : null,
    postageBy: postageOf(standing.rules, fault),
  };
}

export type OpeningCode =
  | 'order.act_not_allowed'
  | 'order.window_over'
  | 'order.reason_unknown'
  | 'order.line_not_found'
  | 'order.line_twice'
  | 'order.variant_same'
  | 'order.variant_foreign'
  | 'order.method_foreign'
  | 'order.unpaid'
  | 'product.not_for_sale'
  | 'case.lines_needed'
  | 'case.amount_needed'
  | 'case.amount_too_high'
  | 'case.variant_needed'
  | 'case.payee_not_allowed';
