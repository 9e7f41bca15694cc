import type { InputOf, orders } from '@guitai/contract';
import type { TeamActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import type { OrderRules } from '../shops/index.ts';
import { performAct } from './act.frame.ts';
import { keptOf, movedOf } from './act.money.ts';
import { payeeOf } from './act.payee.ts';
import { allowedIn, knownReason, windowOver } from './act.rules.ts';
import { linesPicked } from './cancel.rules.ts';
import type { OrderFacts } from './facts.store.ts';
import { bookRefund } from './money.ts';

type Input = InputOf<typeof orders.refundOrder>;

async function allowed(tx: Tx, order: OrderFacts, input: Input, { refund }: OrderRules) {
  if (order.paidMinor === 0) return refuse('order.unpaid');
  const barred =
    allowedIn(order, 'refund', refund.states) ??
    knownReason(input.reasonCode, refund.reasons) ??
    windowOver(order.paidAt ?? order.placedAt, refund.windowDays, now());
  if (barred) return barred;
  const leftMinor = keptOf(order);
  if (input.amountMinor > leftMinor) {
    return refuse('order.refund_above_paid', { leftMinor, currency: order.currency });
  }
  const lines = linesPicked(order.items, input.lines ?? []);
  if (isRefusal(lines)) return lines;
  const methodId = typeof input.to === 'object' ? input.to.methodId : undefined;
  return (await payeeOf(tx, order, methodId, refund)) ?? lines;
}

/** SHOP-07: pays money back, in whole or in part. */
export const refundOrder = (actor: TeamActor, tx: Tx, input: Input) =>
  performAct(actor, tx, input, {
    endpoint: 'refundOrder',
    permission: 'orders.refund',
    kind: 'refunded',
    reasonCode: input.reasonCode,
    check: (order, rules) => allowed(tx, order, input, rules),
    limit: (_order, lines) => ({
      action: 'refund',
      amountMinor: input.amountMinor,
      facts: {
        to: input.to ?? 'original',
        reasonCode: input.reasonCode,
        lines: lines.map(({ item, quantity }) => [item.no, quantity]),
      },
    }),
    writes: () => [
      {
        kind: 'refund',
        amountMinor: input.amountMinor,
        reference: null,
        reason: input.reasonCode,
      },
    ],
    async effect(order, lines, { id: actId }) {
      const { amountMinor, to = 'original', evidence = [] } = input;
      const back = await bookRefund(actor, tx, order, { amountMinor, to, actId, cause: 'refund' });
      if (isRefusal(back)) return back;
      const { parts, state } = movedOf(back.parts, 1);
      const about = lines.map(({ item, quantity }) => ({
        lineNo: item.no,
        title: item.title,
        quantity,
      }));
      return { amountMinor, state, params: { parts, lines: about, evidence } };
    },
  });
