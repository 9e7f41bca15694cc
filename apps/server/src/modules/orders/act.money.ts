import type { TeamActor } from '../../kernel/actor.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import type { AmountsSet } from './amounts.ts';
import type { OrderFacts } from './facts.store.ts';
import { bookCharge, bookRefund, type MoneyPart } from './money.ts';

/** Money that moved, as an act keeps it: without references and without the buyer's data. */
export interface MovedMoney {
  /** Above zero: to the buyer; below: charged. */
  readonly amountMinor: number;
  readonly parts: readonly object[];
  readonly state: 'done' | 'pending';
}

const partOf = ({ methodKind, label, amountMinor, state }: MoneyPart) => ({
  methodKind,
  label,
  amountMinor,
  state,
});

/** The parts of a refund or a charge as an act keeps them; pending while any of them waits. */
export const movedOf = (parts: readonly MoneyPart[], sign: 1 | -1): MovedMoney => ({
  amountMinor: sign * parts.reduce((sum, part) => sum + part.amountMinor, 0),
  parts: parts.map(partOf),
  state: parts.some((part) => part.state === 'pending') ? 'pending' : 'done',
});

export const nothingMoved: MovedMoney = { amountMinor: 0, parts: [], state: 'done' };

/** What is kept of what was paid. */
export const keptOf = (order: Pick<OrderFacts, 'paidMinor' | 'refundedMinor'>): number =>
  order.paidMinor - order.refundedMinor;

/** Gives back what is paid above the new price, or charges what a paid order lacks: to the method, else where it came from. */
export async function balanceOut(
  actor: TeamActor,
  tx: Tx,
  order: OrderFacts,
  { overpaidMinor, missingMinor }: Pick<AmountsSet, 'overpaidMinor' | 'missingMinor'>,
  { actId, methodId = null }: { readonly actId: string; readonly methodId?: string | null },
) {
  if (overpaidMinor > 0) {
    const to = methodId === null ? 'original' : { methodId };
    const wish = { amountMinor: overpaidMinor, to, actId, cause: 'refund' } as const;
    const back = await bookRefund(actor, tx, order, wish);
    return isRefusal(back) ? back : movedOf(back.parts, 1);
  }
  if (missingMinor <= 0) return nothingMoved;
  const charged = await bookCharge(actor, tx, order, {
    amountMinor: missingMinor,
    methodId,
    actId,
  });
  return isRefusal(charged) ? charged : movedOf(charged.parts, -1);
}
