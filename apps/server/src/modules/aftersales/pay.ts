import type { aftersales, InputOf } from '@guitai/contract';
import type { TeamActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { allowedIn, type OrderFacts, performAct, windowOver } from '../orders/index.ts';
import { reviewOf } from '../reviews/index.ts';
import { claimOnce } from './claim.store.ts';
import { evidenceOf } from './evidence.ts';
import { findMethod } from './ground.store.ts';
import { book, refundThere } from './money.ts';
import type { Payee } from './payee.ts';
import { fallen } from './price.ts';

/** What a small payment needs: something was paid, and it goes back or to a balance of this buyer. */
async function payable(tx: Tx, order: OrderFacts, to: Payee = 'original') {
  if (order.paidMinor === 0) return refuse('order.unpaid');
  if (to === 'original') return { methodId: null };
  const method = await findMethod(tx, order.shopId, order.buyerId, to.methodId);
  return method ? { methodId: method.id } : refuse('order.method_foreign');
}

/** A18: a small sum of goodwill, once per order where the shop says so. */
export const payGoodwill = (
  actor: TeamActor,
  tx: Tx,
  input: InputOf<typeof aftersales.payGoodwill>,
) =>
  performAct(actor, tx, input, {
    endpoint: 'payGoodwill',
    permission: 'goodwill.pay',
    kind: 'goodwill_paid',
    check: async (order, { goodwill }) => {
      const paid = await payable(tx, order, input.to);
      return isRefusal(paid) ? paid : { ...paid, once: goodwill.oncePerOrder };
    },
    limit: (_order, { methodId }) => ({
      action: 'goodwill',
      amountMinor: input.amountMinor,
      facts: { methodId },
    }),
    writes: () => refundThere(input.amountMinor, 'goodwill'),
    effect: async (order, { methodId, once }, hand) => {
      if (once && !(await claimOnce(tx, order.id, 'goodwill', hand.id)))
        return refuse('case.once_per_order');
      const { amountMinor } = input;
      const due = { amountMinor, methodId, actId: hand.id, cause: 'goodwill' } as const;
      const moved = await book(actor, tx, order, due);
      if (isRefusal(moved)) return moved;
      return { ...moved, params: { parts: moved.parts } };
    },
  });

/** A18: pays back what the price has fallen since the order, every line once. */
export const protectPrice = (
  actor: TeamActor,
  tx: Tx,
  input: InputOf<typeof aftersales.protectPrice>,
) =>
  performAct(actor, tx, input, {
    endpoint: 'protectPrice',
    permission: 'goodwill.pay',
    kind: 'price_protected',
    check: async (order, { priceProtection }) => {
      const barred =
        allowedIn(order, 'priceProtection', priceProtection.states) ??
        windowOver(order.paidAt ?? order.placedAt, priceProtection.windowDays, now());
      if (barred) return barred;
      const paid = await payable(tx, order, input.to);
      if (isRefusal(paid)) return paid;
      const lines = await fallen(tx, order, input.lineNos);
      return isRefusal(lines) ? lines : { ...paid, ...lines };
    },
    limit: (_order, { amountMinor, methodId, lines }) => ({
      action: 'price_protection',
      amountMinor,
      facts: { methodId, lines },
    }),
    writes: (_order, { amountMinor }) => refundThere(amountMinor, 'price_protection'),
    effect: async (order, { amountMinor, methodId, lines }, hand) => {
      for (const { lineNo } of lines)
        if (!(await claimOnce(tx, order.id, `price_protection ${lineNo}`, hand.id)))
          return refuse('case.once_per_order');
      const due = { amountMinor, methodId, actId: hand.id, cause: 'price_protection' } as const;
      const moved = await book(actor, tx, order, due);
      if (isRefusal(moved)) return moved;
      return { ...moved, params: { parts: moved.parts, lines } };
    },
  });

/** A18: the shop's cash-back for a review, once per order; where the shop wants proof, the review itself is the best. */
export const payReviewCashback = (
  actor: TeamActor,
  tx: Tx,
  input: InputOf<typeof aftersales.payReviewCashback>,
) =>
  performAct(actor, tx, input, {
    endpoint: 'payReviewCashback',
    permission: 'goodwill.pay',
    kind: 'cashback_paid',
    check: async (order, { reviewCashback }) => {
      const { states, amountMinor, proof } = reviewCashback;
      const barred = allowedIn(order, 'reviewCashback', amountMinor > 0 ? states : []);
      if (barred) return barred;
      const files = await evidenceOf(tx, order, input.fileIds);
      if (isRefusal(files)) return files;
      const reviewId = (await reviewOf(tx, order.id))?.id ?? null;
      if (proof && reviewId === null && files.length === 0 && !input.proofUrl?.trim())
        return refuse('case.proof_needed');
      const paid = await payable(tx, order, input.to);
      return isRefusal(paid) ? paid : { ...paid, amountMinor, files, reviewId };
    },
    limit: (_order, { amountMinor, methodId }) => ({
      action: 'cashback',
      amountMinor,
      facts: { methodId },
    }),
    writes: (_order, { amountMinor }) => refundThere(amountMinor, 'cashback'),
    effect: async (order, { amountMinor, methodId, files, reviewId }, hand) => {
      if (!(await claimOnce(tx, order.id, 'cashback', hand.id)))
        return refuse('case.once_per_order');
      const due = { amountMinor, methodId, actId: hand.id, cause: 'cashback' } as const;
      const moved = await book(actor, tx, order, due);
      if (isRefusal(moved)) return moved;
      const url = input.proofUrl?.trim() || null;
      const proof = { url, files: files.map((file) => file.id), reviewId };
      return { ...moved, params: { parts: moved.parts, proof } };
    },
  });
