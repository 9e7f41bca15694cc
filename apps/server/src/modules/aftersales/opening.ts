import type { aftersales, Static } from '@guitai/contract';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import type { OrderFacts } from '../orders/index.ts';
import { differenceOf } from './amount.rules.ts';
import type { Kind } from './case.rules.ts';
import type { NewLine } from './case.store.ts';
import type { Standing } from './ground.ts';
import { amountOf } from './opening.amount.ts';
import { linesOf } from './opening.lines.ts';
import { payeeOf } from './payee.ts';
import { barredBy, faultOf, postageOf } from './proposal.rules.ts';

export type Wanted = Static<typeof aftersales.CaseLineWanted>;

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
      rule: wish.kind,
      status: order.status,
      allowed: states,
    });
  if (barred) return refuse('order.window_over', { days: windowDays ?? 0 });
  const reason = reasons.find((one) => one.code === wish.reasonCode);
  return (
    reason ?? refuse('order.reason_unknown', { allowed: reasons.map((one) => one.code).join(', ') })
  );
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
