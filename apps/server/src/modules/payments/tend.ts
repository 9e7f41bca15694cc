import { type SystemActor, system } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/db.ts';
import { enqueue } from '../../kernel/jobs.ts';
import { insertCall } from './call.store.ts';
import { claimIntent, type Intent, noteIntent, readIntent } from './intent.store.ts';
import { usualPatience, waitBefore } from './money-state.rules.ts';
import { numberOf } from './number.rules.ts';
import { tendPaymentPlan, tendRefundPlan } from './plans.ts';
import type { GatewayAnswer, Gateways, PaymentGateway, PayWay, RefundWish } from './ports.ts';
import { claimAgain, claimRefund, noteRefund, type Refund, readRefund } from './refund.store.ts';
import { settlePayment, settleRefund } from './settle.ts';

/** What carrying out needs. */
export interface Hands {
  readonly gateways: Gateways;
  /** Address of this installation; gateways call back below it. */
  readonly publicUrl: string;
  /** Waits between questions, in milliseconds. */
  readonly patience?: readonly number[];
  /** So long after it was told the first telling cannot be under way any more: well above the time-out of a request. */
  readonly tellAgainAfterMs?: number;
}

type Said = GatewayAnswer & { readonly pay?: PayWay | null };

const off: Said = { state: 'unknown', failure: 'the gateway is off' };

export const notifyUrlOf = (hands: Hands, team: string, of: { gateway: string; shopId: string }) =>
  `${hands.publicUrl}/api/payment-callbacks/${of.gateway}/${team}/${of.shopId}`;

async function timed(work: () => Promise<Said>): Promise<{ answer: Said; tookMs: number }> {
  const began = performance.now();
  const answer = await work();
  return { answer, tookMs: performance.now() - began };
}

/** Not settled: it is asked again later. Long open payments are asked rarely, refunds until they are settled. */
const again = (hands: Hands, attempts: number) => ({
  runAt: new Date(now().getTime() + waitBefore(hands.patience ?? usualPatience, attempts)),
});

/** So often a gateway must say that it never heard of a refund before it is told of it again, under the same key. */
const timesMissing = 2;

const wishOf = (hands: Hands, team: string, refund: Refund): RefundWish => ({
  ...refund,
  key: numberOf(refund.id),
  notifyUrl: notifyUrlOf(hands, team, refund),
});

/** Asks what became of a refund that was told. What demonstrably never arrived is told again, by one hand only. */
async function askAfter(
  db: Db,
  hands: Hands,
  actor: SystemActor,
  gateway: PaymentGateway,
  refund: Refund,
): Promise<GatewayAnswer> {
  const { gatewayReference: reference, payment } = refund;
  const answer = await gateway.queryRefund({ key: numberOf(refund.id), reference, payment });
  if (answer.state !== 'missing' || refund.attempts < timesMissing) return answer;
  const after = hands.tellAgainAfterMs ?? 30_000;
  const mine = await db.write(actor, (tx) => claimAgain(tx, refund.id, after));
  return mine ? gateway.refund(wishOf(hands, actor.team, refund)) : answer;
}

/**
 * Carries a refund one step on: told to the gateway once, afterwards only asked after. That it is being told is committed
 * before it is told, so that whoever comes after a crash asks instead of telling again. Returns whether it is settled.
 */
export async function tendRefund(
  db: Db,
  hands: Hands,
  team: string,
  refundId: string,
): Promise<boolean> {
  const actor = system(team, 'payments.tendRefund');
  const claimed = await db.write(actor, (tx) => claimRefund(tx, refundId));
  const refund = claimed ?? (await db.read(actor, (tx) => readRefund(tx, refundId)));
  if (!refund || refund.state === 'confirmed' || refund.state === 'failed') return true;
  const gateway = hands.gateways.of(refund.shopId, refund.gateway);
  const first = claimed !== undefined;
  const { answer, tookMs } = await timed(async () =>
    !gateway
      ? off
      : first
        ? gateway.refund(wishOf(hands, team, refund))
        : askAfter(db, hands, actor, gateway, refund),
  );
  return db.write(actor, async (tx) => {
    const kind = first ? 'refund' : 'query_refund';
    await insertCall(tx, { gateway: refund.gateway, kind, subjectId: refund.id, answer, tookMs });
    await settleRefund(actor, tx, refund, answer);
    if (answer.state === 'confirmed' || answer.state === 'failed') return true;
    await noteRefund(tx, refund.id, answer);
    await enqueue(tx, tendRefundPlan, { refundId }, again(hands, refund.attempts));
    return false;
  });
}

/**
 * Tells a gateway of a payment, or asks what became of it. One that never arrived is told again under the same key: no money moves
 * by it, the payer has still to pay. (Alipay knows of none before the payer has scanned: it has been told when it gave the code.)
 */
async function askPayment(
  hands: Hands,
  team: string,
  gateway: PaymentGateway,
  intent: Intent,
  first: boolean,
): Promise<Said> {
  const { amountMinor, currency, gatewayReference: reference } = intent;
  const key = numberOf(intent.id);
  if (!first) {
    const answer = await gateway.queryPayment({ key, reference });
    if (answer.state !== 'missing' || intent.pay !== null) return answer;
  }
  const notifyUrl = notifyUrlOf(hands, team, intent);
  return gateway.createPayment({
    key,
    amountMinor,
    currency,
    subject: intent.key,
    notifyUrl,
    returnUrl: `${hands.publicUrl}/shop/orders/${intent.orderId}`,
  });
}

/** Payments nobody finishes are asked after so often; money that comes later is still heard of by callback. */
const mostQuestions = 60;

async function keepPayment(
  db: Db,
  hands: Hands,
  actor: SystemActor,
  intent: Intent,
  told: { answer: Said; tookMs: number; first: boolean },
): Promise<Intent> {
  const { answer, tookMs, first } = told;
  return db.write(actor, async (tx) => {
    const kind = first ? 'pay' : 'query_payment';
    await insertCall(tx, { gateway: intent.gateway, kind, subjectId: intent.id, answer, tookMs });
    await settlePayment(actor, tx, intent, answer);
    const noted = await noteIntent(tx, intent.id, answer, answer.pay ?? null);
    if (!noted) throw new Error('a payment vanished');
    const open = noted.state !== 'confirmed' && noted.state !== 'failed';
    if (open && noted.attempts < mostQuestions) {
      await enqueue(tx, tendPaymentPlan, { intentId: intent.id }, again(hands, noted.attempts));
    }
    return noted;
  });
}

/** Carries a payment one step on: told to the gateway, afterwards only asked after. */
export async function tendPayment(
  db: Db,
  hands: Hands,
  team: string,
  intentId: string,
): Promise<Intent> {
  const actor = system(team, 'payments.tendPayment');
  const claimed = await db.write(actor, (tx) => claimIntent(tx, intentId));
  const intent = claimed ?? (await db.read(actor, (tx) => readIntent(tx, intentId)));
  if (!intent) throw new Error('a payment vanished');
  if (intent.state === 'confirmed' || intent.state === 'failed') return intent;
  const gateway = hands.gateways.of(intent.shopId, intent.gateway);
  const first = claimed !== undefined;
  const told = await timed(async () =>
    gateway ? askPayment(hands, team, gateway, intent, first) : off,
  );
  return keepPayment(db, hands, actor, intent, { ...told, first });
}
